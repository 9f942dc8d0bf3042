// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/unit_weights.h"

#include <algorithm>

namespace communique::searcher {
namespace {

/// A value that goes in a straight line from one at short passages to one at long ones.
struct Slope {
  double short_length = 0;  ///< words; the first value up to here
  double long_length = 0;   ///< the second from here on
  double at_short = 0;
  double at_long = 0;

  double at(double length) const {
    const double longness = std::clamp((length - short_length) / (long_length - short_length), 0.0, 1.0);
    return at_short + (at_long - at_short) * longness;
  }
};

// Tuned on six collections, and on three of them cut into sentences, passages and articles (docs/evaluation.md). Turns of
// a debate are short because somebody else speaks, abstracts of 100 words and more are long because they say more.
constexpr Slope kLengthPull{40, 100, 0.3, 0.75};
// In a sentence of twelve words "will not" tells much, in a paragraph every function word stands anyway.
constexpr Slope kFunctionWords{12, 80, 0.75, 0.1};

}  // namespace

UnitWeights unit_weights(double mean_length) { return {kLengthPull.at(mean_length), kFunctionWords.at(mean_length)}; }

UnitWeights unit_weights(OpenIndex& index) {
  double passages = 0;
  for (const schema::ShardEntry& shard : index.manifest().shards) passages += static_cast<double>(shard.passages);
  if (passages == 0) return unit_weights(0.0);
  const Xapian::Database& database = index.database();
  // Heads count as documents, but have no length.
  return unit_weights(database.get_average_length() * database.get_doccount() / passages);
}

}  // namespace communique::searcher
