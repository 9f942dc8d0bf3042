// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/count/period.h"

#include <array>
#include <chrono>
#include <cstdio>
#include <utility>

namespace communique::searcher {
namespace {

namespace chrono = std::chrono;

constexpr std::array<std::pair<PeriodUnit, std::string_view>, 4> kUnits = {
    {{PeriodUnit::Year, "year"}, {PeriodUnit::Month, "month"}, {PeriodUnit::Week, "week"}, {PeriodUnit::Day, "day"}}};

constexpr int kMonths = 12;
constexpr int kDays = 7;
/// 1970-01-01, day 0, is a Thursday, three days after its week's Monday.
constexpr int kMondayToDayZero = 3;

chrono::sys_days days_of(const schema::Date& date) {
  return chrono::year(date.year) / chrono::month(date.month) / chrono::day(date.day);
}

schema::Date date_of(chrono::sys_days days) {
  const chrono::year_month_day day(days);
  return {static_cast<std::int16_t>(static_cast<int>(day.year())),
          static_cast<std::uint8_t>(static_cast<unsigned>(day.month())),
          static_cast<std::uint8_t>(static_cast<unsigned>(day.day()))};
}

std::int64_t floor_divided(std::int64_t a, std::int64_t b) { return a / b - (a % b < 0 ? 1 : 0); }

std::string week_name(std::int64_t number) {
  const schema::Date thursday = schema::add_days(period_start(number, PeriodUnit::Week), 3);
  const schema::Date new_year{thursday.year, 1, 1};
  const auto day_of_year = (days_of(thursday) - days_of(new_year)).count();
  std::array<char, 16> text{};
  std::snprintf(text.data(), text.size(), "%04d-W%02d", int{thursday.year}, static_cast<int>(day_of_year / kDays + 1));
  return text.data();
}

}  // namespace

std::string_view to_string(PeriodUnit unit) {
  for (const auto& [known, name] : kUnits) {
    if (known == unit) return name;
  }
  return {};
}

std::optional<PeriodUnit> period_unit_named(std::string_view name) {
  for (const auto& [unit, known] : kUnits) {
    if (known == name) return unit;
  }
  return std::nullopt;
}

std::optional<std::int64_t> period_of(const schema::Date& date, PeriodUnit unit) {
  if (unit == PeriodUnit::Year) return date.year;
  if (date.month == 0) return std::nullopt;
  if (unit == PeriodUnit::Month) return std::int64_t{date.year} * kMonths + date.month - 1;
  if (date.day == 0) return std::nullopt;
  const std::int64_t day = days_of(date).time_since_epoch().count();
  return unit == PeriodUnit::Day ? day : floor_divided(day + kMondayToDayZero, kDays);
}

schema::Date period_start(std::int64_t number, PeriodUnit unit) {
  switch (unit) {
    case PeriodUnit::Year:
      return {static_cast<std::int16_t>(number), 1, 1};
    case PeriodUnit::Month:
      return {static_cast<std::int16_t>(floor_divided(number, kMonths)),
              static_cast<std::uint8_t>(number - floor_divided(number, kMonths) * kMonths + 1), 1};
    case PeriodUnit::Week:
      return date_of(chrono::sys_days(chrono::days(number * kDays - kMondayToDayZero)));
    case PeriodUnit::Day:
      break;
  }
  return date_of(chrono::sys_days(chrono::days(number)));
}

std::string period_name(std::int64_t number, PeriodUnit unit) {
  if (unit == PeriodUnit::Week) return week_name(number);
  schema::Date start = period_start(number, unit);
  if (unit != PeriodUnit::Day) start.day = 0;
  if (unit == PeriodUnit::Year) start.month = 0;
  return start.to_string();
}

}  // namespace communique::searcher
