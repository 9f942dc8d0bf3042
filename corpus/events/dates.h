// SPDX-License-Identifier: GPL-3.0-or-later
// When was it? Weekdays, "yesterday" and dates without a year read against the statement's date, datelines, and the
// date of a statement that gives none, worked out of its text.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/span.h"
#include "corpus/statement.h"
#include "schema/gazetteer.h"

namespace communique::corpus {

/// A word or phrase that stands for a day, month or year.
struct TimeExpression {
  Span span;
  schema::Date date;  ///< as precise as the expression: "last month" to the month
};

/// A date worked out of the text.
struct FoundDate {
  schema::Date date;
  schema::DateOrigin origin = schema::DateOrigin::None;  ///< Dateline or Inferred
  std::string reason;    ///< one sentence for users: "New Year greetings 'on Friday'; the Winter Olympics ... : 31 December 2021"
  float confidence = 0;  ///< 0 to 1
};

/// Expressions of time in order, resolved against `date` (precise to the day; a bare weekday is the latest such day on
/// or before it, "next"/"last" as said). Those that need a date and have none are left out.
std::vector<TimeExpression> find_times(std::string_view text, std::string_view lang,
                                       const std::optional<schema::Date>& date);

/// The date of a statement without one: a dateline's, or the event's, inferred. nullopt if nothing decides.
/// The gazetteer tells at which dates the offices that the text gives to people were theirs.
std::optional<FoundDate> find_date(const Statement& statement, std::string_view lang,
                                   const schema::Gazetteer& gazetteer);

}  // namespace communique::corpus
