// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/query/parse.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace communique::tests {
namespace {

using searcher::MatchMode;
using searcher::ParseOptions;

struct Case {
  std::string query;
  std::string printed;
};

void check(const std::vector<Case>& cases, const ParseOptions& options = {}) {
  for (const Case& one : cases) {
    INFO(one.query);
    const auto parsed = searcher::parse(one.query, options);
    REQUIRE_MESSAGE(parsed, parsed.error().message);
    CHECK((parsed->root ? to_text(*parsed->root) : "") == one.printed);
  }
}

struct Fault {
  std::string query;
  std::size_t offset;
  std::string message;  ///< a part of it
};

void check_faults(const std::vector<Fault>& faults, const ParseOptions& options = {}) {
  for (const Fault& fault : faults) {
    INFO(fault.query);
    const auto parsed = searcher::parse(fault.query, options);
    REQUIRE_FALSE(parsed.has_value());
    CHECK(parsed.error().offset == fault.offset);
    INFO(parsed.error().message);
    CHECK(parsed.error().message.find(fault.message) != std::string::npos);
    CHECK_FALSE(parsed.error().hint.empty());
  }
}

std::string repeated(const std::string& text, std::size_t times) {
  std::string all;
  for (std::size_t i = 0; i < times; ++i) all += text;
  return all;
}

}  // namespace

TEST_CASE("well formed queries print back in one form") {
  check({{"winter  olympics", "winter olympics"},
         {"\"win-win cooperation\"", "\"win-win cooperation\""},
         {"\"a b\"~5", "a NEAR/5 b"},
         {"\"talks, end. AND x:\"~5", "talks NEAR/5 end NEAR/5 \"AND\" NEAR/5 \"x:\""},
         {"a NEAR b", "a NEAR/10 b"},
         {"a ADJ/3 b ADJ/3 c", "a ADJ/3 b ADJ/3 c"},
         {"a /s b", "a /s b"},
         {"(sanctions OR embargo) NEAR/5 oil", "(sanctions OR embargo) NEAR/5 oil"},
         {"(a b)@statement", "(a b)@statement"},
         {"olympi* =cooperation", "olympi* =cooperation"},
         {"=\"a b\"", "\"a b\""},
         {"a AND b OR c AND d", "a b OR c d"},
         {"a && b || c", "a b OR c"},
         {"(a OR b) c", "(a OR b) c"},
         {"((a)) ((b c))", "a b c"},
         {"a NOT b", "a -b"},
         {"a -(b OR c)", "a -(b OR c)"},
         {"NOT NOT a", "a"},
         {"-(-a) b", "-(-a) b"},
         {"+winter +games", "winter games"},
         {"and or not", "and or not"}});
}

TEST_CASE("typographic and wide forms count as their plain ones") {
  check({{"“win-win cooperation”", "\"win-win cooperation\""},
         {"«мир и дружба»", "\"мир и дружба\""},
         {"„Frieden jetzt“", "\"Frieden jetzt\""},
         {"「合作共赢」", "\"合作共赢\""},
         {"（a OR b）\u3000c", "(a OR b) c"},
         {"speaker：“Xi Jinping”", "speaker:\"Xi Jinping\""}});
}

TEST_CASE("punctuation around words is left out, within words it stays") {
  check({{"talks, treaties; peace!", "talks treaties peace"},
         {"U.S. end.", "U.S. end"},
         {"Xi’s win-win l'accord", "Xi’s win-win l'accord"},
         {"? ... & — 😀", ""},
         {"who is \"waldo\"?", "who is \"waldo\""}});
}

TEST_CASE("what only looks like a field is text") {
  check({{"10:30 16:9", "10:30 16:9"}, {"http://example.org/a:b", "http://example.org/a:b"}, {":) word", "word"}});
}

TEST_CASE("fields take words, quoted values and lists") {
  check({{"Speaker:putin", "speaker:putin"},
         {"said_by:\"Vladimir Putin\"", "said-by:\"Vladimir Putin\""},
         {"speaker:(xi \"li keqiang\")", "speaker:xi OR speaker:\"li keqiang\""},
         {"country:(china OR russia) lang:en", "country:china country:russia lang:en"},
         {"title:(winter olympics)", "title:(winter olympics)"},
         {"title:(a OR \"b c\")", "title:a OR title:\"b c\""},
         {"between:china,russia", "between:china,russia"},
         {"between: \"united states\", russia x", "between:\"united states,russia\" x"},
         {"between:(china russia)", "between:china,russia"},
         {"between:(china \"united states,\")", "between:\"china,united states\""},
         {"title:\"a b,\"", "title:\"a b,\""},
         {"title:(a AND, b)", "title:(a and b)"},
         {"type:(call! speech,)", "type:call OR type:speech"},
         {"+speaker:putin *title:a", "speaker:putin title:a"},
         {"id:abc#3", "id:abc#3"}});
}

TEST_CASE("the same field side by side means either, unless AND is written") {
  check({{"speaker:a games speaker:b", "speaker:a speaker:b games"},
         {"speaker:a AND speaker:b", "speaker:a AND speaker:b"},
         {"a AND b speaker:x speaker:y", "a b speaker:x speaker:y"},
         {"speaker:a -speaker:b", "speaker:a -speaker:b"},
         {"speaker:a mentions:a", "speaker:a mentions:a"}});
  CHECK(searcher::parse("speaker:a speaker:b")->root == searcher::parse("speaker:a OR speaker:b")->root);
}

TEST_CASE("dates are read in the forms people know") {
  check({{"date:2021-03..2021-06-15", "date:2021-03..2021-06-15"},
         {"date:[2021-01 TO 2021-12]", "date:2021-01..2021-12"},
         {"date:[* TO 2021]", "date:..2021"},
         {"date:2021-01/2021-02", "date:2021-01..2021-02"},
         {"date:>=2021", "date:2021.."},
         {"date:>2021", "after:2021"},
         {"year:2019-2021", "year:2019..2021"},
         {"year:2019–2021", "year:2019..2021"},
         {"after:2021-03 before:2022", "after:2021-03 before:2022"}});
}

TEST_CASE("up to four plain words mean all, more mean any, and options decide by hand") {
  const auto flags = [](const std::string& text, MatchMode match) {
    ParseOptions options;
    options.match = match;
    const auto parsed = searcher::parse(text, options);
    REQUIRE(parsed);
    return std::pair(parsed->plain_words, parsed->free_text);
  };
  using Flags = std::pair<bool, bool>;
  CHECK(flags("a", MatchMode::Auto) == Flags{false, false});
  CHECK(flags("a b c d", MatchMode::Auto) == Flags{true, false});
  CHECK(flags("a b c d e", MatchMode::Auto) == Flags{false, true});
  CHECK(flags("(a b c d e) year:2021 -lang:fr", MatchMode::Auto) == Flags{false, true});
  CHECK(flags("a b c d e \"f\"", MatchMode::Auto) == Flags{false, false});
  CHECK(flags("a b c d e -f", MatchMode::Auto) == Flags{false, false});
  CHECK(flags("a b c d OR e", MatchMode::Auto) == Flags{false, false});
  CHECK(flags("a b c d e", MatchMode::All) == Flags{false, false});
  CHECK(flags("a b", MatchMode::Any) == Flags{false, true});
  check({{"a b c d e year:2021", "(a OR b OR c OR d OR e) year:2021"}});
  ParseOptions any;
  any.match = MatchMode::Any;
  check({{"a \"b c\" -d year:2021", "(a OR \"b c\") -d year:2021"}, {"a AND b", "a b"}}, any);
}

TEST_CASE("plain text knows no operators") {
  ParseOptions options;
  options.plain_text = true;
  check({{"BREAKING: this is NOT \"true\" -at (all) x*", "BREAKING OR this OR is OR not OR true OR at OR all OR x"},
         {"word", "word"}},
        options);
  options.match = MatchMode::All;
  check({{"what was NOT said there", "what AND was AND not AND said AND there"}}, options);
}

TEST_CASE("filters from the command line hold for the whole query") {
  ParseOptions options;
  options.filters = "year:2021 said-by:\"xi\"";
  check({{"a OR b", "(a OR b) year:2021 said-by:\"xi\""}, {"", "year:2021 said-by:\"xi\""}}, options);
  options.filters = "year:x";
  check_faults({{"abc", 9, "\"x\" is no date"}}, options);
}

TEST_CASE("malformed queries are mended with a notice, or refused when strict") {
  struct Repair {
    std::string query;
    std::string printed;
    std::size_t offset;
    std::string notice;
  };
  const std::vector<Repair> repairs = {
      {"a \"b c", "a \"b c\"", 2, "not closed"},
      {"unbal\"anced", "unbal anced", 5, "without its partner"},
      {"(a OR b", "a OR b", 0, "not closed"},
      {"a) b", "a b", 1, "without its partner"},
      {"() a", "a", 0, "empty parentheses"},
      {"() NEAR a", "a", 0, "empty parentheses"},
      {"a /s ()", "a", 5, "empty parentheses"},
      {"a \"\" b", "a b", 2, "empty phrase"},
      {"AND AND", "and and", 0, "read as a word"},
      {"winter AND", "winter and", 7, "read as a word"},
      {"NEAR/5 b", "near/5 b", 0, "read as a word"},
      {"/s b", "b", 0, "left out"},
      {"a - b", "a b", 2, "dash"},
      {"--a b", "a b", 0, "dashes"},
      {"a -", "a", 2, "dash"},
      {"ol* a", "ol a", 0, "3 letters"},
      {"win-wi*", "win-wi", 0, "end of one word"},
      {"*ball", "ball", 0, "end of a word"},
      {"speaker: putin", "speaker:putin", 8, "space after"},
      {"speaker:\"putin", "speaker:\"putin\"", 8, "not closed"},
      {"speaker:(putin xi", "speaker:putin OR speaker:xi", 8, "not closed"},
      {"a NEAR/3 b NEAR/5 c", "a NEAR/5 b NEAR/5 c", 11, "one distance"},
  };
  ParseOptions strict;
  strict.strict = true;
  for (const Repair& repair : repairs) {
    INFO(repair.query);
    const auto parsed = searcher::parse(repair.query);
    REQUIRE_MESSAGE(parsed, parsed.error().message);
    CHECK(to_text(*parsed->root) == repair.printed);
    REQUIRE(!parsed->notices.empty());
    CHECK(parsed->notices.front().offset == repair.offset);
    CHECK(parsed->notices.front().text.find(repair.notice) != std::string::npos);
    check_faults({{repair.query, repair.offset, repair.notice}}, strict);
  }
}

TEST_CASE("what can not be mended is an error at its place") {
  check_faults({{"foo: bar", 0, "no field \"foo\""},
                {"winter speakr:putin", 7, "no field \"speakr\""},
                {"speaker:", 8, "needs a value"},
                {"speaker:\"\" x", 8, "needs a value"},
                {"date:2021-13", 5, "not in the calendar"},
                {"date:soon", 5, "no date"},
                {"date:2021-06..2021-03", 5, "ends before it starts"},
                {"year:2021-03", 5, "takes years"},
                {"after:2020..2021", 6, "no date"},
                {"speaker:(a (b))", 11, "parentheses inside"},
                {"(a b) NEAR/5 c", 1, "NEAR, ADJ and /s take"},
                {"a NEAR/5 speaker:b", 17, "NEAR, ADJ and /s take"},
                {"a NEAR/5 b /s c", 11, "can not be mixed"},
                {"a NEAR/101 b", 2, "within 1 to 100"},
                {"a NEAR/0 b", 2, "within 1 to 100"},
                {"\xff", 0, "UTF-8"},
                {"ok \xc3", 3, "UTF-8"}});
  const auto suggestion = searcher::parse("speakr:putin");
  CHECK(suggestion.error().hint ==
        "did you mean speaker:? Or put it in quotation marks to search for the text: \"speakr: ...\"");
}

TEST_CASE("each cap holds at its limit and fails one above it") {
  struct Cap {
    std::string within;
    std::string above;
    std::string message;
  };
  using namespace searcher::query_caps;
  const std::string word = "abc ";
  const std::vector<Cap> caps = {
      {std::string(kBytes, 'x'), std::string(kBytes + 1, 'x'), "1024 bytes"},
      {repeated(word, kTerms), repeated(word, kTerms + 1), "64 words"},
      {repeated("(", kDepth) + "a" + repeated(")", kDepth), repeated("(", kDepth + 1) + "a" + repeated(")", kDepth + 1),
       "32 deep"},
      {repeated("abc* ", kPrefixes), repeated("abc* ", kPrefixes + 1), "4 words with a star"},
      {"\"" + repeated(word, kPhraseWords) + "\"", "\"" + repeated(word, kPhraseWords + 1) + "\"", "16 words"},
      {repeated("id:a ", kFilters), repeated("id:a ", kFilters + 1), "32 field values"},
      {"abc" + repeated(" NEAR/2 abc", kPhraseWords - 1), "abc" + repeated(" NEAR/2 abc", kPhraseWords), "16 words"},
      {"a NEAR/100 b", "a NEAR/101 b", "100 words"},
  };
  for (const Cap& cap : caps) {
    INFO(cap.message);
    CHECK(searcher::parse(cap.within).has_value());
    const auto above = searcher::parse(cap.above);
    REQUIRE_FALSE(above.has_value());
    CHECK(above.error().message.find(cap.message) != std::string::npos);
  }
}

}  // namespace communique::tests
