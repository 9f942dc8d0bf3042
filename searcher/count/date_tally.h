// SPDX-License-Identifier: GPL-3.0-or-later
// How many of the matching statements and passages are of which date?
#pragma once

#include <cstdint>
#include <map>

#include "schema/date.h"
#include "searcher/open_index.h"

namespace communique::searcher {

struct AllMatches;

struct MatchCounts {
  std::uint64_t statements = 0;
  std::uint64_t passages = 0;

  void add(const MatchCounts& more) {
    statements += more.statements;
    passages += more.passages;
  }
  bool operator==(const MatchCounts&) const = default;
};

struct DateTally {
  schema::DateRange asked;  ///< dates that the query leaves in
  std::map<schema::Date, MatchCounts> by_date;  ///< as precise as each is known
  MatchCounts undated;
  MatchCounts total;
};

/// `heads`: what matches are heads, which stand for all their passages. No record is read.
DateTally tally_dates(OpenIndex& index, const AllMatches& matches, bool heads);

}  // namespace communique::searcher
