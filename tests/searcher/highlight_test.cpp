// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "schema/utf8.h"
#include "searcher/search.h"

using namespace communique;
using searcher::highlight;
using searcher::Highlight;
using searcher::Pattern;

namespace {

Pattern word(std::vector<std::string> forms) {
  Pattern pattern;
  pattern.positions.push_back(std::move(forms));
  return pattern;
}
Pattern phrase(std::vector<std::string> words) {
  Pattern pattern;
  for (std::string& one : words) pattern.positions.push_back({std::move(one)});
  return pattern;
}
Pattern near(std::vector<std::string> words, unsigned window, bool ordered) {
  Pattern pattern = phrase(std::move(words));
  pattern.window = window;
  pattern.ordered = ordered;
  return pattern;
}

/// The text with [ ] around what is marked.
std::string marked(const std::string& text, const std::vector<Pattern>& patterns,
                   const std::vector<std::uint32_t>& sentences = {}) {
  std::string out;
  std::size_t at = 0;
  for (const Highlight& one : highlight(text, patterns, sentences)) {
    out += text.substr(at, one.start - at) + "[" + text.substr(one.start, one.end - one.start) + "]";
    at = one.end;
  }
  return out + text.substr(at);
}

}  // namespace

TEST_CASE("a word is marked in each of its forms and without its possessive") {
  CHECK(marked("The Games began. Putin’s game, PUTIN's games.", {word({"game", "games"}), word({"putin"})}) ==
        "The [Games] began. [Putin]’s [game], [PUTIN]'s [games].");
}

TEST_CASE("accents and scripts do not shift what is marked") {
  CHECK(marked("Señor Sánchez à Malmö — Sanchez", {word({"sanchez"})}) == "Señor [Sánchez] à Malmö — [Sanchez]");
  CHECK(marked("🏔 Встреча с Путиным", {word({"путиным"})}) ==
        "🏔 Встреча с [Путиным]");
}

TEST_CASE("a prefix marks whole words") {
  Pattern prefix;
  prefix.prefixes = {"olympi"};
  CHECK(marked("Olympic, olympiad; the Olympics. Lymph.", {prefix}) == "[Olympic], [olympiad]; the [Olympics]. Lymph.");
}

TEST_CASE("a phrase is one piece, and its words alone are not marked") {
  CHECK(marked("Mutual trust; trust. A mutual, strategic trust.", {phrase({"mutual", "trust"})}) ==
        "[Mutual trust]; trust. A mutual, strategic trust.");
  CHECK(marked("win-win cooperation", {phrase({"win", "win", "cooperation"})}) == "[win-win cooperation]");
}

TEST_CASE("no phrase runs over the end of a sentence") {
  const std::string text = "They spoke of mutual. Trust came later.";
  CHECK(marked(text, {phrase({"mutual", "trust"})}, {0, 22}) == text);
  CHECK(marked(text, {phrase({"mutual", "trust"})}, {0}) == "They spoke of [mutual. Trust] came later.");
}

TEST_CASE("a hyphenated word is marked whole when asked for as one") {
  CHECK(marked("On non-proliferation.", {word({"nonproliferation"})}) == "On [non-proliferation].");
}

TEST_CASE("Chinese is marked by characters and by pairs of them") {
  CHECK(marked("国家主席习近平同普京通话", {phrase({"习近", "近平"})}) == "国家主席[习近平]同普京通话");
  CHECK(marked("国家主席习近平", {word({"习"})}) == "国家主席[习]近平");
}

TEST_CASE("words near one another are marked singly and only where they are near") {
  const std::string text = "climate aid and finance. Finance, far and away and later again some climate";
  CHECK(marked(text, {near({"climate", "finance"}, 3, false)}) ==
        "[climate] aid and [finance]. Finance, far and away and later again some climate");
  CHECK(marked("finance for climate", {near({"climate", "finance"}, 3, true)}) == "finance for climate");
  CHECK(marked("finance for climate", {near({"climate", "finance"}, 3, false)}) == "[finance] for [climate]");
}

TEST_CASE("words of one sentence are marked in that sentence only") {
  Pattern pattern = phrase({"china", "visit"});
  pattern.same_sentence = true;
  CHECK(marked("China was named. A visit to China.", {pattern}, {0, 17}) == "China was named. A [visit] to [China].");
}

TEST_CASE("pieces that overlap become one, and all are ascending and at code point bounds") {
  const std::string text = "Ærø-Øresund talks on Ærø — Øresund talks";
  const std::vector<Highlight> marks =
      highlight(text, {word({"øresund", "oresund"}), phrase({"oresund", "talks"}), phrase({"øresund", "talks"}),
                       word({"ærø", "aero", "ærøøresund"}), word({"talks"})});
  REQUIRE(!marks.empty());
  for (std::size_t i = 0; i < marks.size(); ++i) {
    CHECK(marks[i].start < marks[i].end);
    CHECK(schema::code_point_start(text, marks[i].start) == marks[i].start);
    CHECK(schema::code_point_start(text, marks[i].end) == marks[i].end);
    if (i > 0) CHECK(marks[i - 1].end <= marks[i].start);
  }
}

TEST_CASE("nothing is marked without patterns or text") {
  CHECK(highlight("some text", {}).empty());
  CHECK(highlight("", {word({"text"})}).empty());
  CHECK(highlight("text", {Pattern{}}).empty());
}
