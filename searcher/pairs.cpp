// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/pairs.h"

#include <algorithm>

#include "schema/terms.h"

namespace communique::searcher {
namespace {

// A pair weighs as the mean of its words would, times this: the sequential dependence model (Metzler and Croft, "A
// Markov random field model for term dependencies", SIGIR 2005) in the form of BM25, as tuned in docs/evaluation.md.
constexpr double kAdjacent = 0.2;       ///< the second right after the first
constexpr double kNear = 0.1;           ///< within kNearWords of it on either side, in the same sentence
constexpr std::uint32_t kNearWords = 8;
constexpr double kSaturation = 1.2;     ///< BM25's k1; a passage's length makes no difference here

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

PairScorer::PairScorer(const QueryPairs& pairs) : pairs_(pairs), positions_(pairs.words.size()) {
  for (std::size_t word = 0; word < pairs.words.size(); ++word) {
    for (const std::string& form : pairs.words[word]) {
      words_of_[form].push_back(word);
      first_bytes_.set(static_cast<unsigned char>(form.front()));
    }
  }
}

void PairScorer::read_positions(const schema::PassageRecord& passage) {
  const std::vector<std::uint32_t>& starts = passage.sentence_starts;
  std::uint32_t sentence = 0;
  splitter_.split(passage.text, [&](const schema::Word& word) {
    if (!first_bytes_.test(static_cast<unsigned char>(word.term.front()))) return;
    while (sentence < starts.size() && starts[sentence] <= word.start) ++sentence;
    const auto known = words_of_.find(word.term);
    if (known == words_of_.end()) return;
    const std::uint32_t position = word.position + sentence * schema::kSentenceGap;
    for (const std::size_t number : known->second) {
      Positions& positions = positions_[number];
      if (positions.empty() || positions.back() != position) positions.push_back(position);
    }
  });
}

double PairScorer::most(double weight) const {
  double most = 0;
  for (const WordPair& pair : pairs_.pairs) {
    most += pair.weight * (kAdjacent + (pair.function_word ? 0 : kNear)) * (kSaturation + 1);
  }
  return std::min(most, kMostPairGain * weight);
}

double PairScorer::gain(const schema::PassageRecord& passage, double weight) {
  for (Positions& positions : positions_) positions.clear();
  read_positions(passage);
  double gain = 0;
  for (const WordPair& pair : pairs_.pairs) {
    const Positions& first = positions_[pair.first];
    const Positions& second = positions_[pair.second];
    if (first.empty() || second.empty()) continue;
    const Meetings met = meetings(first, second);
    // Near a function word any word stands.
    const double near = pair.function_word ? 0 : kNear * saturated(met.near);
    gain += pair.weight * (kAdjacent * saturated(met.adjacent) + near);
  }
  return std::min(gain, kMostPairGain * weight);
}

}  // namespace communique::searcher
