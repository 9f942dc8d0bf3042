// SPDX-License-Identifier: GPL-3.0-or-later
// `first`: the query, and by what its first users are told apart.
#include "searcher/options/read_commands.h"

#include <algorithm>

namespace communique::searcher {
namespace {

FirstBy read_by(const std::string& value) {
  for (const FirstBy by : {FirstBy::SaidBy, FirstBy::Speaker, FirstBy::Country, FirstBy::Source}) {
    if (value == to_string(by)) return by;
  }
  fail_usage("--by takes no \"" + value + "\" here", "one of: said-by, speaker, country, source");
}

}  // namespace

void read_first(const OptionReader& reader, const CommandWords& words, Options& options) {
  options.format = reader.choice<Format>(
      "format", {{"text", Format::Text}, {"json", Format::Json}, {"csv", Format::Csv}}, Format::Text);
  FirstRequest& first = options.first;
  read_query_options(reader, first.search);
  first.search.query = joined(words, 1);
  first.search.all_versions = reader.has("all-versions");
  first.limit = reader.number("limit", 1, page_caps::kLimit, kUsualLimit);
  if (reader.has("by")) first.by.clear();
  for (const std::string& value : reader.all("by")) {
    const FirstBy by = read_by(value);
    if (std::find(first.by.begin(), first.by.end(), by) == first.by.end()) first.by.push_back(by);
  }
  if (first.search.query.empty() && first.search.parse.filters.empty()) {
    fail_usage("first needs a QUERY or a filter", "for example: communique-searcher first '\"win-win cooperation\"'");
  }
}

}  // namespace communique::searcher
