// SPDX-License-Identifier: GPL-3.0-or-later
// Commands about two accounts of one event: `compare`, `pairs`.
#include "searcher/options/read_commands.h"

namespace communique::searcher {
namespace {

constexpr std::size_t kUsualPairs = 100;

}  // namespace

void read_compare(const OptionReader& reader, const CommandWords& words, Options& options) {
  options.format = read_text_or_json(reader);
  if (words.size() != 3) fail_usage("compare needs two IDs", "pairs lists statements that tell of one event");
  options.compare.left = words[1];
  options.compare.right = words[2];
}

void read_pairs(const OptionReader& reader, const CommandWords& words, Options& options) {
  options.format = read_text_or_json(reader);
  PairsRequest& pairs = options.pairs;
  read_search(reader, pairs.search);
  pairs.search.query = joined(words, 1);
  pairs.search.all_versions = reader.has("all-versions");
  pairs.limit = reader.number("limit", 1, page_caps::kLimit, kUsualPairs);
  pairs.offset = reader.number("offset", 0, page_caps::kOffset, 0);
  pairs.newest_first = reader.choice<bool>("sort", {{"date", false}, {"-date", true}}, false);
  if (pairs.search.query.empty() && pairs.search.parse.filters.empty()) {
    fail_usage("pairs needs a QUERY or a filter", "for example: communique-searcher pairs between:china,russia");
  }
}

}  // namespace communique::searcher
