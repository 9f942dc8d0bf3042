// SPDX-License-Identifier: GPL-3.0-or-later
// Events known to all, with where and when they took place: what tells the year of a text that looks forward to one.
#pragma once

#include <span>
#include <string_view>

#include "schema/date.h"

namespace communique::corpus {

/// `kind` is a phrase of event_names(); `hosts`: folded words for city, country and adjective, one space between.
struct KnownEvent {
  std::string_view kind;
  std::string_view hosts;
  schema::Date from;
  schema::Date to;
};

/// What an event is called, folded.
struct EventName {
  std::string_view phrase;
  std::string_view kind;
  std::string_view label;  ///< as shown
};

std::span<const KnownEvent> known_events();
std::span<const EventName> event_names();

/// A holiday on which statements are sent, as the seven days that end with it, so that each week-day is in it once.
struct Occasion {
  std::string_view phrase;  ///< folded
  std::string_view label;   ///< as shown
  schema::Date from;        ///< without a year
  schema::Date to;
};

std::span<const Occasion> occasions();

}  // namespace communique::corpus
