// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "searcher/pairs.h"
#include "tests/support/forward.h"

using namespace communique;
using searcher::QueryPairs;
using searcher::WordPair;

namespace {

constexpr double kEnough = 1000;  // no bound is met

/// Of a text whose sentences end with ". ".
double gain(const QueryPairs& pairs, const std::string& text, double weight = kEnough) {
  const tests::TempDir folder;
  const schema::ForwardIndex index(tests::write_forward(folder / "a.forward", {{text}}));
  searcher::WordPositions positions(index, pairs.words);
  positions.read(1, schema::Titles::LeaveOut);
  return searcher::pair_gain(pairs, positions, weight);
}

/// "grain deal": the first in two forms.
QueryPairs grain_deal(bool function_word = false) {
  return {{{"grain", "grains"}, {"deal"}}, {{0, 1, 4.0, function_word}}};
}

}  // namespace

TEST_CASE("words side by side in the query's order gain most, near ones less, far ones and strangers nothing") {
  const std::vector<std::string> less_and_less = {
      "the grain deal of July",
      "grains of the deal",
      "the deal of July on ships of spring wheat and then of flour and of oil and grain",
  };
  const double adjacent = gain(grain_deal(), less_and_less[0]);
  const double near = gain(grain_deal(), less_and_less[1]);
  CHECK(adjacent > near);
  CHECK(near > 0);
  CHECK(gain(grain_deal(), less_and_less[2]) == 0);
  CHECK(gain(grain_deal(), "a deal on ships") == 0);
  CHECK(gain(grain_deal(), "") == 0);
  CHECK(gain(grain_deal(), "grains deal") == adjacent);
}

TEST_CASE("a pair does not stand across the end of a sentence") {
  CHECK(gain(grain_deal(), "they bought grain. Deal with it") == 0);
}

TEST_CASE("near a function word any word stands: only next to it counts") {
  CHECK(gain(grain_deal(true), "grain of the deal") == 0);
  CHECK(gain(grain_deal(true), "the grain deal") > 0);
  CHECK(gain(grain_deal(true), "the grain deal") < gain(grain_deal(), "the grain deal"));
}

TEST_CASE("pairs gain more where they are repeated, ever less, and never more than a share of the words' weight") {
  const double once = gain(grain_deal(), "grain deal");
  const double twice = gain(grain_deal(), "grain deal. grain deal");
  const double often = gain(grain_deal(), "grain deal. grain deal. grain deal");
  CHECK(twice > once);
  CHECK(often - twice < twice - once);
  CHECK(gain(grain_deal(), "grain deal", 1.0) == doctest::Approx(searcher::kMostPairGain));
  CHECK(gain(grain_deal(), "grain deal", 0.0) == 0);
}

TEST_CASE("no passage gains more than the most that is foretold") {
  const QueryPairs pairs = grain_deal();
  std::string text = "grain deal";
  for (int i = 0; i < 6; ++i) {
    for (const double weight : {0.0, 0.5, 4.0, 8.0, 50.0})
      CHECK(gain(pairs, text, weight) <= searcher::most_pair_gain(pairs, weight));
    text += ". " + text;
  }
  CHECK(gain(pairs, text, kEnough) > 0.95 * searcher::most_pair_gain(pairs, kEnough));
}

TEST_CASE("the same word twice in a query is no pair with itself") {
  const QueryPairs pairs = {{{"new"}}, {{0, 0, 4.0, false}}};
  CHECK(gain(pairs, "a new day") == 0);
  CHECK(gain(pairs, "a new new day") > 0);
}
