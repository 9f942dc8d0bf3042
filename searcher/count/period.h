// SPDX-License-Identifier: GPL-3.0-or-later
// Years, months, weeks and days as the rows of a timeline: which one is a date in, which comes next, what is it called?
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "schema/date.h"

namespace communique::searcher {

enum class PeriodUnit { Year, Month, Week, Day };

std::string_view to_string(PeriodUnit unit);
std::optional<PeriodUnit> period_unit_named(std::string_view name);

/// The number of the period that holds a date: periods that follow one another have numbers that do. nullopt where the
/// date is not known so precisely. Weeks begin on Mondays and belong to the year of their Thursday (ISO 8601).
std::optional<std::int64_t> period_of(const schema::Date& date, PeriodUnit unit);

/// "2021", "2021-03", "2021-W09", "2021-03-07".
std::string period_name(std::int64_t number, PeriodUnit unit);

/// First day of a period.
schema::Date period_start(std::int64_t number, PeriodUnit unit);

}  // namespace communique::searcher
