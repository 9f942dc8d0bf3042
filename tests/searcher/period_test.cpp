// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/count/period.h"

#include <doctest/doctest.h>

#include "searcher/count/timeline.h"

using namespace communique;
using namespace communique::searcher;

namespace {

struct Row {
  std::string date;
  std::string week;
};

DateCounts counts_of(const std::vector<std::pair<std::string, std::uint64_t>>& dates) {
  DateCounts counts;
  for (const auto& [date, statements] : dates) {
    const MatchCounts of_date{statements, 2 * statements};
    counts.total.add(of_date);
    (date.empty() ? counts.undated : counts.by_date[*schema::parse_date(date)]).add(of_date);
  }
  return counts;
}

std::vector<std::uint64_t> statements_of(const TimelineSeries& series) {
  std::vector<std::uint64_t> statements;
  for (const MatchCounts& counts : series.counts) statements.push_back(counts.statements);
  return statements;
}

using Numbers = std::vector<std::uint64_t>;

}  // namespace

TEST_CASE("a day is in the ISO 8601 week of its Thursday") {
  for (const Row& row : std::vector<Row>{{"1969-12-29", "1970-W01"},
                                         {"1970-01-04", "1970-W01"},
                                         {"1970-01-05", "1970-W02"},
                                         {"2005-01-01", "2004-W53"},
                                         {"2008-12-29", "2009-W01"},
                                         {"2010-01-03", "2009-W53"},
                                         {"2021-01-03", "2020-W53"},
                                         {"2021-01-04", "2021-W01"},
                                         {"2024-02-29", "2024-W09"},
                                         {"0004-03-01", "0004-W10"}}) {
    CAPTURE(row.date);
    const auto number = period_of(*schema::parse_date(row.date), PeriodUnit::Week);
    REQUIRE(number);
    CHECK(period_name(*number, PeriodUnit::Week) == row.week);
    CHECK(schema::weekday(period_start(*number, PeriodUnit::Week)) == 1);
  }
}

TEST_CASE("a period's name, start and number agree, and periods follow one another") {
  for (const PeriodUnit unit : {PeriodUnit::Year, PeriodUnit::Month, PeriodUnit::Week, PeriodUnit::Day}) {
    schema::Date day{1999, 12, 1};
    std::int64_t before = *period_of(day, unit);
    for (int i = 0; i < 800; ++i) {
      const std::int64_t number = *period_of(day, unit);
      CHECK((number == before || number == before + 1));
      CHECK(period_of(period_start(number, unit), unit) == number);
      before = number;
      day = schema::add_days(day, 1);
    }
  }
}

TEST_CASE("a date that is not known so precisely is in no period") {
  CHECK(period_of({2021, 0, 0}, PeriodUnit::Year) == 2021);
  CHECK_FALSE(period_of({2021, 0, 0}, PeriodUnit::Month));
  CHECK_FALSE(period_of({2021, 3, 0}, PeriodUnit::Week));
  CHECK_FALSE(period_of({2021, 3, 0}, PeriodUnit::Day));
  CHECK_FALSE(period_unit_named("decade"));
}

TEST_CASE("a timeline has every period from the first match to the last, and says what stands on none") {
  const DateCounts matches = counts_of({{"2019-05-01", 2}, {"2021", 1}, {"2021-07", 3}, {"", 4}});
  const DateCounts index = counts_of({{"2018", 9}, {"2019-05-01", 10}, {"2020-01-01", 5}, {"2021-07", 6}, {"", 5}});
  const Result<Timeline> years = lay_out(PeriodUnit::Year, {matches}, index, index);
  REQUIRE(years);
  CHECK(years->periods == std::vector<std::string>{"2019", "2020", "2021"});
  CHECK(statements_of(years->series[0]) == Numbers{2, 0, 4});
  CHECK(years->statements_of == Numbers{10, 5, 6});
  CHECK(years->series[0].undated.statements == 4);
  CHECK(years->series[0].coarser.statements == 0);
  CHECK(per_thousand(*years, years->series[0], 0) == doctest::Approx(200));
  const Result<Timeline> months = lay_out(PeriodUnit::Month, {matches}, index, index);
  REQUIRE(months);
  CHECK(months->periods.size() == 27);
  CHECK(months->series[0].coarser.statements == 1);
}

TEST_CASE("dates that the query asks for are the timeline's ends, as far as the index has any") {
  DateCounts matches = counts_of({{"2019", 2}});
  const DateCounts index = counts_of({{"2015", 1}, {"2019", 2}, {"2022", 3}});
  matches.asked = *schema::parse_date_range("2017..2030");
  CHECK(lay_out(PeriodUnit::Year, {matches}, index, index)->periods.size() == 6);
  matches = counts_of({});
  matches.asked = *schema::parse_date_range("1950..1960");
  CHECK(lay_out(PeriodUnit::Year, {matches}, index, index)->periods.empty());
}

TEST_CASE("several queries share the periods of all of them") {
  const DateCounts a = counts_of({{"2019", 2}});
  const DateCounts b = counts_of({{"2021", 1}});
  const Result<Timeline> timeline = lay_out(PeriodUnit::Year, {a, b}, a, a);
  REQUIRE(timeline);
  CHECK(statements_of(timeline->series[0]) == Numbers{2, 0, 0});
  CHECK(statements_of(timeline->series[1]) == Numbers{0, 0, 1});
  CHECK(per_thousand(*timeline, timeline->series[1], 2) == 0);  // out of none
}

TEST_CASE("a timeline that nobody could read is refused with what to do") {
  const DateCounts wide = counts_of({{"0001-01-01", 1}, {"9999-12-31", 1}});
  const Result<Timeline> days = lay_out(PeriodUnit::Day, {wide}, wide, wide);
  REQUIRE_FALSE(days);
  CHECK(days.error().hint.find("longer unit") != std::string::npos);
  CHECK(lay_out(PeriodUnit::Year, {wide}, wide, wide)->periods.size() == 9999);
}
