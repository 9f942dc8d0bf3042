// SPDX-License-Identifier: GPL-3.0-or-later
// The best passages by the weights of plain words: all of them or any, with filters. Weighs as Xapian does with
// ranking.h's weighting scheme, to the last bit in an index of one shard, from the shards' word lists
// (schema/word_lists.h), thousands of passages at a time. Over several shards Xapian guesses how many passages hold one
// of a word's forms shard by shard, and rounds; here they are guessed at once, so that weights do not depend on how
// statements came to lie in shards.
#pragma once

#include <cstddef>
#include <vector>

#include <xapian.h>

#include "searcher/open_index.h"
#include "searcher/query/ranked_words.h"
#include "searcher/ranking.h"

namespace communique::searcher {

/// A passage of a shard and what its words weigh.
struct RankedPassage {
  std::size_t shard = 0;  ///< number in the manifest
  Xapian::docid docid = 0;
  double weight = 0;
};

struct RankedPassages {
  std::vector<RankedPassage> passages;  ///< the heaviest first; of equals the first in the order of the scope
  bool complete = true;                 ///< these are all that match
};

/// The best `count` passages, at least one. Dead ones are left out. `everything`: null, or has a list for each shard,
/// which gets the docids of all that match. Throws Error(IndexDamaged, TooLong).
RankedPassages rank_words(OpenIndex& index, const SearchScope& scope, const WordRanking& ranking, std::size_t count,
                          MatchesByShard* everything = nullptr);

}  // namespace communique::searcher
