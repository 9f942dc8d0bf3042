// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include "schema/date.h"

using namespace communique::schema;

TEST_CASE("dates are read as precisely as they are written") {
  struct Row {
    const char* text;
    const char* first;
    const char* last;
  };
  for (const Row& row : {Row{"2021", "2021-01-01", "2021-12-31"}, Row{"2020-02", "2020-02-01", "2020-02-29"},
                         Row{"2021-02", "2021-02-01", "2021-02-28"}, Row{"2021-12-31", "2021-12-31", "2021-12-31"},
                         Row{"1946", "1946-01-01", "1946-12-31"}}) {
    CAPTURE(row.text);
    const auto date = parse_date(row.text);
    REQUIRE(date);
    CHECK(date->to_string() == row.text);
    CHECK(date->first_day().to_string() == row.first);
    CHECK(date->last_day().to_string() == row.last);
    CHECK(Date::from_key(date->key()) == *date);
  }
}

TEST_CASE("what is not in the calendar is no date") {
  for (const char* text : {"", "21", "2021-13", "2021-00", "2021-02-30", "2021-02-00", "2021/02/03", "2021-2-3", "abcd",
                           "-999", "2021-02-3x", "0000", "2021-02-29", "20211"}) {
    CAPTURE(text);
    const auto date = parse_date(text);
    REQUIRE_FALSE(date);
    CHECK_FALSE(date.error().message.empty());
    CHECK_FALSE(date.error().hint.empty());
  }
}

TEST_CASE("a range's end expands to the end of its period") {
  struct Row {
    const char* text;
    const char* from;
    const char* to;
  };
  for (const Row& row : {Row{"2021", "2021-01-01", "2021-12-31"}, Row{"2019..2021", "2019-01-01", "2021-12-31"},
                         Row{"2021-03..2021-06-15", "2021-03-01", "2021-06-15"}, Row{"..2020", "", "2020-12-31"},
                         Row{"2020-05..", "2020-05-01", ""}}) {
    CAPTURE(row.text);
    const auto range = parse_date_range(row.text);
    REQUIRE(range);
    CHECK((range->from ? range->from->to_string() : "") == row.from);
    CHECK((range->to ? range->to->to_string() : "") == row.to);
  }
}

TEST_CASE("a range says where it is wrong") {
  struct Row {
    const char* text;
    std::size_t offset;
  };
  for (const Row& row : {Row{"..", 0}, Row{"2021..2020", 0}, Row{"2019..x", 6}, Row{"x..2020", 0}, Row{"", 0}}) {
    CAPTURE(row.text);
    const auto range = parse_date_range(row.text);
    REQUIRE_FALSE(range);
    CHECK(range.error().offset == row.offset);
  }
}

TEST_CASE("dates sort by period, the vaguer first") {
  CHECK(Date{2021, 0, 0} < Date{2021, 1, 0});
  CHECK(Date{2021, 1, 0} < Date{2021, 1, 1});
  CHECK(Date{2020, 12, 31} < Date{2021, 0, 0});
}

TEST_CASE("days are counted over month and year ends") {
  CHECK(add_days({2021, 12, 31}, 1) == Date{2022, 1, 1});
  CHECK(add_days({2020, 3, 1}, -1) == Date{2020, 2, 29});
  CHECK(weekday({2021, 12, 31}) == 5);
  CHECK(weekday({2022, 12, 30}) == 5);
}
