// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/commands/find_timeline.h"

#include <string>
#include <utility>
#include <vector>

#include "searcher/output.h"
#include "searcher/request.h"

namespace communique::searcher {
namespace {

std::optional<DateCounts> count_or_tell(OpenIndex& index, const SearchRequest& request) {
  const Result<DateCounts> counts = count_by_date(index, request);
  if (counts) return *counts;
  report_query_error(request_text(request), counts.error());
  return std::nullopt;
}

}  // namespace

std::optional<Timeline> count_timeline(OpenIndex& index, const Options& options, const SearchResult* found) {
  const TimelineOptions& wanted = options.timeline;
  std::vector<DateCounts> series;
  SearchRequest request = options.request;
  std::vector<std::string> queries = wanted.compare;
  if (found == nullptr) {
    queries.insert(queries.begin(), request.query);
  } else {
    series.push_back({*found->dates, found->query, found->parsed, found->notices});
  }
  for (const std::string& query : queries) {
    request.query = query;
    std::optional<DateCounts> counts = count_or_tell(index, request);
    if (!counts) return std::nullopt;
    series.push_back(std::move(*counts));
  }
  const DateCounts all = count_all_by_date(index, request.all_versions);
  std::optional<DateCounts> base;
  if (!wanted.out_of.empty()) {
    SearchRequest of = options.request;
    of.query = wanted.out_of;
    of.parse.filters.clear();
    base = count_or_tell(index, of);
    if (!base) return std::nullopt;
  }
  const Result<Timeline> laid_out = lay_out(*wanted.by, series, base ? *base : all, all);
  if (!laid_out) throw Error(ErrorCode::Usage, laid_out.error().message, laid_out.error().hint);
  Timeline timeline = *laid_out;
  if (base) timeline.rate_of = base->parsed;
  return timeline;
}

}  // namespace communique::searcher
