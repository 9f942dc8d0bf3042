// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/count/date_counts.h"

#include <utility>

#include "searcher/matches/match_set.h"
#include "searcher/matches/statement_runs.h"

namespace communique::searcher {
namespace {

DateCounts counts_of(OpenIndex& index, const MatchSet& matches) {
  DateCounts counts;
  for (const StatementRun& run : statement_runs(index, matches.all, matches.heads)) {
    const MatchCounts of_statement{1, run.passages};
    counts.total.add(of_statement);
    (run.date == 0 ? counts.undated : counts.by_date[schema::Date::from_key(run.date)]).add(of_statement);
  }
  return counts;
}

}  // namespace

Result<DateCounts> count_by_date(OpenIndex& index, const SearchRequest& request) {
  Result<MatchSet> matches = match_all(index, request);
  if (!matches) return matches.error();
  DateCounts counts = counts_of(index, *matches);
  counts.query = request.query;
  counts.parsed = matches->compiled.parsed;
  counts.asked = matches->compiled.dates;
  counts.notices = std::move(matches->notices);
  return counts;
}

DateCounts count_all_by_date(OpenIndex& index, bool all_versions) {
  return counts_of(index, match_everything(index, all_versions));
}

}  // namespace communique::searcher
