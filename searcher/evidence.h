// SPDX-License-Identifier: GPL-3.0-or-later
// What does a closer look at a passage add to the weight of its words: pairs of them, and who says them?
#pragma once

#include <vector>

#include "searcher/open_index.h"
#include "searcher/pairs.h"
#include "searcher/query/compile.h"
#include "searcher/rescore.h"

namespace communique::searcher {

class PassageEvidence {
 public:
  /// Views all three; `marked` are the patterns whose matches count as found.
  PassageEvidence(OpenIndex& index, const CompiledQuery& compiled, const std::vector<Pattern>& marked);

  /// True if a closer look at any passage would add nothing.
  bool empty() const { return pairs_.empty() && compiled_.said_by.empty(); }
  /// For candidates the best of which weighs `best`. Views this object.
  Evidence for_best(double best);

 private:
  Gains gains(const Candidate& candidate, double best);

  OpenIndex& index_;
  const CompiledQuery& compiled_;
  const std::vector<Pattern>& marked_;
  PairScorer pairs_;
};

}  // namespace communique::searcher
