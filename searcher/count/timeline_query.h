// SPDX-License-Identifier: GPL-3.0-or-later
// The timeline of a search: its query, others to compare it with, and what rates are out of, counted period by period.
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "searcher/count/timeline.h"
#include "searcher/search.h"

namespace communique::searcher {

struct TimelineRequest {
  PeriodUnit unit = PeriodUnit::Year;
  SearchRequest search;              ///< the first query; the others have its filters and options
  std::vector<std::string> compare;  ///< further queries
  std::string out_of;                ///< a query without filters; empty: rates are out of the whole index
};

/// What is wrong with one of the queries, or with the timeline as a whole (then `text` is empty).
struct TimelineError {
  ValueError error;
  std::string text;  ///< what the error's offset counts in
};

/// `found`: the answer to the first query, with its dates counted; null if it was not asked.
std::variant<Timeline, TimelineError> count_timeline(OpenIndex& index, const TimelineRequest& request,
                                                     const SearchResult* found);

}  // namespace communique::searcher
