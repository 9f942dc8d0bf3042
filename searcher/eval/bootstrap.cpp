// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/eval/bootstrap.h"

#include <algorithm>
#include <cassert>
#include <random>

namespace communique::searcher {
namespace {

/// A number below `bound`. std::uniform_int_distribution differs between libraries; the bias of this is below
/// bound / 2^32, of no account for topics.
std::size_t below(std::mt19937_64& random, std::size_t bound) {
  return static_cast<std::size_t>(((random() >> 32U) * bound) >> 32U);
}

std::vector<Scores> differences(const std::vector<TopicScores>& ours, const std::vector<TopicScores>& theirs) {
  std::vector<Scores> all(ours.size());
  for (std::size_t i = 0; i < ours.size(); ++i) {
    assert(ours[i].topic == theirs[i].topic);
    for (std::size_t m = 0; m < kMeasures.size(); ++m) all[i][m] = ours[i].scores[m] - theirs[i].scores[m];
  }
  return all;
}

/// `means` of all draws, in any order. The 1 added to counts is the data themselves, so that p is never 0.
Difference summary(double mean, std::vector<double> means) {
  std::sort(means.begin(), means.end());
  const std::size_t tail = means.size() / 40;
  const double not_above =
      static_cast<double>(std::count_if(means.begin(), means.end(), [](double one) { return one <= 0; }));
  const double not_below =
      static_cast<double>(std::count_if(means.begin(), means.end(), [](double one) { return one >= 0; }));
  const double rarer = (std::min(not_above, not_below) + 1) / (static_cast<double>(means.size()) + 1);
  return {mean, means[tail], means[means.size() - 1 - tail], std::min(1.0, 2 * rarer)};
}

}  // namespace

std::array<Difference, kMeasures.size()> paired_bootstrap(const std::vector<TopicScores>& ours,
                                                          const std::vector<TopicScores>& theirs,
                                                          const BootstrapOptions& options) {
  assert(ours.size() == theirs.size() && !ours.empty() && options.draws > 0);
  const std::vector<Scores> topics = differences(ours, theirs);
  const auto count = static_cast<double>(topics.size());
  std::array<std::vector<double>, kMeasures.size()> means;
  std::mt19937_64 random(options.seed);
  for (std::size_t draw = 0; draw < options.draws; ++draw) {
    Scores sum{};
    for (std::size_t i = 0; i < topics.size(); ++i) {
      const Scores& topic = topics[below(random, topics.size())];
      for (std::size_t m = 0; m < sum.size(); ++m) sum[m] += topic[m];
    }
    for (std::size_t m = 0; m < sum.size(); ++m) means[m].push_back(sum[m] / count);
  }
  std::array<Difference, kMeasures.size()> result;
  for (std::size_t m = 0; m < result.size(); ++m) {
    double sum = 0;
    for (const Scores& topic : topics) sum += topic[m];
    result[m] = summary(sum / count, std::move(means[m]));
  }
  return result;
}

}  // namespace communique::searcher
