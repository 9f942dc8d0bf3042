// SPDX-License-Identifier: GPL-3.0-or-later
// The query language holds its promises on random trees and on random text: what prints parses back, nothing crashes.
#include <doctest/doctest.h>

#include <random>
#include <string>
#include <vector>

#include "searcher/query/compile.h"
#include "searcher/query/parse.h"
#include "searcher/query/suggest.h"
#include "tests/searcher/query/hand_index.h"

namespace communique::tests {
namespace {

using namespace searcher;
using schema::FieldId;

constexpr unsigned kSeed = 20240229;

/// Random trees as parse() makes them: no node inside its own kind, no OR with less than two operands.
class TreeMaker {
 public:
  explicit TreeMaker(std::mt19937& random) : random_(random) {}

  QueryNode any(int depth) {
    switch (depth <= 0 ? below(3) : below(9)) {
      case 0:
        return {word(), {}};
      case 1:
        return {PhraseClause{below(2) == 0 ? "win-win cooperation" : "习近平"}, {}};
      case 2:
        return {field(), {}};
      case 3:
        return {AndClause{several(depth, 0)}, {}};
      case 4:
        return {OrClause{several(depth, 1)}, {}};
      case 5:
        return {NotClause{{any(depth - 1)}}, {}};
      case 6:
        return {NearClause{near_operands(), 1 + below(query_caps::kDistance), below(2) == 0}, {}};
      case 7:
        return {SameSentenceClause{near_operands()}, {}};
      default:
        return {SameStatementClause{{any(depth - 1)}}, {}};
    }
  }

 private:
  unsigned below(unsigned bound) { return std::uniform_int_distribution<unsigned>(0, bound - 1)(random_); }

  WordClause word() {
    static const std::vector<std::string> kWords = {"peace", "U.S.", "non-proliferation", "мир", "习近平",
                                                    "10:30", "and",  "l'accord"};
    if (below(8) == 0) return {"olympi", false, true};
    return {kWords[below(static_cast<unsigned>(kWords.size()))], below(4) == 0, false};
  }

  FieldClause field() {
    switch (below(5)) {
      case 0:
        return {FieldId::Speaker, "putin", false};
      case 1:
        return {FieldId::Mentions, "Xi Jinping", true};
      case 2:
        return {FieldId::Title, "joint statement", below(2) == 0};
      case 3:
        return {FieldId::Date, "2021-03..2021-06-15", false};
      default:
        return {FieldId::Between, "china,russia", false};
    }
  }

  std::vector<QueryNode> near_operands() {
    std::vector<QueryNode> operands;
    for (unsigned i = 0; i < 2 + below(2); ++i) {
      if (below(3) == 0)
        operands.push_back({OrClause{{{word(), {}}, {PhraseClause{"a b"}, {}}}}, {}});
      else
        operands.push_back({word(), {}});
    }
    return operands;
  }

  /// Operands of an AND (kind 0) or OR (kind 1).
  std::vector<QueryNode> several(int depth, int kind) {
    std::vector<QueryNode> operands;
    while (operands.size() < 2 || below(2) == 0) {
      QueryNode node = any(depth - 1);
      const bool same =
          kind == 0 ? std::holds_alternative<AndClause>(node.clause) : std::holds_alternative<OrClause>(node.clause);
      if (!same) operands.push_back(std::move(node));
    }
    return operands;
  }

  std::mt19937& random_;
};

std::string random_text(std::mt19937& random) {
  static const std::vector<std::string> kPieces = {" ",
                                                   " ",
                                                   " ",
                                                   "a",
                                                   "bc",
                                                   "winter",
                                                   "\"",
                                                   "“",
                                                   "”",
                                                   "«",
                                                   "(",
                                                   ")",
                                                   "（",
                                                   "）@statement",
                                                   ")@statement",
                                                   "AND",
                                                   " OR ",
                                                   " NOT ",
                                                   "-",
                                                   "--",
                                                   "=",
                                                   "+",
                                                   "*",
                                                   "olymp*",
                                                   ":",
                                                   "：",
                                                   "speaker:",
                                                   "title:(",
                                                   "date:",
                                                   "[2021 TO 2022]",
                                                   "2021..",
                                                   "year:2020",
                                                   "between:",
                                                   ",",
                                                   "NEAR/",
                                                   " NEAR/3 ",
                                                   " ADJ ",
                                                   " /s ",
                                                   "~5",
                                                   "习近平",
                                                   "é",
                                                   "e\u0301",
                                                   "\u200b",
                                                   "\u3000",
                                                   "😀",
                                                   "http://x",
                                                   "12:30",
                                                   "@",
                                                   "/",
                                                   "\\",
                                                   "\t",
                                                   "non-proliferation",
                                                   "mentions:alder",
                                                   "lang:en",
                                                   "{",
                                                   "]",
                                                   ">",
                                                   "<=",
                                                   "'",
                                                   "’s",
                                                   "#",
                                                   "id:a#1"};
  std::string text;
  const std::size_t pieces = std::uniform_int_distribution<std::size_t>(0, 30)(random);
  for (std::size_t i = 0; i < pieces; ++i) {
    text += kPieces[std::uniform_int_distribution<std::size_t>(0, kPieces.size() - 1)(random)];
  }
  return text;
}

/// Random bytes: mostly not UTF-8.
std::string random_bytes(std::mt19937& random) {
  std::string text(std::uniform_int_distribution<std::size_t>(0, 60)(random), ' ');
  for (char& c : text) c = static_cast<char>(std::uniform_int_distribution<int>(0, 255)(random));
  return text;
}

}  // namespace

TEST_CASE("a random tree prints as text that parses to an equal tree") {
  std::mt19937 random(kSeed);
  int compared = 0;
  for (int i = 0; i < 5000; ++i) {
    const QueryNode tree = TreeMaker(random).any(3);
    const std::string text = to_text(tree);
    INFO(text);
    const auto parsed = parse(text, {.max_bytes = 100000, .max_terms = 10000});
    // Random trees may be over the caps on prefixes and filters.
    if (!parsed) {
      REQUIRE(parsed.error().message.find("at most") != std::string::npos);
      continue;
    }
    ++compared;
    REQUIRE(parsed->root.has_value());
    CHECK(to_text(*parsed->root) == text);
    CHECK(*parsed->root == tree);
  }
  CHECK(compared > 4000);
}

TEST_CASE("random text never crashes the parser, and what it yields prints back") {
  std::mt19937 random(kSeed);
  int parsed_trees = 0;
  for (int i = 0; i < 20000; ++i) {
    const std::string text = i % 10 == 0 ? random_bytes(random) : random_text(random);
    ParseOptions options;
    options.strict = i % 7 == 0;
    options.plain_text = i % 11 == 0;
    options.match = static_cast<MatchMode>(i % 3);
    INFO(text);
    const auto parsed = parse(text, options);
    if (!parsed) {
      CHECK(parsed.error().offset <= text.size());
      CHECK_FALSE(parsed.error().message.empty());
      continue;
    }
    for (const Notice& notice : parsed->notices) CHECK(notice.offset <= text.size());
    if (!parsed->root) continue;
    ++parsed_trees;
    const std::string printed = to_text(*parsed->root);
    INFO(printed);
    const auto again = parse(printed, {.max_bytes = 100000, .max_terms = 10000});
    REQUIRE_MESSAGE(again, again.error().message);
    REQUIRE(again->root.has_value());
    CHECK(*again->root == *parsed->root);
    CHECK(again->notices.empty());
  }
  CHECK(parsed_trees > 5000);
}

TEST_CASE("random text compiles to a query that Xapian runs, or to an error") {
  HandIndex corpus({{.id = "a",
                     .passages = {{{"A winter of 习近平 and olympians."}, {"ada-alder"}}},
                     .date = "2021-02-10",
                     .title = "Winter a bc",
                     .speaker = "Bo Birch"}});
  std::mt19937 random(kSeed + 1);
  int ran = 0;
  for (int i = 0; i < 4000; ++i) {
    const std::string text = random_text(random);
    INFO(text);
    const auto parsed = parse(text);
    if (!parsed || !parsed->root) continue;
    const auto compiled = compile(*parsed, corpus.index());
    if (!compiled) {
      CHECK(compiled.error().offset <= text.size());
      continue;
    }
    ++ran;
    CHECK_NOTHROW(corpus.matches(compiled->full));
    if (compiled->has_partial) CHECK_NOTHROW(corpus.matches(compiled->partial));
    if (i % 20 == 0) CHECK_NOTHROW(suggest({text, *parsed}, corpus.index()));
  }
  CHECK(ran > 500);
}

}  // namespace communique::tests
