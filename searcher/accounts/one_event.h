// SPDX-License-Identifier: GPL-3.0-or-later
// Do two statements tell of one call or meeting, and what speaks for it?
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "schema/record.h"

namespace communique::searcher {

/// A statement as far as that question needs it.
struct EventFacts {
  const schema::StatementRecord* statement = nullptr;
  const std::vector<std::string>* parties = nullptr;
};

enum class KindMatch { Same, Unknown, Different };

/// From none to certain beyond doubt for a reader of both texts.
enum class Certainty { None, Possible, Likely, Sure };

struct EventEvidence {
  std::optional<int> days_apart;        ///< absent if a date is unknown, or not known to the day
  std::vector<std::string> countries;   ///< that take part in both: alpha-3 or an organisation's letters
  std::vector<std::string> leaders;     ///< ids that take part in both
  bool same_countries = false;          ///< and no other country takes part in either
  KindMatch kind = KindMatch::Unknown;  ///< Same: both calls, both meetings, ...
  std::string kind_name;                ///< if Same
  bool languages_differ = false;        ///< then words tell nothing
  double likeness = 0;                  ///< of their words, 0 to 1 (content_words.h)
  Certainty certainty = Certainty::None;
};

/// What can be told without reading the texts; certainty is None where dates, sides or kinds rule it out already.
/// Cheap: for trying many pairs.
EventEvidence facts_in_common(const EventFacts& left, const EventFacts& right);
/// True if the facts allow one event.
bool may_be_one_event(const EventEvidence& evidence);
/// Decides with likeness known; fills `certainty`.
void decide(EventEvidence& evidence, double likeness);

}  // namespace communique::searcher
