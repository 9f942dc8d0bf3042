// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/commands/find_timeline.h"

#include "searcher/count/timeline_query.h"
#include "searcher/output.h"

namespace communique::searcher {

std::optional<Timeline> count_timeline(OpenIndex& index, const Options& options, const SearchResult* found) {
  const TimelineOptions& wanted = options.timeline;
  const auto counted =
      count_timeline(index, TimelineRequest{*wanted.by, options.request, wanted.compare, wanted.out_of}, found);
  if (const auto* timeline = std::get_if<Timeline>(&counted)) return *timeline;
  const TimelineError& wrong = std::get<TimelineError>(counted);
  if (wrong.text.empty()) throw Error(ErrorCode::Usage, wrong.error.message, wrong.error.hint);
  report_query_error(wrong.text, wrong.error);
  return std::nullopt;
}

}  // namespace communique::searcher
