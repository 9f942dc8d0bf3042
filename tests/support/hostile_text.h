// SPDX-License-Identifier: GPL-3.0-or-later
// Text that is harmless only where it is escaped: 200 strings, each of which would run a script or break out of where
// it stands in HTML, an attribute, an address, JSON or XML.
#pragma once

#include <string>
#include <vector>

namespace communique::tests {

/// Each holds `mark`, so that where it comes out can be found.
inline std::vector<std::string> hostile_texts(const std::string& mark = "xq7") {
  const std::vector<std::string> actions = {"<script>" + mark + "()</script>", "<img src=x onerror=" + mark + "()>",
                                            "<svg onload=" + mark + "()>", "<b onmouseover=" + mark + "()>t</b>",
                                            "<iframe src=javascript:" + mark + "()></iframe>"};
  const std::vector<std::string> openings = {"",          "\">",   "'>",   "</title>", "</textarea>",  "-->",  "]]>",
                                             "</script>", "\\\">", "&lt;", "</style>", "\xE2\x80\xA8", "<!--", "`",
                                             "\t\n",      "{{",    "}}",   "%22%3E",   "&quot;>",      "<<"};
  const std::vector<std::string> endings = {"", "\"", "'"};
  std::vector<std::string> texts;
  for (const std::string& action : actions) {
    for (const std::string& opening : openings) {
      for (const std::string& ending : endings) {
        if (texts.size() < 200) texts.push_back(opening + action + ending);
      }
    }
  }
  return texts;
}

/// True if HTML holds one of them unescaped: a tag or an attribute made of it.
inline bool holds_unescaped(const std::string& html, const std::string& mark = "xq7") {
  const std::vector<std::string> signs = {"<script>" + mark, "onerror=" + mark, "<svg onload", "<b onmouseover",
                                          "<iframe"};
  for (const std::string& sign : signs) {
    std::size_t at = html.find(sign);
    for (; at != std::string::npos; at = html.find(sign, at + 1)) {
      // "onerror=" is harmless where its tag's "<" was escaped.
      const std::size_t open = html.rfind('<', at);
      const std::size_t close = html.rfind('>', at);
      const bool in_tag = open != std::string::npos && (close == std::string::npos || close < open || open == at);
      const bool in_attribute = in_tag && html.find("&lt;", open) < at;
      if (in_tag && !in_attribute) return true;
    }
  }
  return false;
}

}  // namespace communique::tests
