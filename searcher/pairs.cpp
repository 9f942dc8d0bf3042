// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/pairs.h"

#include <algorithm>
#include <cstdint>
#include <vector>

namespace communique::searcher {
namespace {

// A pair weighs as the mean of its words would, times this: the sequential dependence model (Metzler and Croft, "A
// Markov random field model for term dependencies", SIGIR 2005) in the form of BM25, as tuned in docs/evaluation.md.
constexpr double kAdjacent = 0.2;  ///< the second right after the first
constexpr double kNear = 0.1;      ///< within kNearWords of it on either side, in the same sentence
constexpr std::uint32_t kNearWords = 8;
constexpr double kSaturation = 1.2;  ///< BM25's k1; a passage's length makes no difference here

struct Meetings {
  double adjacent = 0;
  double near = 0;
};

/// How often the second word follows the first at once, and how often it is near it, before or after.
Meetings meetings(const std::vector<std::uint32_t>& first, const std::vector<std::uint32_t>& second) {
  Meetings met;
  auto lowest = second.begin();
  for (const std::uint32_t position : first) {
    while (lowest != second.end() && *lowest + kNearWords < position) ++lowest;
    auto one = lowest;
    if (one != second.end() && *one == position) ++one;  // the same word twice in the query
    if (one == second.end() || *one > position + kNearWords) continue;
    ++met.near;
    met.adjacent += std::binary_search(one, second.end(), position + 1) ? 1 : 0;
  }
  return met;
}

double saturated(double count) { return count * (kSaturation + 1) / (count + kSaturation); }

}  // namespace

double most_pair_gain(const QueryPairs& pairs, double weight) {
  double most = 0;
  for (const WordPair& pair : pairs.pairs) {
    most += pair.weight * (kAdjacent + (pair.function_word ? 0 : kNear)) * (kSaturation + 1);
  }
  return std::min(most, kMostPairGain * weight);
}

double PairScorer::gain(const DocumentPlace& passage, double weight) {
  auto known = positions_.find(passage.shard);
  if (known == positions_.end()) {
    known = positions_.emplace(passage.shard, WordPositions(index_.forward(passage.shard), pairs_.words)).first;
  }
  known->second.read(passage.docid, schema::Titles::LeaveOut);
  return pair_gain(pairs_, known->second, weight);
}

double pair_gain(const QueryPairs& pairs, const WordPositions& positions, double weight) {
  double gain = 0;
  for (const WordPair& pair : pairs.pairs) {
    const auto& first = positions.of(pair.first);
    const auto& second = positions.of(pair.second);
    if (first.empty() || second.empty()) continue;
    const Meetings met = meetings(first, second);
    // Near a function word any word stands.
    const double near = pair.function_word ? 0 : kNear * saturated(met.near);
    gain += pair.weight * (kAdjacent * saturated(met.adjacent) + near);
  }
  return std::min(gain, kMostPairGain * weight);
}

}  // namespace communique::searcher
