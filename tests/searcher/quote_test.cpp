// SPDX-License-Identifier: GPL-3.0-or-later
// Reading a quotation, placing it in a text, and telling what differs: without an index.
#include "searcher/quote/comparison.h"
#include "searcher/quote/spelling_variant.h"

#include <array>

#include <doctest/doctest.h>

using namespace communique;
using namespace communique::searcher;

namespace {

/// "3 4": the words of each piece; "+2" where brackets stand before it.
std::string pieces(const std::string& text) {
  const Result<Quote> quote = read_quote(text);
  if (!quote) return "error: " + quote.error().message;
  std::string shown;
  for (const QuotePiece& piece : quote->pieces) {
    shown += (shown.empty() ? "" : " ") + std::string(piece.inserted_before ? "+" : "") + std::to_string(piece.words.size());
  }
  return shown;
}

QuoteComparison compared(const std::string& text, const std::string& quotation) {
  const Result<Quote> quote = read_quote(quotation);
  REQUIRE(quote.has_value());
  const QuotePlacer placer(*quote);
  const ComparedText words{text, words_to_compare(text)};
  std::vector<std::uint32_t> numbers;
  for (const DiffWord& word : words.words) numbers.push_back(placer.number(word.term));
  std::optional<Placement> placement = placer.place(numbers);
  if (!placement) return {};
  return compare_quote(*quote, words, std::move(*placement), [](std::string_view) { return 1.0; });
}

/// The changes in one line, "same" if there is none, "nowhere" if the text has nothing like it.
std::string changes(const std::string& text, const std::string& quotation) {
  const QuoteComparison found = compared(text, quotation);
  if (found.runs.empty()) return "nowhere";
  static constexpr std::array<std::string_view, 5> kKinds = {"left out", "added", "replaced", "moved", "variant"};
  std::string shown;
  for (const QuoteChange& change : found.changes) {
    shown += (shown.empty() ? "" : "; ") + std::string(kKinds[static_cast<std::size_t>(change.kind)]) + " " + change.text +
             "/" + change.quote + (change.negation ? " NEGATION" : "") + (change.number ? " NUMBER" : "");
  }
  return shown.empty() ? "same" : shown;
}

constexpr const char* kText =
    "Good evening. We will not be the first to leave the table, and we shall keep 20 seats free. The Minister thanked his "
    "colleagues for the honour of a programme of non-proliferation talks.";

}  // namespace

TEST_CASE("a quotation is read in pieces where it says that words are missing or put in") {
  CHECK(pieces("We will stay.") == "3");
  CHECK(pieces("We will ... stay here") == "2 2");
  CHECK(pieces("We will […] stay here") == "2 2");
  CHECK(pieces("We will (. . .) stay here") == "2 2");
  CHECK(pieces("…we will stay…") == "3");
  CHECK(pieces("[He] will stay here") == "+3");
  CHECK(pieces("we [the party] will stay") == "1 +2");
  CHECK(pieces("[W]e will stay") == "3");
  CHECK(pieces("we will stay[ed] here") == "2 +1");
  CHECK(pieces("we will [sic] stay") == "3");
  CHECK(pieces("和平与发展") == "5");
}

TEST_CASE("what is no quotation is refused with a reason") {
  CHECK(pieces("peace") == "error: a single word is no quotation");
  CHECK(pieces("和平") == "error: a single word is no quotation");
  CHECK(pieces(" — ... ") == "error: the quotation has no words");
  CHECK(pieces("") == "error: the quotation has no words");
  CHECK(pieces("peace \xff now") == "error: the quotation is not UTF-8 at byte 6");
  CHECK(pieces(std::string(kMostQuoteBytes + 1, 'a')) == "error: the quotation has 65537 bytes, more than 65536");
  CHECK(pieces(std::string(kMostQuoteBytes, ' ').replace(0, 9, std::string("we agree "))) == "2");
}

TEST_CASE("the same words are the same whatever stands between them") {
  CHECK(changes(kText, "we will not be the first to leave the table") == "same");
  CHECK(changes(kText, "“We will not be the first — to leave the table”") == "same");
  CHECK(changes(kText, "keep 20 seats free: the minister") == "same");
  CHECK(changes(kText, "We will not ... keep 20 seats") == "same");
  CHECK(changes(kText, "The Minister thanked [her] colleagues") == "same");
}

TEST_CASE("every changed word is told, negations and numbers by name") {
  CHECK(changes(kText, "We will be the first to leave the table") == "left out not/ NEGATION");
  CHECK(changes(kText, "we shall not keep 20 seats free") == "added /not NEGATION");
  CHECK(changes(kText, "we shall keep 200 seats free") == "replaced 20/200 NUMBER");
  CHECK(changes(kText, "we will not be first the to leave the table").find("moved") != std::string::npos);
  CHECK(changes(kText, "for the honor of a program of nonproliferation talks") ==
        "variant honour/honor; variant programme/program; variant non-proliferation/nonproliferation");
  CHECK(changes(kText, "Quite another sentence about fishing boats") == "nowhere");
}

TEST_CASE("in what else the same words differ is named") {
  const auto marks = [](const char* quotation) { return compared(kText, quotation).marks; };
  CHECK(marks("We will not be the first to leave the table, and we").empty());
  CHECK(marks("we will not be") == std::vector<std::string>{"case"});
  CHECK(marks("leave the table and we") == std::vector<std::string>{"punctuation"});
  CHECK(marks("leave the table – and we") == std::vector<std::string>{"punctuation", "dashes"});
  CHECK(marks("leave the \"table\", and we") == std::vector<std::string>{"quotation marks"});
}

TEST_CASE("British and American spellings are variants, other words are not") {
  struct Row {
    const char* a;
    const char* b;
    bool variant;
  };
  for (const Row& row : {Row{"colour", "color", true}, Row{"organisation", "organization", true}, Row{"realise", "realize", true},
                         Row{"centre", "center", true}, Row{"travelled", "traveled", true}, Row{"defence", "defense", true},
                         Row{"dialogue", "dialog", true}, Row{"analysed", "analyzed", true}, Row{"labour's", "labor's", true},
                         Row{"four", "for", false}, Row{"filling", "filing", false}, Row{"rise", "rize", false},
                         Row{"called", "caled", false}, Row{"peace", "peace", false}, Row{"war", "peace", false}}) {
    CAPTURE(std::string(row.a));
    CHECK(is_spelling_variant(row.a, row.b) == row.variant);
    CHECK(is_spelling_variant(row.b, row.a) == row.variant);
  }
}
