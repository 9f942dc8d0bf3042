// SPDX-License-Identifier: GPL-3.0-or-later
// How good is a ranking? The usual figures, computed as trec_eval does; docs/evaluation.md defines them.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/eval/qrels.h"
#include "searcher/eval/run.h"

namespace communique::searcher {

inline constexpr std::array<std::string_view, 6> kMeasures = {"nDCG@10", "MAP", "P@10", "R@100", "MRR@10", "S@1"};

/// One figure for each of kMeasures, 0 to 1.
using Scores = std::array<double, kMeasures.size()>;

/// MAP reads this far into a ranking.
inline constexpr std::size_t kDepth = 1000;

/// Of one ranking in its order. `judgements` must hold a relevant document; what it does not hold is not relevant.
Scores score_ranking(const Judgements& judgements, const std::vector<RankedDocument>& ranking);

struct TopicScores {
  std::string topic;
  Scores scores{};
};

/// Of each topic that has a relevant document, in the order of their ids; one that the run lacks scores 0.
std::vector<TopicScores> score_run(const Qrels& qrels, const Run& run);

/// Over the topics; 0 if there are none.
Scores mean_scores(const std::vector<TopicScores>& topics);

}  // namespace communique::searcher
