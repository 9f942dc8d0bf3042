// SPDX-License-Identifier: GPL-3.0-or-later
// All that matches, statement by statement: when is each of, and how much of it matches?
#pragma once

#include <cstdint>
#include <vector>

#include "searcher/matches/match_count.h"

namespace communique::searcher {

/// The matching documents of one statement: by_shard[shard][first .. first + documents) of the matches.
struct StatementRun {
  std::uint32_t date = 0;  ///< schema::Date::key(); 0: undated
  std::uint32_t shard = 0;
  Xapian::docid head = 0;
  std::uint32_t first = 0;
  std::uint32_t documents = 0;  ///< passages; the head alone where heads match
  std::uint32_t passages = 0;   ///< that match: all it has where heads match
};

/// In the order of the index. `heads`: what matches are heads, which stand for all passages of their statements;
/// otherwise heads among the matches are left out. Costs 24 bytes a statement and a look at the dates' slot.
std::vector<StatementRun> statement_runs(OpenIndex& index, const AllMatches& matches, bool heads);

}  // namespace communique::searcher
