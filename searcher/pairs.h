// SPDX-License-Identifier: GPL-3.0-or-later
// How much does it add to a passage's weight that words of the query stand in it side by side, as they do in the query?
#pragma once

#include <bitset>
#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "schema/record.h"
#include "schema/words.h"
#include "searcher/query/word_pairs.h"

namespace communique::searcher {

/// The most that pairs add, as a share of the weight that the words give. Without a bound two common words side by side may
/// outweigh a rare one.
inline constexpr double kMostPairGain = 0.3;

class PairScorer {
 public:
  /// Views `pairs`.
  explicit PairScorer(const QueryPairs& pairs);

  bool empty() const { return pairs_.empty(); }
  /// What a passage gains; `weight` is what its words give.
  double gain(const schema::PassageRecord& passage, double weight);
  /// The most that any passage of this weight may gain.
  double most(double weight) const;

 private:
  using Positions = std::vector<std::uint32_t>;

  void read_positions(const schema::PassageRecord& passage);

  const QueryPairs& pairs_;
  std::unordered_map<std::string_view, std::vector<std::size_t>> words_of_;  ///< by form; views pairs_
  std::bitset<256> first_bytes_;  ///< of all forms: most words of a text are none of them
  std::vector<Positions> positions_;                                         ///< in the passage, by word, ascending
  schema::WordSplitter splitter_;
};

}  // namespace communique::searcher
