// SPDX-License-Identifier: GPL-3.0-or-later
// How many passages and statements match, exactly, and how many of each statement?
#pragma once

#include <cstdint>
#include <vector>

#include <xapian.h>

#include "searcher/open_index.h"
#include "searcher/ranking.h"
#include "searcher/versions.h"

namespace communique::searcher {

/// Every document that matches a query.
struct AllMatches {
  MatchesByShard by_shard;  ///< heads too
  std::uint64_t passages = 0;
  std::uint64_t statements = 0;

  /// Passages of the candidate's statement that match.
  std::uint64_t passages_of(OpenIndex& index, const Candidate& candidate) const;
};

/// What of a matching statement counts: its matching passages, or all it has (where heads stand for their statements).
enum class CountPassages { Matching, OfMatchingHeads };

/// Counts what is found already, one of each cluster of versions; chooses among `versions`.
AllMatches count_matches(OpenIndex& index, MatchesByShard found, CountPassages passages, VersionChoice& versions);

/// The same of a query. Costs a pass over every match; a short one where the query is words and filters alone.
AllMatches all_matches(OpenIndex& index, const SearchScope& scope, const RankedQuery& query, CountPassages passages,
                       VersionChoice& versions);

}  // namespace communique::searcher
