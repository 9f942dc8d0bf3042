// SPDX-License-Identifier: GPL-3.0-or-later
// Calendar arithmetic by std::chrono; reading of the strict forms. Free forms ("22 May 2021") are the readers' matter.
#include "schema/date.h"

#include <array>
#include <charconv>
#include <chrono>
#include <utility>

namespace communique::schema {

namespace {

constexpr int kFirstYear = 1;
constexpr int kLastYear = 9999;

std::chrono::year_month_day to_chrono(const Date& date) {
  return std::chrono::year{date.year} / std::chrono::month{date.month} / std::chrono::day{date.day};
}

Date from_chrono(const std::chrono::year_month_day& day) {
  return {static_cast<std::int16_t>(static_cast<int>(day.year())),
          static_cast<std::uint8_t>(static_cast<unsigned>(day.month())),
          static_cast<std::uint8_t>(static_cast<unsigned>(day.day()))};
}

/// All of `text` as a number of exactly `digits` digits, or -1.
int number(std::string_view text, std::size_t digits) {
  int value = 0;
  if (text.size() != digits) return -1;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  const bool all = error == std::errc{} && end == text.data() + text.size() && text.front() != '-';
  return all ? value : -1;
}

std::string padded(unsigned value, std::size_t digits) {
  std::string text = std::to_string(value);
  return text.size() < digits ? std::string(digits - text.size(), '0') + text : text;
}

const std::string kDateHint = "write yyyy, yyyy-mm or yyyy-mm-dd";

}  // namespace

std::uint32_t Date::key() const { return static_cast<std::uint32_t>(year) * 10000u + month * 100u + day; }

Date Date::from_key(std::uint32_t key) {
  return {static_cast<std::int16_t>(key / 10000), static_cast<std::uint8_t>(key / 100 % 100),
          static_cast<std::uint8_t>(key % 100)};
}

Date Date::first_day() const { return {year, month == 0 ? std::uint8_t{1} : month, day == 0 ? std::uint8_t{1} : day}; }

Date Date::last_day() const {
  if (day != 0) return *this;
  const auto last_month = std::chrono::month{month == 0 ? 12u : month};
  return from_chrono(std::chrono::year{year} / last_month / std::chrono::last);
}

std::string Date::to_string() const {
  std::string text = padded(static_cast<unsigned>(year), 4);
  if (month != 0) text += "-" + padded(month, 2);
  if (day != 0) text += "-" + padded(day, 2);
  return text;
}

namespace {
constexpr std::array<std::pair<DateOrigin, std::string_view>, 5> kOriginNames{{{DateOrigin::None, "none"},
                                                                               {DateOrigin::Metadata, "metadata"},
                                                                               {DateOrigin::Path, "path"},
                                                                               {DateOrigin::Dateline, "dateline"},
                                                                               {DateOrigin::Inferred, "inferred"}}};
}

std::string_view to_string(DateOrigin origin) { return kOriginNames[static_cast<std::size_t>(origin)].second; }

DateOrigin date_origin_from(std::string_view name) {
  for (const auto& [origin, text] : kOriginNames) {
    if (text == name) return origin;
  }
  return DateOrigin::None;
}

bool is_valid(const Date& date) {
  if (date.year < kFirstYear || date.year > kLastYear) return false;
  if (date.month == 0) return date.day == 0;
  if (date.month > 12) return false;
  return date.day == 0 || to_chrono(date).ok();
}

Result<Date> parse_date(std::string_view text) {
  const std::string shown(text);
  const bool shape = text.size() == 4 || (text.size() == 7 && text[4] == '-') ||
                     (text.size() == 10 && text[4] == '-' && text[7] == '-');
  if (!shape) return ValueError{"\"" + shown + "\" is no date", kDateHint, 0};
  const int year = number(text.substr(0, 4), 4);
  const int month = text.size() >= 7 ? number(text.substr(5, 2), 2) : 0;
  const int day = text.size() == 10 ? number(text.substr(8, 2), 2) : 0;
  if (year < 0 || month < 0 || day < 0) return ValueError{"\"" + shown + "\" is no date", kDateHint, 0};
  const Date date{static_cast<std::int16_t>(year), static_cast<std::uint8_t>(month), static_cast<std::uint8_t>(day)};
  const bool zero_part = (text.size() >= 7 && month == 0) || (text.size() == 10 && day == 0);
  if (zero_part || !is_valid(date)) {
    return ValueError{"\"" + shown + "\" is not in the calendar", kDateHint, 0};
  }
  return date;
}

bool DateRange::contains(const Date& day) const { return (!from || *from <= day) && (!to || day <= *to); }

Result<DateRange> parse_date_range(std::string_view text) {
  DateRange range;
  const std::size_t dots = text.find("..");
  const std::string_view left = dots == std::string_view::npos ? text : text.substr(0, dots);
  const std::string_view right = dots == std::string_view::npos ? text : text.substr(dots + 2);
  if (left.empty() && right.empty()) return ValueError{"the date range has neither start nor end", kDateHint, 0};
  if (!left.empty()) {
    const auto date = parse_date(left);
    if (!date) return date.error();
    range.from = date->first_day();
  }
  if (!right.empty()) {
    const auto date = parse_date(right);
    if (!date) {
      return ValueError{date.error().message, date.error().hint, dots == std::string_view::npos ? 0 : dots + 2};
    }
    range.to = date->last_day();
  }
  if (range.from && range.to && *range.to < *range.from) {
    return ValueError{"the date range ends before it starts", "write the earlier date first", 0};
  }
  return range;
}

Date add_days(const Date& day, int days) {
  return from_chrono(std::chrono::sys_days{to_chrono(day)} + std::chrono::days{days});
}

int weekday(const Date& day) {
  return static_cast<int>(std::chrono::weekday{std::chrono::sys_days{to_chrono(day)}}.c_encoding());
}

}  // namespace communique::schema
