// SPDX-License-Identifier: GPL-3.0-or-later
// `collocates`: a query, and which words beside its matches count.
#include "searcher/options/read_commands.h"

namespace communique::searcher {
namespace {

constexpr std::size_t kMostWindow = 50;
constexpr std::size_t kMostListed = 100000;

}  // namespace

void read_collocates(const OptionReader& reader, const CommandWords& words, Options& options) {
  CollocatesRequest& request = options.collocates;
  options.format = reader.choice<Format>(
      "format", {{"text", Format::Text}, {"json", Format::Json}, {"csv", Format::Csv}, {"tsv", Format::Tsv}},
      Format::Text);
  read_search(reader, request.search);
  request.search.query = joined(words, 1);
  request.search.all_versions = reader.has("all-versions");
  request.search.by = Unit::Passage;
  request.window = reader.number("window", 1, kMostWindow, request.window);
  request.across_sentences = reader.has("across-sentences");
  request.function_words = reader.has("all-words");
  request.least = reader.number("least", 1, kMostListed, request.least);
  request.limit = reader.number("limit", 1, kMostListed, request.limit);
  if (request.search.query.empty() && request.search.parse.filters.empty()) {
    fail_usage("collocates needs a QUERY", "for example: communique-searcher collocates sanctions --year 2021");
  }
}

}  // namespace communique::searcher
