// SPDX-License-Identifier: GPL-3.0-or-later
// Reading front matter with yaml-cpp.
#include "corpus/readers/front_matter.h"

#include <yaml-cpp/yaml.h>

#include <nlohmann/json.hpp>

#include "corpus/readers/clean.h"

namespace communique::corpus {
namespace {

/// Far more than a text's keys take; it bounds what hostile YAML can cost.
constexpr std::size_t kLongest = 64u << 10;

/// Values of keys that we keep as JSON: aliases let few bytes stand for very many nodes.
constexpr int kMaxNodes = 10'000;
constexpr int kMaxDepth = 32;

using nlohmann::json;

/// Plain numbers and booleans keep their type; all else is text as written. Throws YAML::Exception over the limits.
json to_json(const YAML::Node& node, int depth, int& nodes) {
  if (depth > kMaxDepth || ++nodes > kMaxNodes) {
    throw YAML::Exception(node.Mark(), "nested too deep, or too much of it");
  }
  if (node.IsSequence()) {
    json list = json::array();
    for (const YAML::Node& item : node) list.push_back(to_json(item, depth + 1, nodes));
    return list;
  }
  if (node.IsMap()) {
    json object = json::object();
    for (const auto& pair : node) {
      object[pair.first.IsScalar() ? pair.first.Scalar() : "?"] = to_json(pair.second, depth + 1, nodes);
    }
    return object;
  }
  if (!node.IsScalar()) return nullptr;
  const std::string& text = node.Scalar();
  const bool plain = node.Tag() == "?";
  if (!plain) return text;
  const json value = json::parse(text, nullptr, /*allow_exceptions=*/false);
  return value.is_number() || value.is_boolean() ? value : json(text);
}

RawField field_of(const std::string& key, const YAML::Node& node, int& nodes) {
  // Texts stay as written: 2021-02-03 and 007 are not numbers to us.
  if (node.IsScalar()) return {key, node.Scalar(), RawField::Kind::Text};
  if (node.IsNull()) return {key, {}, RawField::Kind::Text};
  return {key, to_json(node, 1, nodes).dump(-1, ' ', false, json::error_handler_t::replace), RawField::Kind::Nested};
}

/// Where the line that closes the front matter begins, or npos.
std::size_t closing_line(std::string_view text, std::size_t from) {
  for (std::size_t line = from; line < text.size();) {
    const std::size_t end = std::min(text.find('\n', line), text.size());
    std::string_view content = text.substr(line, end - line);
    while (!content.empty() && (content.back() == '\r' || content.back() == ' ')) content.remove_suffix(1);
    if (content == "---" || content == "...") return line;
    line = end + 1;
  }
  return std::string_view::npos;
}

}  // namespace

Result<FrontMatter> read_front_matter(std::string_view text) {
  const std::size_t first_end = text.find('\n');
  if (first_end == std::string_view::npos || trimmed(text.substr(0, first_end)) != "---") return FrontMatter{};
  const std::size_t closing = closing_line(text, first_end + 1);
  if (closing == std::string_view::npos) return FrontMatter{};
  const std::string_view yaml = text.substr(first_end + 1, closing - first_end - 1);
  if (yaml.size() > kLongest) return ValueError{"the front matter is longer than 64 KB", {}, 0};
  FrontMatter matter;
  try {
    const YAML::Node root = YAML::Load(std::string(yaml));
    // Lines of dashes around running text are ornament.
    if (!root.IsMap()) return FrontMatter{};
    int nodes = 0;
    for (const auto& pair : root) {
      if (pair.first.IsScalar()) matter.fields.push_back(field_of(pair.first.Scalar(), pair.second, nodes));
    }
  } catch (const YAML::Exception& error) {
    const std::string where = error.mark.is_null() ? "" : " (line " + std::to_string(error.mark.line + 2) + ")";
    return ValueError{"the front matter is not valid YAML: " + error.msg + where, {}, 0};
  }
  matter.body = std::min(text.find('\n', closing), text.size() - 1) + 1;
  return matter;
}

}  // namespace communique::corpus
