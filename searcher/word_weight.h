// SPDX-License-Identifier: GPL-3.0-or-later
// What does a word weigh in a passage? BM25 as Xapian 1.4 computes it (weight/bm25weight.cc, matcher/orpostlist.cc), in
// its rounding, too: a weight must be the same whichever way it is found.
#pragma once

#include <cstdint>
#include <vector>

#include "searcher/ranking.h"

namespace communique::searcher {

/// What a scope's passages have in common, as far as weights depend on it.
class WordWeights {
 public:
  WordWeights(OpenIndex& index, const SearchScope& scope);

  /// The part of a word's weight that is the same in all passages. `passages`: of each form, how many of the scope hold
  /// it.
  double rarity(std::vector<std::uint32_t> passages, double factor) const;
  /// What a word weighs that counts so often in a passage of so many words.
  double weight(double rarity, std::uint32_t count, std::uint32_t length) const {
    const double damping = length < damping_.size() ? damping_[length] : damping_of(length);
    return rarity * (static_cast<double>(count) / (damping + static_cast<double>(count)));
  }

 private:
  double damping_of(std::uint32_t length) const;

  PassageWeight parameters_;
  double documents_ = 0;
  double mean_length_ = 1;
  std::vector<double> damping_;  ///< by length, of the usual ones
};

}  // namespace communique::searcher
