// SPDX-License-Identifier: GPL-3.0-or-later
// Reading XML with pugixml, which expands no entities of its own and reads nothing from outside.
#include "corpus/readers/xml_nodes.h"

#include <algorithm>
#include <sstream>

#include "corpus/readers/clean.h"
#include "corpus/readers/html_text.h"

namespace communique::corpus {
namespace {

bool is_text(const pugi::xml_node& node) { return node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata; }

/// Document order, without recursion: XML may nest as deep as it is long.
template <class Visit>
void walk(const pugi::xml_node& root, Visit visit) {
  pugi::xml_node node = root.first_child();
  while (node) {
    visit(node);
    if (node.first_child()) {
      node = node.first_child();
      continue;
    }
    while (node != root && !node.next_sibling()) node = node.parent();
    if (node == root) return;
    node = node.next_sibling();
  }
}

}  // namespace

XmlDocument::XmlDocument(const std::string& text) {
  constexpr unsigned int kFlags = pugi::parse_default | pugi::parse_ws_pcdata_single;
  const pugi::xml_parse_result result = tree.load_buffer(text.data(), text.size(), kFlags, pugi::encoding_utf8);
  if (result) return;
  const auto offset = static_cast<std::size_t>(result.offset);
  const auto lines =
      std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(std::min(offset, text.size())), '\n');
  error = "not well-formed XML at line " + std::to_string(lines + 1) + ": " + result.description();
}

std::string_view local_name(const pugi::xml_node& node) {
  const std::string_view name = node.name();
  const std::size_t colon = name.rfind(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

bool has_elements(const pugi::xml_node& node) {
  return std::any_of(node.begin(), node.end(),
                     [](const pugi::xml_node& child) { return child.type() == pugi::node_element; });
}

std::string text_below(const pugi::xml_node& node) {
  std::string text;
  walk(node, [&](const pugi::xml_node& below) {
    if (below.type() == pugi::node_element && !text.empty() && text.back() != ' ' && text.back() != '\n') text += ' ';
    if (is_text(below)) text += below.value();
  });
  return text;
}

std::string running_text(const pugi::xml_node& node) {
  std::string text;
  if (has_elements(node)) {
    std::ostringstream markup;
    for (const pugi::xml_node& child : node.children()) {
      child.print(markup, "", pugi::format_raw | pugi::format_no_declaration, pugi::encoding_utf8);
    }
    text = markup.str();
  } else {
    text = text_below(node);
    if (!looks_like_html(text)) return std::string(trimmed(text));
  }
  const Result<std::string> plain = html_to_text(text);
  return plain ? *plain : std::string(trimmed(text_below(node)));
}

std::string line_of(const pugi::xml_node& node) { return html_to_line(text_below(node)); }

}  // namespace communique::corpus
