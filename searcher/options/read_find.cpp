// SPDX-License-Identifier: GPL-3.0-or-later
// `find`: a query, and what is listed and counted of what matches.
#include <algorithm>

#include "searcher/options/read_commands.h"
#include "searcher/options/read_listing.h"

namespace communique::searcher {
namespace {

/// In which format, and what of the matches is listed.
void read_results(const OptionReader& reader, Options& options) {
  const Format otherwise = options.topics.empty() ? Format::Text : Format::Trec;
  options.format = reader.choice<Format>("format",
                                         {{"text", Format::Text},
                                          {"json", Format::Json},
                                          {"jsonl", Format::JsonLines},
                                          {"csv", Format::Csv},
                                          {"kwic", Format::Text},
                                          {"tsv", Format::Tsv},
                                          {"svg", Format::Svg},
                                          {"trec", Format::Trec}},
                                         otherwise);
  const bool run = options.format == Format::Trec || !options.topics.empty();
  if (!asks_for_kwic(reader)) read_page(reader, run, options.format == Format::Trec ? page_caps::kLimit : kUsualLimit, options.request);
}

/// What all matches are counted by.
void read_facets(const OptionReader& reader, Options& options) {
  SearchRequest& request = options.request;
  for (const std::string& name : reader.all("facet")) {
    const auto field = facet_named(name);
    if (!field) fail_usage("--facet: \"" + name + "\" is nothing that can be counted by", "take one of " + facet_names());
    if (std::find(request.facets.begin(), request.facets.end(), *field) == request.facets.end())
      request.facets.push_back(*field);
  }
  request.facet_values = reader.number("facet-values", 1, page_caps::kFacetValues, request.facet_values);
  if (request.facets.empty() && reader.has("facet-values")) fail_usage("--facet-values needs --facet FIELD");
  const bool shown = options.format == Format::Text || options.format == Format::Json;
  if (!request.facets.empty() && (!shown || !options.topics.empty())) {
    fail_usage("--facet needs --format text or json", "facets are no hits, and the other formats list hits only");
  }
}

void read_timeline(const OptionReader& reader, Options& options) {
  TimelineOptions& timeline = options.timeline;
  if (reader.has("timeline")) {
    timeline.by = period_unit_named(reader.one("timeline"));
    if (!timeline.by) {
      fail_usage("--timeline: \"" + reader.one("timeline") + "\" is no period", "take one of year, month, week, day");
    }
  }
  timeline.compare = reader.all("compare");
  timeline.out_of = reader.one("out-of");
  timeline.bars = reader.choice<Bars>("bars", {{"statements", Bars::Statements}, {"rate", Bars::PerThousand}},
                                      Bars::Statements);
  for (const char* option : {"compare", "out-of", "bars"}) {
    if (reader.has(option) && !timeline.by) fail_usage("--" + std::string(option) + " needs --timeline UNIT");
  }
  if (options.format == Format::Svg && !timeline.by) fail_usage("--format svg needs --timeline UNIT", "hits are no picture");
  if (timeline.by && (options.format == Format::JsonLines || options.format == Format::Trec)) {
    fail_usage("--timeline needs --format text, json, csv, tsv or svg");
  }
}

}  // namespace

void read_find(const OptionReader& reader, const CommandWords& words, Options& options) {
  SearchRequest& request = options.request;
  request.query = joined(words, 1);
  read_search(reader, request);
  request.explain = reader.has("explain");
  options.topics = reader.one("topics");
  read_results(reader, options);
  read_listing(reader, options);
  read_facets(reader, options);
  read_timeline(reader, options);
  options.full = reader.has("full");
  request.suggest_speaker = options.topics.empty() && (options.format == Format::Text || options.format == Format::Json);
  if (reader.has("tag")) options.tag = reader.one("tag");
  if (!options.topics.empty() && options.format != Format::Trec && options.format != Format::JsonLines) {
    fail_usage("--topics needs --format trec or jsonl");
  }
  if (!options.topics.empty() && !request.query.empty()) fail_usage("give a QUERY or --topics, not both");
  if (options.topics.empty() && request.query.empty() && request.parse.filters.empty()) {
    fail_usage("find needs a QUERY or a filter", "for example: communique-searcher find winter olympics --year 2021");
  }
}

}  // namespace communique::searcher
