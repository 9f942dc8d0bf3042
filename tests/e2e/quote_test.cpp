// SPDX-License-Identifier: GPL-3.0-or-later
// check-quote and first, as a user runs them.
#include <doctest/doctest.h>

#include "tests/support/test_index.h"

using namespace communique::tests;
using nlohmann::json;

namespace {

/// Enough sentences that the text takes several passages; the quoted two stand at a passage's end and the next one's start.
std::string long_text() {
  std::string text;
  for (int i = 0; i < 40; ++i) {
    text += "In year " + std::to_string(1900 + i) + " the harbour of town " + std::to_string(i) + " received ships. ";
  }
  return text + "The orchard will bear fruit again.";
}

const TestIndex& index() {
  static const TestIndex made;
  static const bool filled = [] {
    made.add_records({
        {{"id", "speech"}, {"date", "2019-03-01"}, {"speaker", "Vladimir Putin"}, {"country", "Russia"}, {"lang", "en"},
         {"text", "Dear friends, we will not close the northern lighthouse. It serves everybody. Thank you."}},
        {{"id", "readout"}, {"date", "2021-06-02"}, {"speaker", "Vladimir Putin"}, {"country", "Russia"}, {"lang", "en"},
         {"text", "\"We will not close the northern lighthouse,\" President of China Xi Jinping said. The talks went on for hours."}},
        {{"id", "vague"}, {"date", "2019"}, {"source", "Harbour office"}, {"lang", "en"},
         {"text", "It was said then: we will not close the northern lighthouse, whatever it costs."}},
        {{"id", "long"}, {"date", "2020-01-01"}, {"lang", "en"}, {"text", long_text()}},
        {{"id", "russian"}, {"lang", "ru"}, {"text", "Мы не закроем северный маяк, он нужен всем."}},
        {{"id", "chinese"}, {"lang", "zh"}, {"text", "我们不会关闭北方的灯塔。它为所有人服务。"}},
    });
    return true;
  }();
  CHECK(filled);
  return made;
}

ProcessResult search(std::vector<std::string> arguments, const std::string& input = {}) {
  std::vector<std::string> all = {searcher_binary()};
  all.insert(all.end(), arguments.begin(), arguments.end());
  all.insert(all.end(), {"--index", index().path()});
  return run(all, input);
}

json check(std::vector<std::string> arguments) {
  arguments.insert(arguments.begin(), "check-quote");
  arguments.insert(arguments.end(), {"--format", "json"});
  const ProcessResult result = search(arguments);
  CAPTURE(result.err);
  REQUIRE(result.exit_code <= 1);
  return json::parse(result.out);
}

std::string verdict(const std::string& quote) { return check({quote})["verdict"]; }

}  // namespace

TEST_CASE("a quotation is word for word only if every word is the same, in any language") {
  CHECK(verdict("we will not close the northern lighthouse") == "word_for_word");
  CHECK(verdict("“We will NOT close the northern lighthouse.”") == "word_for_word");
  CHECK(verdict("we will close the northern lighthouse") == "nearly");
  CHECK(verdict("we will not close the lighthouse northern") == "nearly");
  CHECK(verdict("Мы не закроем северный маяк") == "word_for_word");
  CHECK(verdict("Мы закроем северный маяк") == "nearly");
  CHECK(verdict("我们不会关闭北方的灯塔") == "word_for_word");
  CHECK(verdict("我们会关闭北方的灯塔") == "nearly");
  CHECK(verdict("The ministers shared a basket of plums") == "not_found");
}

TEST_CASE("the earliest certain statement comes first, and every other one is counted") {
  const json found = check({"we will not close the northern lighthouse"});
  CHECK(found["place"]["statement"]["id"] == "speech");
  CHECK(found["total"]["statements"] == 3);
  CHECK(found["by_year"] == json::parse(R"([{"year":2019,"statements":2},{"year":2021,"statements":1}])"));
  REQUIRE(found["others"].size() == 2);
  CHECK(found["others"][0]["statement"]["id"] == "vague");
  CHECK(check({"we will not close the northern lighthouse", "--year", "2021"})["place"]["statement"]["id"] == "readout");
}

TEST_CASE("quotations may leave out and put in words, and run over sentences and passages") {
  const json omitted = check({"we will not [...] lighthouse. It serves everybody"});
  CHECK(omitted["verdict"] == "word_for_word");
  CHECK(omitted["quote"]["omissions"] == true);
  CHECK(verdict("[They] will not close the northern lighthouse") == "word_for_word");
  CHECK(verdict("lighthouse will not ... close the northern") == "nearly");
  const json passages = index().find_json({"harbour", "--per-statement", "0"});
  REQUIRE(passages["total"]["passages"] > 1);
  const json all = json::parse(search({"show", "long", "--format", "json"}).out);
  const std::string text = all["text"];
  const std::size_t second = all["passages"][1]["start"];
  const json across = check({text.substr(second - 50, 110)});
  CHECK(across["verdict"] == "word_for_word");
  CHECK(across["place"]["passages"].size() == 2);
}

TEST_CASE("whom the words are claimed to be of is checked") {
  const std::string quote = "we will not close the northern lighthouse";
  CHECK(check({quote, "--said-by", "putin"})["claim"]["answer"] == "yes");
  CHECK(check({quote, "--said-by", "Russian president"})["claim"]["answer"] == "yes");
  CHECK(check({quote, "--said-by", "Xi Jinping"})["claim"]["answer"] == "yes");
  CHECK(check({quote, "--said-by", "merkel"})["claim"]["answer"] == "no");
  CHECK(check({quote, "--said-by", "putin", "--year", "2021"})["claim"]["answer"] == "quotes_other");
  CHECK(check({"It was said then: we will", "--said-by", "putin"})["claim"]["answer"] == "unknown");
}

TEST_CASE("a quotation that can not be checked is refused with exit code 2") {
  for (const auto& [arguments, message] : std::vector<std::pair<std::vector<std::string>, std::string>>{
           {{"check-quote"}, "check-quote needs a TEXT"},
           {{"check-quote", "peace"}, "a single word is no quotation"},
           {{"check-quote", "..."}, "the quotation has no words"},
           {{"check-quote", "--file", "/nowhere/at/all"}, "can not be read"},
           {{"check-quote", "some words", "--file", "x"}, "not both"},
           {{"check-quote", "some words", "--country", "atlantis"}, "atlantis"},
           {{"check-quote", "some words", "--said-by", "a", "--said-by", "b"}, "one --said-by"},
           {{"first"}, "first needs a QUERY"},
           {{"first", "ships", "--by", "year"}, "--by takes no \"year\""}}) {
    const ProcessResult result = search(arguments);
    CAPTURE(message);
    CHECK(result.exit_code == 2);
    CHECK(result.err.find(message) != std::string::npos);
  }
  CHECK(search({"check-quote", "-"}, std::string(70000, 'a')).exit_code == 2);
  CHECK(search({"check-quote", "-"}, "We will not close\nthe northern lighthouse").exit_code == 0);
  std::string long_quote = long_text();
  while (long_quote.size() < 50000) long_quote += " and so it went on";
  CHECK(search({"check-quote", "-"}, long_quote).exit_code <= 1);
}

TEST_CASE("first tells the earliest passage and who took it up") {
  const ProcessResult result = search({"first", "\"northern lighthouse\"", "--format", "json"});
  REQUIRE(result.exit_code == 0);
  const json found = json::parse(result.out);
  CHECK(found["first"]["statement"]["id"] == "speech");
  CHECK(found["total"]["statements"] == 3);
  CHECK(found["total"]["maybe_earlier"] == 1);
  REQUIRE(found["tables"].size() == 4);
  const json& said = found["tables"][0];
  CHECK(said["by"] == "said-by");
  // Only who the text says speaks: a speech that names nobody counts for its speaker in the next table.
  REQUIRE(said["rows"].size() == 1);
  CHECK(said["rows"][0]["value"] == "xi-jinping");
  CHECK(said["rows"][0]["first"]["date"] == "2021-06-02");
  CHECK(said["statements_without"] == 2);
  CHECK(found["tables"][1]["rows"][0]["value"] == "vladimir-putin");
  CHECK(found["tables"][1]["rows"][0]["statements"] == 2);
  CHECK(found["tables"][1]["rows"][0]["latest"]["date"] == "2021-06-02");
  CHECK(found["tables"][1]["statements_without"] == 1);
  CHECK(search({"first", "nowherewritten"}).exit_code == 1);
  const ProcessResult csv = search({"first", "lighthouse", "--by", "country", "--format", "csv"});
  CHECK(csv.out.find("country,RUS,Russia,2019-03-01,speech#1,2,2,2021-06-02,readout#1") != std::string::npos);
}
