// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/eval/measures.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <functional>

namespace communique::searcher {
namespace {

constexpr std::size_t kTop = 10;
constexpr std::size_t kRecall = 100;

/// A grade's worth at a place counted from 0: linear gain, discounted by log2(rank + 1) (Järvelin and Kekäläinen 2002
/// in the form of trec_eval's ndcg_cut).
double discounted(int grade, std::size_t place) { return grade / std::log2(static_cast<double>(place) + 2); }

double best_dcg(const Judgements& judgements) {
  std::vector<int> grades;
  for (const auto& [document, grade] : judgements) grades.push_back(grade);
  std::sort(grades.begin(), grades.end(), std::greater<>());
  double sum = 0;
  for (std::size_t i = 0; i < std::min(kTop, grades.size()) && grades[i] > 0; ++i) sum += discounted(grades[i], i);
  return sum;
}

}  // namespace

Scores score_ranking(const Judgements& judgements, const std::vector<RankedDocument>& ranking) {
  assert(has_relevant(judgements));
  double dcg = 0;
  double precisions = 0;
  double first = 0;
  std::size_t found = 0;
  std::size_t found_top = 0;
  std::size_t found_recall = 0;
  for (std::size_t i = 0; i < std::min(kDepth, ranking.size()); ++i) {
    const auto judged = judgements.find(ranking[i].document);
    if (judged == judgements.end() || judged->second <= 0) continue;
    const auto rank = static_cast<double>(i + 1);
    ++found;
    precisions += static_cast<double>(found) / rank;
    if (i < kRecall) found_recall = found;
    if (i >= kTop) continue;
    found_top = found;
    dcg += discounted(judged->second, i);
    if (found == 1) first = 1 / rank;
  }
  const auto relevant = static_cast<double>(
      std::count_if(judgements.begin(), judgements.end(), [](const auto& one) { return one.second > 0; }));
  return {dcg / best_dcg(judgements),
          precisions / relevant,
          static_cast<double>(found_top) / static_cast<double>(kTop),
          static_cast<double>(found_recall) / relevant,
          first,
          first == 1 ? 1.0 : 0.0};
}

std::vector<TopicScores> score_run(const Qrels& qrels, const Run& run) {
  static const std::vector<RankedDocument> kNothing;
  std::vector<TopicScores> topics;
  for (const auto& [topic, judgements] : qrels) {
    if (!has_relevant(judgements)) continue;
    const auto ranking = run.find(topic);
    topics.push_back({topic, score_ranking(judgements, ranking == run.end() ? kNothing : ranking->second)});
  }
  return topics;
}

Scores mean_scores(const std::vector<TopicScores>& topics) {
  Scores mean{};
  for (const TopicScores& topic : topics) {
    for (std::size_t i = 0; i < mean.size(); ++i) mean[i] += topic.scores[i];
  }
  for (double& value : mean) value /= topics.empty() ? 1.0 : static_cast<double>(topics.size());
  return mean;
}

}  // namespace communique::searcher
