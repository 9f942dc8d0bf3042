// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/count/date_counts.h"

#include <utility>

#include "searcher/matches/match_set.h"
#include "searcher/matches/statement_runs.h"

namespace communique::searcher {

DateTally tally_dates(OpenIndex& index, const AllMatches& matches, bool heads) {
  DateTally tally;
  for (const StatementRun& run : statement_runs(index, matches, heads)) {
    const MatchCounts of_statement{1, run.passages};
    tally.total.add(of_statement);
    (run.date == 0 ? tally.undated : tally.by_date[schema::Date::from_key(run.date)]).add(of_statement);
  }
  return tally;
}

Result<DateCounts> count_by_date(OpenIndex& index, const SearchRequest& request) {
  Result<MatchSet> matches = match_all(index, request);
  if (!matches) return matches.error();
  DateCounts counts{tally_dates(index, matches->all, matches->heads), {}, {}, {}};
  counts.query = request.query;
  counts.parsed = matches->compiled.parsed;
  counts.asked = matches->compiled.dates;
  counts.notices = std::move(matches->notices);
  return counts;
}

DateCounts count_all_by_date(OpenIndex& index, bool all_versions) {
  const MatchSet everything = match_everything(index, all_versions);
  return {tally_dates(index, everything.all, everything.heads), {}, {}, {}};
}

}  // namespace communique::searcher
