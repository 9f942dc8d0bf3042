// SPDX-License-Identifier: GPL-3.0-or-later
// Is one run better than another, or were the topics kind to it? The paired bootstrap (Efron and Tibshirani 1993).
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "searcher/eval/measures.h"

namespace communique::searcher {

struct BootstrapOptions {
  std::size_t draws = 10000;
  std::uint64_t seed = 1;  ///< the same seed gives the same figures on every machine
};

/// How far one run is above another in one measure.
struct Difference {
  double mean = 0;
  double low = 0;  ///< 95 % interval: the 2.5 % and 97.5 % quantiles of the draws' means
  double high = 0;
  double p = 1;  ///< two-sided: twice the share of draws on the rarer side of no difference, at most 1
};

/// For each measure, of `ours` less `theirs`, topic by topic: both must hold the same topics in the same order. A draw
/// takes as many topics as there are, with replacement, for all measures at once.
std::array<Difference, kMeasures.size()> paired_bootstrap(const std::vector<TopicScores>& ours,
                                                          const std::vector<TopicScores>& theirs,
                                                          const BootstrapOptions& options);

}  // namespace communique::searcher
