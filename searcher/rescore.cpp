// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/rescore.h"

#include <algorithm>
#include <utility>

namespace communique::searcher {

RescoredList::RescoredList(CandidateList list, Evidence evidence)
    : list_(std::move(list)), evidence_(std::move(evidence)) {
  const std::vector<Candidate>& all = list_.candidates;
  window_ = std::min(all.size(), kRescored);
  // Of those that equal the first one outside none is rescored: a shorter list would not know which of them come first.
  if (window_ < all.size()) {
    while (window_ > 0 && rounded(all[window_ - 1].weight) == rounded(all[window_].weight)) --window_;
  }
  rescored_.reserve(window_);
}

void RescoredList::rescore_next() {
  Candidate next = list_.candidates[rescored_.size()];
  if (!next.is_head()) {
    next.gains = evidence_.gains(next);
    next.weight += next.gains.sum();
  }
  const auto place =
      std::upper_bound(rescored_.begin(), rescored_.end(), next, [](const Candidate& a, const Candidate& b) {
        return rounded(a.weight) > rounded(b.weight);
      });
  rescored_.insert(place, std::move(next));
}

/// Those that nothing not yet rescored can overtake.
std::size_t RescoredList::settled() const {
  if (rescored_.size() == window_) return window_;
  const double next = list_.candidates[rescored_.size()].weight;
  const double most = rounded(next + evidence_.most(next));
  const auto end = std::find_if(rescored_.begin(), rescored_.end(),
                                [&](const Candidate& one) { return rounded(one.weight) < most; });
  return static_cast<std::size_t>(end - rescored_.begin());
}

CandidateList RescoredList::first(std::size_t count) {
  std::size_t done = settled();
  while (done < std::min(count, window_)) {
    rescore_next();
    done = settled();
  }
  CandidateList first{{rescored_.begin(), rescored_.begin() + static_cast<std::ptrdiff_t>(done)}, false, list_.estimated};
  if (done < window_) return first;
  first.complete = list_.complete;
  first.candidates.insert(first.candidates.end(), list_.candidates.begin() + static_cast<std::ptrdiff_t>(window_),
                          list_.candidates.end());
  return first;
}

}  // namespace communique::searcher
