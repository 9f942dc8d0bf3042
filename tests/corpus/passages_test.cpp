// SPDX-License-Identifier: GPL-3.0-or-later
// Passages: within the limit, of whole sentences, balanced, and together the text.
#include "corpus/analysis/passages.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "corpus/analysis/sentences.h"
#include "schema/words.h"

namespace communique::corpus {

namespace {

std::vector<Passage> cut(const std::string& text, std::uint32_t words) {
  return cut_passages(text, split_sentences(text), {words});
}

std::string sentence(std::size_t words) {
  std::string text = "We";
  for (std::size_t i = 1; i < words; ++i) text += " say";
  return text + ".";
}

std::string paragraph(std::size_t sentences, std::size_t words) {
  std::string text;
  for (std::size_t i = 0; i < sentences; ++i) text += (i == 0 ? "" : " ") + sentence(words);
  return text;
}

std::size_t words_of(std::string_view text) {
  std::size_t count = 0;
  schema::WordSplitter splitter;
  splitter.split(text, [&](const schema::Word& word) {
    count += word.kind == schema::WordKind::Plain || word.kind == schema::WordKind::Han ? 1U : 0U;
  });
  return count;
}

/// Numbers of words of the passages.
std::vector<std::size_t> sizes(const std::string& text, std::uint32_t words) {
  std::vector<std::size_t> found;
  for (const Passage& passage : cut(text, words)) {
    found.push_back(words_of(std::string_view(text).substr(passage.span.start, passage.span.end - passage.span.start)));
  }
  return found;
}

/// Returns the starts of the passages.
std::set<std::uint32_t> check_rules(const std::string& text, std::uint32_t words,
                                    const std::vector<std::uint32_t>& breaks = {}) {
  std::set<std::uint32_t> starts;
  std::uint32_t at = 0;
  for (const Passage& passage : cut_passages(text, split_sentences(text), {words}, breaks)) {
    REQUIRE(passage.span.start == at);
    REQUIRE(passage.span.end > passage.span.start);
    REQUIRE(!passage.sentences.empty());
    std::uint32_t last = passage.span.start;
    for (const Span& span : passage.sentences) {
      REQUIRE(span.start >= last);
      REQUIRE(span.end > span.start);
      last = span.end;
    }
    REQUIRE(last <= passage.span.end);
    REQUIRE(words_of(std::string_view(text).substr(at, passage.span.end - at)) <= words);
    at = passage.span.end;
    starts.insert(passage.span.start);
  }
  REQUIRE((at == text.size() || cut(text, words).empty()));
  return starts;
}

}  // namespace

TEST_CASE("A short text is one passage, white space around it included") {
  const auto passages = cut(" One. Two.\n", 200);
  REQUIRE(passages.size() == 1);
  CHECK(passages[0].span == Span{0, 11});
  CHECK(passages[0].sentences == std::vector<Span>{{1, 5}, {6, 10}});
}

TEST_CASE("A blank text has no passage") {
  CHECK(cut("", 200).empty());
  CHECK(cut(" \n\n ", 200).empty());
}

TEST_CASE("A long paragraph is cut into passages of about equal length") {
  CHECK(sizes(paragraph(21, 10), 200) == std::vector<std::size_t>{110, 100});
  CHECK(sizes(paragraph(20, 10), 200) == std::vector<std::size_t>{200});
  CHECK(sizes(paragraph(45, 10), 200) == std::vector<std::size_t>{150, 150, 150});
}

TEST_CASE("Passages rather end where paragraphs do") {
  const std::string text = paragraph(12, 10) + "\n\n" + paragraph(12, 10) + "\n\n" + paragraph(12, 10);
  CHECK(sizes(text, 200) == std::vector<std::size_t>{120, 120, 120});
  const std::string small =
      paragraph(6, 10) + "\n" + paragraph(13, 10) + "\n" + paragraph(7, 10) + "\n" + paragraph(12, 10);
  CHECK(sizes(small, 200) == std::vector<std::size_t>{190, 190});
}

TEST_CASE("A heading stays with what follows") {
  const std::string text = paragraph(15, 10) + "\n\nOn Peace\n\n" + paragraph(15, 10);
  const auto passages = cut(text, 200);
  REQUIRE(passages.size() == 2);
  CHECK(text.substr(passages[1].span.start, 8) == "On Peace");
}

TEST_CASE("A sentence over the limit is cut at words") {
  const std::string text = sentence(450);
  const auto passages = cut(text, 200);
  CHECK(sizes(text, 200) == std::vector<std::size_t>{150, 150, 150});
  CHECK(passages[0].sentences.size() == 1);
  CHECK(text.substr(passages[1].span.start, 4) == "say ");
  CHECK(sizes(sentence(200), 200) == std::vector<std::size_t>{200});
  CHECK(sizes(sentence(201), 200) == std::vector<std::size_t>{101, 100});
}

TEST_CASE("Texts without spaces are cut between characters or words of the dictionary") {
  std::string han;
  for (int i = 0; i < 450; ++i) han += "习";
  CHECK(sizes(han, 200) == std::vector<std::size_t>{150, 150, 150});
  std::string thai;
  for (int i = 0; i < 150; ++i) thai += "สวัสดีชาวโลก";
  CHECK(sizes(thai, 200) == std::vector<std::size_t>{150, 150, 150});
}

TEST_CASE("No passage runs over a change of speaker, however short the turns are") {
  const std::string text = "MR. ORR: Yes. Why?\n\nQ  No.\n\nMR. ORR: " + paragraph(25, 10) + "\nQ  Thanks.";
  const auto at = [&](std::string_view part, std::size_t from = 0) {
    return static_cast<std::uint32_t>(text.find(part, from));
  };
  const std::uint32_t second = at("Q  No");
  const std::uint32_t third = at("MR. ORR", second);
  const auto passages = cut_passages(text, split_sentences(text), {200}, {0, second, third, at("Q  Thanks")});
  REQUIRE(passages.size() == 5);
  CHECK(passages[0].span == Span{0, second});
  CHECK(passages[0].sentences.size() == 2);
  CHECK(passages[1].span == Span{second, third});
  CHECK(passages[2].span.start == third);
  CHECK(passages[4].span == Span{at("Q  Thanks"), static_cast<std::uint32_t>(text.size())});
}

TEST_CASE("A sentence that runs over a change of speaker is parted there") {
  const std::string text = "11:34 a.m. MR. ORR: we -- Q  why MR. ORR: because.";
  const std::vector<std::uint32_t> breaks = {11, 26, 33};
  const auto passages = cut_passages(text, {{0, 50}}, {200}, breaks);
  REQUIRE(passages.size() == 4);
  CHECK(text_of(text, passages[1].span) == "MR. ORR: we -- ");
  CHECK(passages[1].sentences == std::vector<Span>{{11, 25}});
  CHECK(text_of(text, passages[3].span) == "MR. ORR: because.");
}

TEST_CASE("Any text is covered without gap and within the limit") {
  const std::vector<std::string> pieces = {"We ",    "say. ", "don't ", "U.S. ", "l’accord ", "non-proliferation ",
                                           "习近平", "。",    "\n\n",   "\n",    "1,000 ",    "Heading\n\n",
                                           "é",      "😀 ",    "—",      "3.5 ",  "? ",        "Q: ",
                                           "☆ "};
  std::mt19937 random(11);
  for (int round = 0; round < 3000; ++round) {
    std::string text;
    const std::size_t length = random() % 120;
    for (std::size_t i = 0; i < length; ++i) text += pieces[random() % pieces.size()];
    CAPTURE(text);
    const auto limit = 1 + static_cast<std::uint32_t>(random() % 20);
    check_rules(text, limit);
    // Every start of a piece that is not white space may be a break.
    std::set<std::uint32_t> breaks;
    for (std::size_t i = text.find_first_not_of(" \n"); i != std::string::npos; i = text.find_first_not_of(" \n", i)) {
      i = text.find_first_of(" \n", i);
      if (i == std::string::npos) break;
      const std::size_t next = text.find_first_not_of(" \n", i);
      if (next != std::string::npos && random() % 4 == 0) breaks.insert(static_cast<std::uint32_t>(next));
    }
    const auto starts = check_rules(text, limit, {breaks.begin(), breaks.end()});
    REQUIRE(std::includes(starts.begin(), starts.end(), breaks.begin(), breaks.end()));
  }
}

}  // namespace communique::corpus
