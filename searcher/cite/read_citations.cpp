// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/cite/read_citations.h"

#include <algorithm>
#include <optional>
#include <utility>

#include <nlohmann/json.hpp>

namespace communique::searcher {
namespace {

using Json = nlohmann::json;

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kBlank = " \t\r\n";
  const std::size_t first = text.find_first_not_of(kBlank);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kBlank) - first + 1);
}

std::string text_of(const Json& item, const char* key) {
  const auto found = item.find(key);
  return found != item.end() && found->is_string() ? found->get<std::string>() : std::string();
}

/// An array of items, as the schema has it, or one item, or what Zotero's API gives: {"items": [...]}.
std::optional<std::vector<ReadCitation>> read_csl(std::string_view text) {
  Json json = Json::parse(text, nullptr, false);
  if (json.is_discarded() || !(json.is_array() || json.is_object())) return std::nullopt;
  if (json.is_object() && json.contains("items")) json = Json(json["items"]);
  if (json.is_object()) json = Json::array({json});
  std::vector<ReadCitation> citations;
  for (const Json& item : json) {
    if (!item.is_object()) continue;
    citations.push_back({text_of(item, "id"), read_notes(text_of(item, "note"))});
  }
  return citations;
}

/// The text between line beginnings at which `begins` says that an item begins; what stands before the first is none's.
template <class Begins>
std::vector<std::string_view> items_of(std::string_view text, Begins begins) {
  std::vector<std::size_t> starts;
  for (std::size_t line = 0; line < text.size();) {
    if (begins(text.substr(line))) starts.push_back(line);
    const std::size_t end = text.find('\n', line);
    line = end == std::string_view::npos ? text.size() : end + 1;
  }
  std::vector<std::string_view> items;
  for (std::size_t i = 0; i < starts.size(); ++i) {
    const std::size_t end = i + 1 < starts.size() ? starts[i + 1] : text.size();
    items.push_back(text.substr(starts[i], end - starts[i]));
  }
  return items;
}

/// `@misc{`, at a line's beginning; not `@comment{`, `@string{`, `@preamble{`.
bool begins_bibtex(std::string_view text) {
  if (!text.starts_with('@')) return false;
  std::size_t at = 1;
  std::string type;
  while (at < text.size() && ((text[at] | 0x20) >= 'a' && (text[at] | 0x20) <= 'z'))
    type += static_cast<char>(text[at++] | 0x20);
  while (at < text.size() && text[at] == ' ') ++at;
  return at < text.size() && text[at] == '{' && !type.empty() && type != "comment" && type != "string" &&
         type != "preamble";
}

bool begins_ris(std::string_view text) { return text.starts_with("TY  -"); }

std::string key_in_bibtex(std::string_view item) {
  const std::size_t first = item.find('{') + 1;
  return std::string(trimmed(item.substr(first, item.find_first_of(",}\n", first) - first)));
}

std::string key_in_ris(std::string_view item) {
  const std::size_t tag = item.find("\nID  -");
  if (tag == std::string_view::npos) return {};
  const std::size_t first = tag + 6;
  return std::string(trimmed(item.substr(first, item.find('\n', first) - first)));
}

}  // namespace

std::vector<ReadCitation> read_citations(std::string_view text) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  if (auto csl = read_csl(text)) return *csl;
  std::vector<ReadCitation> citations;
  for (const std::string_view item : items_of(text, begins_bibtex)) {
    citations.push_back({key_in_bibtex(item), read_notes(item)});
  }
  if (!citations.empty()) return citations;
  for (const std::string_view item : items_of(text, begins_ris))
    citations.push_back({key_in_ris(item), read_notes(item)});
  if (!citations.empty()) return citations;
  for (FoundNote& note : read_notes(text)) citations.push_back({{}, {std::move(note)}});
  return citations;
}

}  // namespace communique::searcher
