// SPDX-License-Identifier: GPL-3.0-or-later
// When was it said? Dates as precise as they are known, the periods they stand for, and their sortable key.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "schema/error.h"

namespace communique::schema {

/// A date of the Gregorian calendar, known to the year, the month or the day. `month` and `day` are 0 where unknown.
/// Years 1 to 9999. Ordered by key, so a year sorts before its months and a month before its days.
struct Date {
  std::int16_t year = 0;
  std::uint8_t month = 0;
  std::uint8_t day = 0;

  auto operator<=>(const Date&) const = default;

  /// yyyymmdd as a number, with 00 for what is unknown: 2021 -> 20210000.
  std::uint32_t key() const;
  static Date from_key(std::uint32_t key);

  /// First and last day of the period the date stands for: 2021-02 -> 2021-02-01, 2021-02-28.
  Date first_day() const;
  Date last_day() const;

  /// "2021", "2021-03" or "2021-03-09".
  std::string to_string() const;
};

/// Where a statement's date comes from. `Inferred` is reserved for dates read out of the text.
enum class DateOrigin : std::uint8_t { None, Metadata, Path, Dateline, Inferred };
std::string_view to_string(DateOrigin origin);
DateOrigin date_origin_from(std::string_view name);

/// Reads yyyy, yyyy-mm or yyyy-mm-dd (digits only, a real calendar date). Used for queries and options.
Result<Date> parse_date(std::string_view text);

/// A period of whole days, both ends included; an end that is absent is open.
struct DateRange {
  std::optional<Date> from;  ///< precise to the day
  std::optional<Date> to;    ///< precise to the day

  bool contains(const Date& day) const;
};

/// Reads what `date:` takes: "2021", "2021-03..2021-06-15", "..2020", "2021..". The end expands to the end of its
/// period.
Result<DateRange> parse_date_range(std::string_view text);

/// Day arithmetic, for week-days and "yesterday". `day` must be precise to the day.
Date add_days(const Date& day, int days);
/// 0 = Sunday ... 6 = Saturday.
int weekday(const Date& day);
bool is_valid(const Date& date);

}  // namespace communique::schema
