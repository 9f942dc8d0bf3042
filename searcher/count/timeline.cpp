// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/count/timeline.h"

#include <algorithm>

namespace communique::searcher {
namespace {

/// First and last period of a timeline.
struct Extent {
  std::optional<std::int64_t> first;
  std::optional<std::int64_t> last;

  void take_in(std::int64_t period) {
    first = std::min(first.value_or(period), period);
    last = std::max(last.value_or(period), period);
  }
};

Extent extent_of(PeriodUnit unit, const DateCounts& counts) {
  Extent extent;
  for (const auto& [date, of_date] : counts.by_date) {
    if (const auto period = period_of(date, unit)) extent.take_in(*period);
  }
  return extent;
}

Extent extent_of(PeriodUnit unit, const std::vector<DateCounts>& series, const DateCounts& index) {
  Extent extent;
  for (const DateCounts& one : series) {
    const Extent of_one = extent_of(unit, one);
    if (!of_one.first) continue;
    extent.take_in(*of_one.first);
    extent.take_in(*of_one.last);
  }
  const schema::DateRange& asked = series.front().asked;
  if (!asked.from && !asked.to) return extent;
  const Extent whole = extent_of(unit, index);
  if (!whole.first) return extent;
  Extent wanted = whole;
  if (asked.from) wanted.first = std::max(*whole.first, *period_of(*asked.from, unit));
  if (asked.to) wanted.last = std::min(*whole.last, *period_of(*asked.to, unit));
  if (*wanted.first > *wanted.last) return extent;
  if (extent.first) wanted.take_in(*extent.first);
  if (extent.last) wanted.take_in(*extent.last);
  return wanted;
}

TimelineSeries laid_out(const Timeline& timeline, const DateCounts& counts) {
  TimelineSeries series{counts.query, counts.parsed, counts.notices, {}, {}, counts.undated, counts.total};
  series.counts.resize(timeline.periods.size());
  for (const auto& [date, of_date] : counts.by_date) {
    const auto period = period_of(date, timeline.unit);
    if (!period) {
      series.coarser.add(of_date);
    } else if (const auto at = static_cast<std::size_t>(*period - timeline.first); at < series.counts.size()) {
      series.counts[at].add(of_date);
    }
  }
  return series;
}

ValueError too_long(PeriodUnit unit, std::int64_t periods) {
  return {"a timeline of " + std::to_string(periods) + " periods is too long",
          "take a longer unit than " + std::string(to_string(unit)) + ", or fewer years: --from 2001 --to 2020", 0};
}

}  // namespace

double per_thousand(const Timeline& timeline, const TimelineSeries& series, std::size_t period) {
  const std::uint64_t all = timeline.statements_of[period];
  return all == 0 ? 0 : 1000.0 * static_cast<double>(series.counts[period].statements) / static_cast<double>(all);
}

Result<Timeline> lay_out(PeriodUnit unit, const std::vector<DateCounts>& series, const DateCounts& base,
                         const DateCounts& index) {
  Timeline timeline;
  timeline.unit = unit;
  if (!index.by_date.empty()) {
    timeline.index_from = index.by_date.begin()->first;
    timeline.index_to = index.by_date.rbegin()->first;
  }
  const Extent extent = extent_of(unit, series, index);
  if (extent.first) {
    timeline.first = *extent.first;
    const std::int64_t periods = *extent.last - *extent.first + 1;
    if (periods > kMostPeriods) return too_long(unit, periods);
    for (std::int64_t number = *extent.first; number <= *extent.last; ++number) {
      timeline.periods.push_back(period_name(number, unit));
    }
  }
  for (const MatchCounts& counts : laid_out(timeline, base).counts) timeline.statements_of.push_back(counts.statements);
  for (const DateCounts& one : series) timeline.series.push_back(laid_out(timeline, one));
  return timeline;
}

}  // namespace communique::searcher
