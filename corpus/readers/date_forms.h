// SPDX-License-Identifier: GPL-3.0-or-later
// Which day does a date mean, in whatever form a record gives it? The date as written: no shifting between time zones.
#pragma once

#include <string_view>

#include "schema/date.h"
#include "schema/error.h"

namespace communique::corpus {

/// What 03/04/2021 means. Only slashed dates whose numbers could both be months depend on it.
enum class SlashedOrder { DayFirst, MonthFirst };

/// Reads ISO dates and timestamps, yyyymmdd, years, dotted, dashed and slashed dates, dates with a month's name in
/// seven languages, RFC 822 dates and Chinese, Japanese and Korean dates, with or without a time. An error says whether
/// the form is not understood or there is no such day.
Result<schema::Date> read_date(std::string_view text, SlashedOrder order = SlashedOrder::DayFirst);

}  // namespace communique::corpus
