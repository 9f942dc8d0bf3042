// SPDX-License-Identifier: GPL-3.0-or-later
// The difference of two texts, by words and by sentences.
#include "searcher/text_diff.h"

#include <chrono>
#include <random>

#include <doctest/doctest.h>

using namespace communique;
using namespace communique::searcher;

namespace {

/// "same [-left-] {+right+}", each run as its own text has it.
std::string shown(std::string_view left, std::string_view right, const std::vector<DiffRun>& runs) {
  std::string out;
  for (const DiffRun& run : runs) {
    const std::string from_left(left.substr(run.left.start, run.left.end - run.left.start));
    const std::string from_right(right.substr(run.right.start, run.right.end - run.right.start));
    if (!out.empty()) out += ' ';
    out += run.side == DiffSide::Same   ? from_left
           : run.side == DiffSide::Left ? "[-" + from_left + "-]"
                                        : "{+" + from_right + "+}";
  }
  return out;
}

std::string diff(std::string_view left, std::string_view right) { return shown(left, right, diff_words(left, right)); }

/// Up to 39 words of one letter, each followed by a blank.
std::string random_letters(std::mt19937& random) {
  std::string text;
  for (auto words = random() % 40; words > 0; --words) {
    text += static_cast<char>('a' + random() % 6);
    text += ' ';
  }
  return text;
}

std::string letters(const std::vector<SentencePair>& pairs) {
  std::string out;
  for (const SentencePair& pair : pairs) {
    out += "=~-+"[static_cast<int>(pair.change)];
    if (pair.left != SentencePair::kNone) out += std::to_string(pair.left);
    if (pair.right != SentencePair::kNone) out += "/" + std::to_string(pair.right);
    out += ' ';
  }
  return out;
}

}  // namespace

TEST_CASE("words are the same whatever their case, accents, apostrophes and punctuation") {
  CHECK(diff("We don’t agree, SÁNCHEZ said.", "we don't agree — Sanchez said") == "We don’t agree, SÁNCHEZ said");
  CHECK(diff("win-win co-operation", "Win-win  co-operation!") == "win-win co-operation");
}

TEST_CASE("what was left out, put in, replaced and moved is told") {
  CHECK(diff("We will not attack.", "We will attack.") == "We will [-not-] attack");
  CHECK(diff("We will attack.", "We will not attack.") == "We will {+not+} attack");
  CHECK(diff("a b c d", "a x c d") == "a [-b-] {+x+} c d");
  CHECK(diff("alpha beta gamma", "beta alpha gamma").find("[-") != std::string::npos);
  CHECK(diff("China's leader", "China leader") == "[-China's-] {+China+} leader");
  CHECK(diff("мир и дружба", "мир дружба") == "мир [-и-] дружба");
  CHECK(diff("和平与发展", "和平发展") == "和平 [-与-] 发展");
}

TEST_CASE("texts without words have no difference, or are all of it") {
  CHECK(diff("", "").empty());
  CHECK(diff("...", "!!").empty());
  CHECK(diff("", "a b") == "{+a b+}");
  CHECK(diff("a b", "—") == "[-a b-]");
  CHECK(likeness(diff_words("", "")) == 1);
  CHECK(likeness(diff_words("a b", "b c")) == doctest::Approx(0.5));
}

TEST_CASE("for reading, a word that happens to be equal between large changes is told with them") {
  const std::string left = "one two three the four five six";
  const std::string right = "seven eight nine the ten eleven twelve";
  CHECK(shown(left, right, readable_diff(left, right)) ==
        "[-one two three the four five six-] {+seven eight nine the ten eleven twelve+}");
  CHECK(shown("a b c", "x b y", readable_diff("a b c", "x b y")) == "[-a-] {+x+} b [-c-] {+y+}");
}

TEST_CASE("runs hold every word of both texts, for random texts") {
  std::mt19937 random(7);
  for (int round = 0; round < 300; ++round) {
    const std::string left = random_letters(random);
    const std::string right = random_letters(random);
    for (const auto& runs : {diff_words(left, right), readable_diff(left, right)}) {
      std::string from_left;
      std::string from_right;
      for (const DiffRun& run : runs) {
        const std::string l = left.substr(run.left.start, run.left.end - run.left.start);
        const std::string r = right.substr(run.right.start, run.right.end - run.right.start);
        if (run.side == DiffSide::Same) REQUIRE(l == r);
        if (run.side != DiffSide::Right) from_left += l + " ";
        if (run.side != DiffSide::Left) from_right += r + " ";
      }
      REQUIRE(from_left == left);
      REQUIRE(from_right == right);
    }
  }
}

TEST_CASE("two texts of 50,000 different words are compared in bounded time") {
  std::mt19937 random(1);
  std::string left;
  std::string right;
  for (int i = 0; i < 50000; ++i) {
    left += std::to_string(random() % 20000) + " ";
    right += std::to_string(random() % 20000) + " ";
  }
  const auto start = std::chrono::steady_clock::now();
  CHECK(!diff_words(left, right).empty());
  CHECK(std::chrono::steady_clock::now() - start <
        std::chrono::seconds(20));  // far above what it takes, for any machine
}

TEST_CASE("sentences of two versions are aligned in order") {
  const std::vector<std::string_view> left = {"The leaders met in Moscow.", "They talked about trade and energy.",
                                              "Nothing was signed.", "They will meet again."};
  const std::vector<std::string_view> right = {"The Leaders met in Moscow",
                                               "They talked about trade, energy and space.", "They will meet again.",
                                               "A dinner followed."};
  const std::vector<SentencePair> pairs = align_sentences(left, right, SentenceOrder::Kept);
  CHECK(letters(pairs) == "=0/0 ~1/1 -2 =3/2 +/3 ");
  CHECK(shown(left[1], right[1], pairs[1].words) == "They talked about trade {+energy+} and [-energy-] {+space+}");
}

TEST_CASE("sentences of two accounts are paired wherever they stand") {
  const std::vector<std::string_view> left = {"They discussed the grain deal.", "The call took place today."};
  const std::vector<std::string_view> right = {"The call took place today.", "They discussed the grain deal in depth."};
  CHECK(letters(align_sentences(left, right, SentenceOrder::Any)) == "~0/1 =1/0 ");
  CHECK(letters(align_sentences(left, right, SentenceOrder::Kept)) == "-0 =1/0 +/1 ");
  CHECK(letters(align_sentences({}, right, SentenceOrder::Any)) == "+/0 +/1 ");
}
