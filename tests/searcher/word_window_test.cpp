// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "searcher/word_window.h"
#include "tests/support/forward.h"

using namespace communique;
using searcher::WordForms;
using searcher::WordWindow;

namespace {

bool holds(const schema::ForwardIndex& index, const WordWindow& window, std::uint32_t docid) {
  searcher::WordPositions positions(index, window.words);
  positions.read(docid, schema::Titles::Read);
  return searcher::stands_in(window, positions);
}

/// By trying every choice of positions.
bool holds_by_hand(const std::vector<std::vector<std::uint32_t>>& positions, const WordWindow& window,
                   std::vector<std::uint32_t>& chosen) {
  if (chosen.size() == positions.size()) {
    const auto [first, last] = std::minmax_element(chosen.begin(), chosen.end());
    if (*last - *first >= window.width) return false;
    if (window.ordered) {
      return std::is_sorted(chosen.begin(), chosen.end()) &&
             std::adjacent_find(chosen.begin(), chosen.end()) == chosen.end();
    }
    std::vector<std::uint32_t> sorted = chosen;
    std::sort(sorted.begin(), sorted.end());
    return std::adjacent_find(sorted.begin(), sorted.end()) == sorted.end();
  }
  for (const std::uint32_t position : positions[chosen.size()]) {
    chosen.push_back(position);
    const bool found = holds_by_hand(positions, window, chosen);
    chosen.pop_back();
    if (found) return true;
  }
  return false;
}

}  // namespace

TEST_CASE("words stand in a window, in order or in any") {
  const std::string text = "the grain deal was made. Ships of the black sea deal";
  struct Row {
    WordForms words;
    std::uint32_t width;
    bool ordered;
    bool found;
  };
  const std::vector<Row> rows = {
      {{{"grain"}, {"deal"}}, 2, true, true},
      {{{"deal"}, {"grain"}}, 2, true, false},
      {{{"deal"}, {"grain"}}, 2, false, true},
      {{{"the"}, {"deal"}}, 2, true, false},
      {{{"the"}, {"deal"}}, 3, true, true},
      {{{"deal"}, {"the"}}, 3, true, false},
      {{{"made"}, {"ships"}}, 10, false, false},  // another sentence
      {{{"made"}, {"ships"}}, 202, false, true},
      {{{"grain", "sea"}, {"deal"}}, 2, true, true},
      {{{"wheat"}, {"deal"}}, 2, true, false},
      {{{"deal"}, {"deal"}}, 4, false, false},  // each word needs a position of its own
      {{{"the", "black"}, {"the", "sea"}}, 3, false, true},
      {{{"grain"}, {"grain"}}, 3, false, false},
      {{{"the"}, {"grain"}, {"deal"}}, 3, true, true},
      {{{"deal"}, {"grain"}, {"the"}}, 3, false, true},
      {{{"deal"}, {"grain"}, {"the"}}, 2, false, false},
  };
  const tests::TempDir folder;
  const schema::ForwardIndex index(tests::write_forward(folder / "a", {{text}}));
  for (const Row& row : rows) {
    CAPTURE(row.words.front().front());
    CAPTURE(row.words.back().front());
    CAPTURE(row.width);
    CHECK(holds(index, {row.words, row.width, row.ordered}, 1) == row.found);
  }
}

TEST_CASE("windows are found as by trying every choice of positions") {
  std::mt19937 random(5);
  const tests::TempDir folder;
  int found = 0;
  constexpr int kRounds = 2000;
  for (int round = 0; round < kRounds; ++round) {
    std::string text;
    for (int i = 0; i < 12; ++i) text += std::string(1, static_cast<char>('a' + random() % 5)) + " ";
    const schema::ForwardIndex index(tests::write_forward(folder / "a", {{text}}));
    WordWindow window;
    for (std::uint32_t words = 2 + random() % 3; words > 0; --words) {
      window.words.emplace_back();
      for (std::uint32_t forms = 1 + random() % 2; forms > 0; --forms) {
        window.words.back().emplace_back(1, static_cast<char>('a' + random() % 5));
      }
    }
    window.width = static_cast<std::uint32_t>(window.words.size()) + random() % 3;
    window.ordered = random() % 2 == 0;
    searcher::WordPositions positions(index, window.words);
    positions.read(1, schema::Titles::Read);
    std::vector<std::vector<std::uint32_t>> all;
    for (std::size_t word = 0; word < window.words.size(); ++word) all.push_back(positions.of(word));
    std::vector<std::uint32_t> chosen;
    const bool by_hand = holds_by_hand(all, window, chosen);
    found += by_hand ? 1 : 0;
    CAPTURE(text);
    CHECK(searcher::stands_in(window, positions) == by_hand);
  }
  CHECK(found > kRounds / 10);
  CHECK(found < kRounds * 9 / 10);
}
