// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/options/read_search.h"

#include <utility>

#include "searcher/request.h"

namespace communique::searcher {
namespace {

std::string filters_of(const OptionReader& reader, bool said_by) {
  static const std::vector<std::pair<const char*, schema::FieldId>> kFlags = {
      {"leader", schema::FieldId::Leader},   {"said-by", schema::FieldId::SaidBy},
      {"speaker", schema::FieldId::Speaker}, {"country", schema::FieldId::Country},
      {"year", schema::FieldId::Year},       {"lang", schema::FieldId::Language},
      {"type", schema::FieldId::Type}};
  std::string clauses;
  const auto add = [&](schema::FieldId field, const std::string& value) {
    clauses += (clauses.empty() ? "" : " ") + filter_clause(field, value);
  };
  for (const auto& [flag, field] : kFlags) {
    if (field == schema::FieldId::SaidBy && !said_by) continue;
    for (const std::string& value : reader.all(flag)) {
      if (value.empty()) fail_usage(std::string("--") + flag + " needs a value");
      add(field, value);
    }
  }
  if (reader.has("from") || reader.has("to")) {
    add(schema::FieldId::Date, reader.one("from") + ".." + reader.one("to"));
  }
  return clauses;
}

/// --from and --to are checked before they are joined, so that the message names the one that is wrong.
void check_dates(const OptionReader& reader) {
  for (const char* name : {"from", "to"}) {
    if (!reader.has(name)) continue;
    const auto date = schema::parse_date(reader.one(name));
    if (!date) fail_usage(std::string("--") + name + ": " + date.error().message, date.error().hint);
  }
}

}  // namespace

std::string joined(const CommandWords& words, std::size_t from) {
  std::string text;
  for (std::size_t i = from; i < words.size(); ++i) text += (i == from ? "" : " ") + words[i];
  return text;
}

void read_filters(const OptionReader& reader, bool said_by, SearchRequest& request) {
  check_dates(reader);
  request.parse.filters = filters_of(reader, said_by);
}

void read_query_options(const OptionReader& reader, SearchRequest& request) {
  read_filters(reader, true, request);
  request.parse.strict = reader.has("strict-query");
  request.compile.exact_names = reader.has("exact-names");
  request.parse.match =
      reader.choice<MatchMode>("match", {{"all", MatchMode::All}, {"any", MatchMode::Any}}, MatchMode::Auto);
}

void read_search(const OptionReader& reader, SearchRequest& request) {
  read_query_options(reader, request);
  request.by =
      reader.choice<std::optional<Unit>>("by", {{"passage", Unit::Passage}, {"statement", Unit::Statement}}, {});
}

void read_page(const OptionReader& reader, bool run, std::size_t limit, SearchRequest& request) {
  request.limit = reader.number("limit", 0, page_caps::kLimit, limit);
  request.offset = reader.number("offset", 0, page_caps::kOffset, 0);
  request.per_statement = reader.number("per-statement", 0, page_caps::kLimit, run ? 0 : 1);
  request.all_versions = run || reader.has("all-versions");
  request.sort = reader.choice<SortOrder>(
      "sort",
      {{"relevance", SortOrder::Relevance}, {"date", SortOrder::DateAscending}, {"-date", SortOrder::DateDescending}},
      SortOrder::Relevance);
}

Format read_text_or_json(const OptionReader& reader) {
  return reader.choice<Format>("format", {{"text", Format::Text}, {"json", Format::Json}}, Format::Text);
}

}  // namespace communique::searcher
