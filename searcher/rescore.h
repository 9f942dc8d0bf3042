// SPDX-License-Identifier: GPL-3.0-or-later
// Evidence that is too dear for every passage that matches: looked at among the best ones only, always the same ones,
// so that the order does not depend on the page asked for.
#pragma once

#include <cstddef>
#include <functional>
#include <vector>

#include "searcher/ranking.h"

namespace communique::searcher {

/// So many of the best candidates are looked at again; 50 to 200 rank alike (docs/evaluation.md), and reading each costs
/// as much as finding some hundred.
inline constexpr std::size_t kRescored = 50;

struct Evidence {
  /// What a candidate gains over its weight: at least 0.
  std::function<Gains(const Candidate&)> gains;
  /// The most that one of this weight may gain; no less for a greater weight.
  std::function<double(double weight)> most;
};

/// A list of candidates whose first ones are put in a new order, as far as is asked for: who can not be overtaken by any
/// of those still to be looked at is settled.
class RescoredList {
 public:
  /// `list` as first_candidates() gives it for at least kRescored + 1.
  RescoredList(CandidateList list, Evidence evidence);

  /// The first `count` in the new order, or more.
  CandidateList first(std::size_t count);

 private:
  void rescore_next();
  std::size_t settled() const;

  CandidateList list_;
  Evidence evidence_;
  std::size_t window_ = 0;           ///< so many are to be rescored
  std::vector<Candidate> rescored_;  ///< in their new order: those of the first in list_
};

}  // namespace communique::searcher
