// SPDX-License-Identifier: GPL-3.0-or-later
// What in an undated text bears on when it was written? For find_date.cpp only.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/events/event_words.h"
#include "corpus/events/known_events.h"
#include "corpus/span.h"
#include "schema/date.h"
#include "schema/gazetteer.h"

namespace communique::corpus {

/// Days, both ends included.
struct Period {
  schema::Date from;
  schema::Date to;
  bool overlaps(const Period& other) const { return from <= other.to && other.from <= to; }
};

/// One of `periods` holds the statement's day.
struct DateEvidence {
  std::vector<Period> periods;
  bool pins = false;   ///< points at a year by itself; else it only rules years out
  std::string reason;  ///< a clause for users: "twenty years since 2001"
};

/// Sentences with a number of years and the year they are counted from: "twenty years of the treaty signed in 2001".
void find_anniversaries(const EventWords& words, std::string_view text, std::vector<DateEvidence>& found);

/// "The outgoing year 2021", "the coming year 2022".
void find_named_years(const EventWords& words, std::vector<DateEvidence>& found);

/// Known events that lie ahead of the text, and terms that came up at a known time ("COVID-19").
void find_event_evidence(const EventWords& words, std::vector<DateEvidence>& found);

/// Leaders named with their office: the statement is of a time when they held it.
void find_tenures(std::string_view text, const schema::Gazetteer& gazetteer, std::vector<DateEvidence>& found);

/// A holiday on which the statement was made, and the week-day said in the same sentence.
struct OccasionFound {
  const Occasion* occasion = nullptr;
  int weekday = -1;  ///< 0 = Sunday to 6, or -1
  std::string weekday_printed;
};
std::optional<OccasionFound> find_occasion(const EventWords& words, std::string_view text);

}  // namespace communique::corpus
