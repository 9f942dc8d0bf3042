// SPDX-License-Identifier: GPL-3.0-or-later
// Which statements, of all that match a query, are two sides' accounts of one call or meeting?
#pragma once

#include <cstdint>
#include <vector>

#include "searcher/accounts/one_event.h"
#include "searcher/matches/match_set.h"

namespace communique::searcher {

struct PairsRequest {
  SearchRequest search;     ///< what is looked among; with all_versions, copies of one statement too
  std::size_t limit = 100;  ///< pairs given; at least 1
  std::size_t offset = 0;   ///< pairs left out first
  bool newest_first = false;
};

struct AccountPair {
  schema::StatementRecord left;  ///< the earlier, then the one with the lower id
  schema::StatementRecord right;
  EventEvidence evidence;
};

struct AccountPairs {
  std::vector<Notice> notices;
  std::uint64_t statements = 0;    ///< that match
  std::uint64_t undated = 0;       ///< of them, without a date that is known to the day: in no pair
  std::uint64_t total = 0;         ///< pairs
  std::vector<AccountPair> pairs;  ///< by date, then by id
};

/// Both sides: two countries at least take part in both statements. Two accounts: from different sources or countries,
/// and no versions of one another. A statement is in one pair with each source at most, its surest. An error is about
/// the query, as with search().
Result<AccountPairs> find_pairs(OpenIndex& index, const PairsRequest& request);

}  // namespace communique::searcher
