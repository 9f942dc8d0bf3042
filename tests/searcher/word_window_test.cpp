// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include <algorithm>
#include <memory>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "searcher/document_ranges.h"
#include "searcher/word_window.h"
#include "tests/support/forward.h"
#include "tests/support/random.h"

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

using Placed = std::vector<std::pair<std::string, std::uint32_t>>;  ///< a document's words at their positions
using Docids = std::vector<Xapian::docid>;

/// Documents as a shard has them: their words as terms, and in a forward index.
class PlacedDocuments {
 public:
  explicit PlacedDocuments(std::vector<Placed> documents) : documents_(std::move(documents)) {
    Xapian::WritableDatabase database((folder_ / "glass").string(), Xapian::DB_CREATE);
    schema::ForwardBuilder forward;
    for (const Placed& placed : documents_) {
      Xapian::Document document;
      for (const auto& [word, position] : placed) {
        document.add_term(word);
        forward.add(forward.number_of(word), position);
      }
      forward.end_document();
      database.add_document(document);
    }
    database.commit();
    forward.write(folder_ / "forward");
    shard_ = Xapian::Database((folder_ / "glass").string());
    auto by_shard = std::make_shared<searcher::ForwardByShard>();
    by_shard->emplace(shard_.get_uuid(), schema::ForwardIndex(folder_ / "forward"));
    forward_ = std::move(by_shard);
  }

  Docids found(const WordWindow& window) const {
    return searcher::matching_documents(shard_, searcher::window_query(forward_, window));
  }

  Docids found_by_hand(const WordWindow& window) const {
    Docids found;
    for (std::size_t i = 0; i < documents_.size(); ++i) {
      std::vector<std::vector<std::uint32_t>> positions;
      for (const auto& forms : window.words) {
        std::vector<std::uint32_t>& of_word = positions.emplace_back();
        for (const auto& [word, position] : documents_[i]) {
          if (std::find(forms.begin(), forms.end(), word) != forms.end()) of_word.push_back(position);
        }
      }
      std::vector<std::uint32_t> chosen;
      if (holds_by_hand(positions, window, chosen)) found.push_back(static_cast<Xapian::docid>(i + 1));
    }
    return found;
  }

 private:
  tests::TempDir folder_;
  std::vector<Placed> documents_;
  Xapian::Database shard_;
  std::shared_ptr<const searcher::ForwardByShard> forward_;
};

WordWindow phrase(const std::vector<std::string>& words) {
  WordWindow window;
  for (const std::string& word : words) window.words.push_back({word});
  window.width = static_cast<std::uint32_t>(words.size());
  return window;
}

/// Words of four letters; some share a position, some stand behind a gap.
Placed random_placed(std::mt19937& random) {
  const std::vector<std::uint32_t> steps = {0, 0, 1, 1, 1, 1, 1, 1, 2, schema::kSentenceGap + 1};
  Placed placed;
  std::uint32_t position = schema::kFirstPosition;
  for (std::uint32_t left = tests::below(random, 16); left > 0; --left) {
    placed.emplace_back(std::string(1, static_cast<char>('a' + tests::below(random, 4))), position);
    position += tests::one_of(random, steps);
  }
  return placed;
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
    for (int i = 0; i < 12; ++i) text += std::string(1, static_cast<char>('a' + tests::below(random, 5))) + " ";
    const schema::ForwardIndex index(tests::write_forward(folder / "a", {{text}}));
    WordWindow window;
    for (std::uint32_t words = 2 + tests::below(random, 3); words > 0; --words) {
      window.words.emplace_back();
      for (std::uint32_t forms = 1 + tests::below(random, 2); forms > 0; --forms) {
        window.words.back().emplace_back(1, static_cast<char>('a' + tests::below(random, 5)));
      }
    }
    window.width = static_cast<std::uint32_t>(window.words.size()) + tests::below(random, 3);
    window.ordered = tests::below(random, 2) == 0;
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

TEST_CASE("phrases are found where their words stand side by side") {
  const PlacedDocuments documents({
      {{"a", 1}, {"b", 2}, {"c", 3}},
      {{"a", 1}, {"b", 1}, {"c", 2}},  // as hyphenated words stand
      {{"a", 1}, {"a", 2}, {"b", 3}, {"a", 4}, {"b", 5}, {"c", 6}},
      {{"b", 1}, {"a", 1}, {"a", 2}, {"b", 2}, {"c", 3}},
      {{"a", 1}, {"b", 3}, {"c", 4}},
      {{"a", 200}, {"b", 401}, {"c", 402}},
      {},
  });
  struct Row {
    std::vector<std::string> words;
    Docids found;
  };
  const std::vector<Row> rows = {
      {{"a", "b"}, {1, 3, 4}},      {{"b", "a"}, {3, 4}},
      {{"a", "a"}, {3, 4}},         {{"b", "b"}, {4}},
      {{"a", "c"}, {2, 4}},         {{"b", "c"}, {1, 2, 3, 4, 5, 6}},
      {{"a", "b", "c"}, {1, 3, 4}}, {{"a", "a", "b"}, {3}},
      {{"a", "b", "a", "b"}, {3}},  {{"a", "b", "a", "b", "c"}, {3}},
      {{"b", "b", "c"}, {4}},       {{"a", "b", "absent"}, {}},
      {{"absent", "a"}, {}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.words.front() + " " + row.words.back());
    CHECK(documents.found(phrase(row.words)) == row.found);
  }
}

TEST_CASE("phrases are found as by trying every choice of positions") {
  std::mt19937 random(9);
  std::size_t found = 0;
  for (int round = 0; round < 8; ++round) {
    std::vector<Placed> placed;
    for (int i = 0; i < 200; ++i) placed.push_back(random_placed(random));
    const PlacedDocuments documents(std::move(placed));
    for (int question = 0; question < 60; ++question) {
      std::string words;
      std::vector<std::string> list;
      for (std::uint32_t left = 2 + tests::below(random, 4); left > 0; --left) {
        list.emplace_back(1, static_cast<char>('a' + tests::below(random, 4)));
        words += list.back();
      }
      CAPTURE(words);
      WordWindow window = phrase(list);
      const Docids by_hand = documents.found_by_hand(window);
      CHECK(documents.found(window) == by_hand);
      window.words.front().emplace_back("absent");  // a word of two forms: positions are looked up
      CHECK(documents.found(window) == by_hand);
      found += by_hand.size();
    }
  }
  CHECK(found > 1000);
}

TEST_CASE("phrases longer than the bits of a number are found, too") {
  std::vector<std::string> words;
  Placed placed;
  for (std::uint32_t i = 0; i < 40; ++i) {
    words.push_back("w" + std::to_string(i % 37));
    placed.emplace_back(words.back(), schema::kFirstPosition + i);
  }
  Placed broken = placed;
  broken.back().second += 1;
  const PlacedDocuments documents({placed, broken});
  for (const std::size_t length : {30U, 31U, 32U, 33U, 34U, 39U}) {
    CAPTURE(length);
    const auto count = static_cast<std::ptrdiff_t>(length);
    CHECK(documents.found(phrase({words.begin(), words.begin() + count})) == Docids{1, 2});
    CHECK(documents.found(phrase({words.end() - count, words.end()})) == Docids{1});
    CHECK(documents.found(phrase({words.rbegin(), words.rbegin() + count})).empty());
  }
}
