// SPDX-License-Identifier: GPL-3.0-or-later
// How often does something come up, period by period, and out of how many statements?
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "searcher/count/date_counts.h"
#include "searcher/count/period.h"

namespace communique::searcher {

/// One query along the timeline.
struct TimelineSeries {
  std::string query;
  std::string parsed;
  std::vector<Notice> notices;
  std::vector<MatchCounts> counts;  ///< by period
  MatchCounts coarser;              ///< dated to a longer period only: to a year on a timeline of months
  MatchCounts undated;
  MatchCounts total;
};

struct Timeline {
  PeriodUnit unit = PeriodUnit::Year;
  std::int64_t first = 0;                    ///< number of the first period
  std::vector<std::string> periods;          ///< names, without gaps
  std::vector<std::uint64_t> statements_of;  ///< by period: all statements that rates are out of
  std::optional<std::string> rate_of;        ///< the query that says which those are; absent: all of the index
  std::vector<TimelineSeries> series;
  std::optional<schema::Date> index_from;  ///< earliest and latest date of the index; absent if all is undated
  std::optional<schema::Date> index_to;
};

/// What the bars of a drawn timeline stand for.
enum class Bars {
  Statements,   ///< matching statements of the period
  PerThousand,  ///< out of 1,000 statements of the period
};

/// Matching statements per 1,000 of all statements of the period; 0 where there are none.
double per_thousand(const Timeline& timeline, const TimelineSeries& series, std::size_t period);

/// The most periods a timeline may have: the days of 200 years.
inline constexpr std::int64_t kMostPeriods = 75'000;

/// `series`: one DateCounts per query, at least one. `base` is what rates are out of. The timeline runs over the dates
/// that the first query asks for as far as the index has any; from the first match of any query to the last where it
/// asks for none; and has no periods where nothing matches or the dates asked for lie outside the index's. An error
/// where there are more than kMostPeriods.
Result<Timeline> lay_out(PeriodUnit unit, const std::vector<DateCounts>& series, const DateCounts& base,
                         const DateCounts& index);

}  // namespace communique::searcher
