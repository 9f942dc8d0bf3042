// SPDX-License-Identifier: GPL-3.0-or-later
// `find` with rows: which columns, every match instead of a page, and the lines of a concordance.
#include "searcher/options/read_listing.h"

#include <array>
#include <limits>

namespace communique::searcher {
namespace {

constexpr std::size_t kMostContext = 1000;
constexpr std::size_t kNoCap = std::numeric_limits<std::uint32_t>::max();

bool is_rows(Format format) { return format == Format::Csv || format == Format::Tsv; }

struct LineSort {
  LineOrder order = LineOrder::Date;
  unsigned word = 0;
};

LineSort read_line_sort(const OptionReader& reader) {
  return reader.choice<LineSort>("sort",
                                 {{"date", {LineOrder::Date, 0}},
                                  {"-date", {LineOrder::DateDown, 0}},
                                  {"left", {LineOrder::Left, 0}},
                                  {"left1", {LineOrder::Left, 1}},
                                  {"left2", {LineOrder::Left, 2}},
                                  {"left3", {LineOrder::Left, 3}},
                                  {"right", {LineOrder::Right, 0}},
                                  {"right1", {LineOrder::Right, 1}},
                                  {"right2", {LineOrder::Right, 2}},
                                  {"right3", {LineOrder::Right, 3}},
                                  {"match", {LineOrder::Match, 0}}},
                                 {});
}

void refuse(const OptionReader& reader, std::initializer_list<const char*> options, const std::string& beside,
            const std::string& why) {
  for (const char* option : options) {
    if (reader.has(option)) fail_usage("--" + std::string(option) + " does not go with " + beside, why);
  }
}

void read_columns(const OptionReader& reader, Listing listing, Options& options) {
  if (!reader.has("columns")) return;
  const Result<Columns> columns = choose_columns(reader.one("columns"), listing);
  if (!columns) fail_usage("--columns: " + columns.error().message, columns.error().hint);
  options.listing.columns = *columns;
}

void read_kwic(const OptionReader& reader, Options& options) {
  refuse(reader, {"all", "facet", "timeline", "topics", "explain", "full", "per-statement", "by"}, "a concordance",
         "it lists each match with the words around it, of all passages that match");
  if (options.format == Format::Trec || options.format == Format::Svg) {
    fail_usage("a concordance needs --format kwic, csv, tsv, jsonl or json");
  }
  options.kwic.emplace();
  ConcordanceRequest& request = options.kwic->request;
  request.query = options.request.query;
  const LineSort sort = read_line_sort(reader);
  request.order = sort.order;
  request.word = sort.word;
  options.kwic->context_given = reader.has("context");
  request.context = reader.number("context", 0, kMostContext, request.context);
  request.sample = reader.number("sample", 1, kNoCap, 0);
  request.seed = reader.number("seed", 0, kNoCap, 1);
  if (reader.has("seed") && !reader.has("sample")) fail_usage("--seed needs --sample N");
  request.limit = reader.number("limit", 1, kNoCap, 0);
  request.offset = reader.number("offset", 0, kNoCap, 0);
  if (reader.has("group")) {
    request.group = facet_named(reader.one("group"));
    if (!request.group) {
      fail_usage("--group: \"" + reader.one("group") + "\" is nothing to group by", "take one of " + facet_names());
    }
  }
  options.request.all_versions = reader.has("all-versions");
  options.request.by = Unit::Passage;
  read_columns(reader, Listing::Lines, options);
}

void read_all(const OptionReader& reader, Options& options) {
  refuse(reader, {"limit", "offset", "per-statement"}, "--all", "it lists every match");
  refuse(reader, {"facet", "timeline", "topics", "explain", "full"}, "--all", "it lists matches, and nothing else");
  if (!is_rows(options.format) && options.format != Format::JsonLines) {
    fail_usage("--all needs --format csv, tsv or jsonl", "these can be written while the matches are read");
  }
  if (reader.has("sort") && options.request.sort == SortOrder::Relevance) {
    fail_usage("--all lists by date: --sort date (default) or -date",
               "for the order of relevance leave out --all: a page of up to 1000 hits is ranked");
  }
  options.listing.all = true;
  read_columns(reader, Listing::All, options);
}

}  // namespace

bool asks_for_kwic(const OptionReader& reader) { return reader.has("kwic") || reader.one("format") == "kwic"; }

void read_listing(const OptionReader& reader, Options& options) {
  if (asks_for_kwic(reader)) return read_kwic(reader, options);
  refuse(reader, {"context", "sample", "seed", "group"}, "a list of hits",
         "for lines aligned on the match give --format kwic, or --kwic");
  if (reader.has("all")) return read_all(reader, options);
  if (!reader.has("columns")) return;
  if ((!is_rows(options.format) && options.format != Format::JsonLines) || !options.topics.empty()) {
    fail_usage("--columns needs --format csv, tsv, jsonl or kwic", "text and json show all there is of a hit");
  }
  read_columns(reader, Listing::Page, options);
}

}  // namespace communique::searcher
