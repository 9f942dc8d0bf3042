// SPDX-License-Identifier: GPL-3.0-or-later
// How much does it add to a passage's weight that words of the query stand in it side by side, as they do in the query?
#pragma once

#include <cstddef>
#include <map>

#include "searcher/open_index.h"
#include "searcher/query/word_pairs.h"
#include "searcher/word_positions.h"

namespace communique::searcher {

/// The most that pairs add, as a share of the weight that the words give. Without a bound two common words side by side
/// may outweigh a rare one.
inline constexpr double kMostPairGain = 0.3;

/// What a document gains in which the words stand so; `weight` is what its words give.
double pair_gain(const QueryPairs& pairs, const WordPositions& positions, double weight);
/// The most that any document of this weight may gain.
double most_pair_gain(const QueryPairs& pairs, double weight);

class PairScorer {
 public:
  /// Views both.
  PairScorer(OpenIndex& index, const QueryPairs& pairs) : index_(index), pairs_(pairs) {}

  bool empty() const { return pairs_.empty(); }
  /// What a passage gains; its title does not count.
  double gain(const DocumentPlace& passage, double weight);

 private:
  OpenIndex& index_;
  const QueryPairs& pairs_;
  std::map<std::size_t, WordPositions> positions_;  ///< by shard
};

}  // namespace communique::searcher
