// SPDX-License-Identifier: GPL-3.0-or-later
// Which parts of the query gave how much of a hit's score? Xapian is asked again for each part, with the statistics of
// the whole search.
#pragma once

#include <vector>

#include "searcher/query/compile.h"
#include "searcher/ranking.h"
#include "searcher/search.h"

namespace communique::searcher {

/// A hit and the candidate that it was made from, with the gains contained in its weight.
struct ScoredHit {
  Hit* hit = nullptr;
  const Candidate* candidate = nullptr;
};

/// What found the hits.
struct ScoringQuery {
  const CompiledQuery& compiled;
  const Xapian::Query& query;  ///< CompiledQuery::full, or `partial` for hits with some of the words
};

/// Fills Hit::score_parts of hits of passages; their sum is the hit's score.
void explain_scores(OpenIndex& index, const SearchScope& scope, const ScoringQuery& scoring,
                    const std::vector<ScoredHit>& hits);

}  // namespace communique::searcher
