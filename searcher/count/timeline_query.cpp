// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/count/timeline_query.h"

#include <optional>
#include <utility>

#include "searcher/count/date_counts.h"
#include "searcher/request.h"

namespace communique::searcher {

std::variant<Timeline, TimelineError> count_timeline(OpenIndex& index, const TimelineRequest& request,
                                                     const SearchResult* found) {
  std::vector<DateCounts> series;
  SearchRequest search = request.search;
  std::vector<std::string> queries = request.compare;
  if (found == nullptr) {
    queries.insert(queries.begin(), search.query);
  } else {
    series.push_back({*found->dates, found->query, found->parsed, found->notices});
  }
  for (const std::string& query : queries) {
    search.query = query;
    Result<DateCounts> counts = count_by_date(index, search);
    if (!counts) return TimelineError{counts.error(), request_text(search)};
    series.push_back(*counts);
  }
  const DateCounts all = count_all_by_date(index, search.all_versions);
  std::optional<DateCounts> base;
  if (!request.out_of.empty()) {
    search.query = request.out_of;
    search.parse.filters.clear();
    const Result<DateCounts> counts = count_by_date(index, search);
    if (!counts) return TimelineError{counts.error(), request_text(search)};
    base = *counts;
  }
  const Result<Timeline> laid_out = lay_out(request.unit, series, base ? *base : all, all);
  if (!laid_out) return TimelineError{laid_out.error(), {}};
  Timeline timeline = *laid_out;
  if (base) timeline.rate_of = base->parsed;
  return timeline;
}

}  // namespace communique::searcher
