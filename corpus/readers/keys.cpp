// SPDX-License-Identifier: GPL-3.0-or-later
// The table of synonyms.
#include "corpus/readers/keys.h"

#include <initializer_list>

namespace communique::corpus {
namespace {

struct Row {
  Key key;
  std::string_view name;                         // ours, which always goes first
  std::initializer_list<std::string_view> also;  // lower case, without separators, best first
};

/// `name` is no synonym: it is the title in some data and the speaker in other. Nor is `category`, which is a topic.
const std::array<Row, kKeyCount> kRows = {{
    {Key::Text,
     "text",
     {"content", "encoded", "body", "articlebody", "fulltext", "speech", "transcript", "statement", "rawtext",
      "bodytext"}},
    {Key::Id, "id", {"guid", "uuid", "transcriptid", "statementid", "recordid", "docid", "documentid", "identifier"}},
    {Key::Title, "title", {"headline", "subject", "heading"}},
    {Key::Date,
     "date",
     {"datepublished", "published", "publishedat", "publisheddate", "publicationdate", "pubdate", "releasedate",
      "datereleased", "releasedat", "issued", "speechdate", "dategmt", "created", "createdat", "datecreated",
      "datetime", "timestamp", "year"}},
    {Key::Country, "country", {"countrycode", "iso3", "nation", "countryname"}},
    {Key::Speaker,
     "speaker",
     {"speakername", "author", "person", "creator", "byline", "primeminister", "president", "minister", "leader",
      "authorname"}},
    {Key::Source, "source", {"publisher", "outlet", "sitename", "agency"}},
    {Key::Url, "url", {"link", "permalink", "href", "uri", "sourceurl"}},
    {Key::Lang, "lang", {"language", "languagecode", "inlanguage", "locale"}},
    {Key::Type, "type", {"releasetype", "statementtype", "documenttype", "doctype", "genre"}},
}};

std::string canonical(std::string_view name) {
  const std::size_t colon = name.rfind(':');
  if (colon != std::string_view::npos && colon + 1 < name.size()) name.remove_prefix(colon + 1);
  std::string form;
  form.reserve(name.size());
  for (const char c : name) {
    if (c == '-' || c == '_' || c == '.' || c == ' ') continue;
    form += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  return form;
}

}  // namespace

std::string_view to_string(Key key) { return kRows[static_cast<std::size_t>(key)].name; }

std::optional<Key> key_named(std::string_view name) {
  for (const Row& row : kRows) {
    if (row.name == name) return row.key;
  }
  return std::nullopt;
}

std::string key_names() {
  std::string names;
  for (const Row& row : kRows) names += (names.empty() ? "" : ", ") + std::string(row.name);
  return names;
}

KeyTable::KeyTable(const std::map<std::string, std::string>& map) {
  for (const auto& [key_name, name] : map) {
    const std::optional<Key> key = key_named(key_name);
    if (!key) continue;  // check(ReadOptions) has refused it
    mapped_[static_cast<std::size_t>(*key)] = name;
    meanings_.insert_or_assign(canonical(name), Meaning{*key, 0});
  }
  for (const Row& row : kRows) {
    if (!mapped_name(row.key).empty()) continue;
    int rank = 0;
    meanings_.try_emplace(std::string(row.name), Meaning{row.key, rank});
    for (const std::string_view name : row.also) meanings_.try_emplace(std::string(name), Meaning{row.key, ++rank});
  }
}

const KeyTable::Meaning* KeyTable::meaning_of(std::string_view name) const {
  const auto found = meanings_.find(canonical(name));
  return found == meanings_.end() ? nullptr : &found->second;
}

std::optional<Key> KeyTable::key_of(std::string_view name) const {
  const Meaning* meaning = meaning_of(name);
  return meaning == nullptr ? std::nullopt : std::optional(meaning->key);
}

KeyPlaces KeyTable::places(const std::vector<RawField>& fields) const {
  KeyPlaces places;
  places.fill(-1);
  std::array<int, kKeyCount> ranks{};
  for (std::size_t i = 0; i < fields.size(); ++i) {
    const Meaning* meaning = fields[i].value.empty() ? nullptr : meaning_of(fields[i].key);
    if (meaning == nullptr) continue;
    const auto key = static_cast<std::size_t>(meaning->key);
    if (places[key] >= 0 && ranks[key] <= meaning->rank) continue;
    places[key] = static_cast<int>(i);
    ranks[key] = meaning->rank;
  }
  return places;
}

}  // namespace communique::corpus
