// SPDX-License-Identifier: GPL-3.0-or-later
// Forward indexes of a few texts, for tests.
#pragma once

#include <algorithm>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "schema/forward_file.h"
#include "schema/words.h"
#include "tests/support/temp_dir.h"

namespace communique::tests {

struct ForwardDocument {
  std::string text{};   ///< sentences end with ". "
  std::string title{};  ///< stands behind the text, if it is not empty
};

inline schema::ForwardBuilder forward_of(const std::vector<ForwardDocument>& documents) {
  schema::ForwardBuilder forward;
  for (const ForwardDocument& document : documents) {
    std::uint32_t next = schema::kFirstPosition;
    const auto add = [&](std::string_view sentence) {
      std::uint32_t last = next - 1;
      for (const schema::OwnedWord& word : schema::split_words(sentence)) {
        last = next + word.position;
        forward.add(forward.number_of(word.term), last);
      }
      next = last + 1 + schema::kSentenceGap;
    };
    for (std::size_t start = 0; start < document.text.size();) {
      const std::size_t end = std::min(document.text.find(". ", start), document.text.size());
      add(std::string_view(document.text).substr(start, end - start));
      start = end + 2;
    }
    if (!document.title.empty()) forward.begin_title();
    add(document.title);
    forward.end_document();
  }
  return forward;
}

inline std::filesystem::path write_forward(const std::filesystem::path& file,
                                           const std::vector<ForwardDocument>& documents) {
  forward_of(documents).write(file);
  return file;
}

}  // namespace communique::tests
