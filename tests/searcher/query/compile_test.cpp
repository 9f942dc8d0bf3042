// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/query/compile.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "searcher/query/suggest.h"
#include "tests/searcher/query/hand_index.h"

namespace communique::tests {
namespace {

using searcher::CompiledQuery;
using searcher::Unit;
using Ids = std::vector<std::string>;

HandIndex& corpus() {
  static HandIndex index({
      {.id = "a",
       .passages = {{{"The president opened the winter games.", "Cooperation is win-win cooperation."}, {"bo-birch"}},
                    {{"Talks on nonproliferation went on.", "The harvest was good."}, {}}},
       .date = "2021-02-10",
       .title = "Winter games opened",
       .speaker = "Bo Birch, President",
       .speaker_leader = "bo-birch",
       .country = "RUS",
       .type = "Speech",
       .source = "Palace Press Office"},
      {.id = "b",
       .passages = {{{"The games were cooperative.", "Winter came early."}, {"ada-alder", "cy-birch"}},
                    {{"They spoke of the non-proliferation treaty."}, {"ada-alder"}}},
       .date = "2012",
       .title = "A call between two ministers",
       .speaker = "Jo Lark",
       .country = "FRA",
       .type = "call",
       .parties = {"FRA", "RUS", "cy-birch"}},
      {.id = "c",
       .passages = {{{"中国国家主席习近平同俄罗斯总统通电话。"}, {}}},
       .date = "2010-07",
       .title = "通话",
       .speaker = "Ada Alder",
       .speaker_leader = "ada-alder",
       .country = "CHN",
       .lang = "zh"},
      {.id = "d",
       .passages = {{{"An undated note about a harvest festival in winter."}, {}}},
       .title = "Note",
       .speaker = "Bo Birch",
       .speaker_leader = "bo-birch"},
  });
  return index;
}

CompiledQuery compiled(const std::string& text, const searcher::ParseOptions& options = {}) {
  const auto parsed = searcher::parse(text, options);
  INFO(text);
  REQUIRE(parsed);
  auto result = searcher::compile(*parsed, corpus().index());
  REQUIRE_MESSAGE(result, result.error().message);
  return std::move(result).value();
}

Ids found(const std::string& text) { return corpus().matches(compiled(text).full); }

struct Case {
  std::string query;
  Ids ids;
};

void check(const std::vector<Case>& cases) {
  for (const Case& one : cases) {
    INFO(one.query);
    CHECK(found(one.query) == one.ids);
  }
}

std::string error_of(const std::string& text) {
  const auto parsed = searcher::parse(text);
  REQUIRE(parsed);
  const auto result = searcher::compile(*parsed, corpus().index());
  REQUIRE(!result);
  return result.error().message + " | " + result.error().hint;
}

bool noted(const CompiledQuery& query, const std::string& part) {
  return std::any_of(query.notices.begin(), query.notices.end(),
                     [&](const searcher::Notice& notice) { return notice.text.find(part) != std::string::npos; });
}

}  // namespace

TEST_CASE("words are found in all their forms, exact ones and prefixes as asked") {
  check({{"game", {"a#1", "b#1"}},
         {"=game", {}},
         {"cooperating", {"a#1", "b#1"}},
         {"=cooperation", {"a#1"}},
         {"coop*", {"a#1", "b#1"}},
         {"winter games", {"a#1", "b#1"}},
         {"WINTER Games'", {"a#1", "b#1"}}});
}

TEST_CASE("a hyphenated word is found however it is written") {
  check({{"non-proliferation", {"a#2", "b#2"}},
         {"nonproliferation", {"a#2", "b#2"}},
         {"\"non-proliferation treaty\"", {"b#2"}},
         {"\"win win cooperation\"", {"a#1"}},
         {"\"win-win cooperation\"", {"a#1"}}});
}

TEST_CASE("Han text is found by any run of its characters") {
  check({{"习近平", {"c#1"}},
         {"主席", {"c#1"}},
         {"话", {"c#1"}},
         {"平近习", {}},
         {"\"国家主席\"", {"c#1"}},
         {"习近平 电话", {"c#1"}}});
}

TEST_CASE("phrases are exact and end with the sentence") {
  check({{"\"winter games\"", {"a#1"}},
         {"\"winter game\"", {}},
         {"\"games cooperation\"", {}},
         {"\"games were cooperative\"", {"b#1"}}});
}

TEST_CASE("nearness counts words, and stays in the sentence") {
  check({{"opened NEAR/2 winter", {"a#1"}},
         {"opened NEAR/1 winter", {}},
         {"winter NEAR/5 opened", {"a#1"}},
         {"winter ADJ/5 opened", {}},
         {"opened ADJ/5 winter", {"a#1"}},
         {"winter NEAR/10 cooperation", {}},
         {"(harvest OR games) NEAR/3 winter", {"a#1", "d#1"}},
         {"president /s game", {"a#1"}},
         {"president /s cooperation", {}},
         {"\"winter games\" NEAR/3 opened", {"a#1"}},
         {"\"opened winter\"~3", {"a#1"}},
         {"non-proliferation NEAR/2 treaty", {"b#2"}},
         {"win-win NEAR/3 cooperation", {"a#1"}}});
}

TEST_CASE("operators join and exclude") {
  check({{"harvest OR treaty", {"a#2", "b#2", "d#1"}},
         {"winter -president", {"b#1", "d#1"}},
         {"winter NOT (games OR harvest)", {}},
         {"harvest -talks OR treaty", {"b#2", "d#1"}},
         {"-(-treaty)", {"b#2"}}});
}

TEST_CASE("words of one statement need not stand in one passage") {
  check({{"winter nonproliferation", {}},
         {"(winter nonproliferation)@statement", {"a#1", "a#2", "b#1", "b#2"}},
         {"(winter nonproliferation -treaty)@statement", {"a#1", "a#2"}},
         {"(winter nonproliferation)@statement harvest", {"a#2"}}});
}

TEST_CASE("fields are filters") {
  check({{"winter speaker:\"Bo Birch\"", {"a#1", "d#1"}},
         {"winter country:russian", {"a#1"}},
         {"winter country:rus country:fra", {"a#1", "b#1"}},
         {"harvest lang:english", {"a#2", "d#1"}},
         {"talks type:speech", {"a#2"}},
         {"talks source:\"press palace\"", {"a#2"}},
         {"talks title:games", {"a#2"}},
         {"talks title:game", {"a#2"}},
         {"treaty title:\"two ministers\"", {"b#2"}},
         {"treaty title:\"ministers two\"", {}},
         {"treaty between:france,russia", {"b#2"}},
         {"treaty between:\"Cy Birch\",Moscow", {"b#2"}},
         {"treaty between:france,china", {}},
         {"winter id:a", {"a#1"}},
         {"id:a#2", {"a#2"}},
         {"winter -speaker:\"Bo Birch\"", {"b#1"}}});
}

TEST_CASE("filters alone list statements, words and mentions list passages") {
  check({{"country:fra", {"b"}},
         {"speaker:alder", {"c"}},
         {"speaker:\"Jo Lark\"", {"b"}},
         {"title:games OR title:call", {"a", "b"}},
         {"country:rus -winter", {}},
         {"lang:en -treaty", {"a", "d"}},
         {"lang:en -mentions:alder", {"a", "d"}},
         {"mentions:alder", {"b#1", "b#2"}},
         {"mentions:alder -treaty", {"b#1"}},
         {"leader:alder", {"b#1", "b#2", "c#1"}},
         {"treaty OR country:chn", {"b#2", "c#1"}}});
  CHECK(compiled("country:fra").unit == Unit::Statement);
  CHECK_FALSE(compiled("country:fra").ranked);
  CHECK(compiled("mentions:alder").unit == Unit::Passage);
  CHECK(compiled("winter country:fra").ranked);
}

TEST_CASE("dates known to the month or the year are in a range only as a whole") {
  check({{"year:2021", {"a"}},
         {"year:2010..2012", {"b", "c"}},
         {"date:2012-03", {}},
         {"date:2010-07", {"c"}},
         {"date:2010-07-01..2010-07-15", {}},
         {"date:2010-06-15..2010-08", {"c"}},
         {"date:2021-02-10", {"a"}},
         {"date:2021-02-01..2021-02-09", {}},
         {"date:..2012", {"b", "c"}},
         {"after:2012", {"a"}},
         {"after:2021-02-09", {"a"}},
         {"after:2021-02", {}},
         {"before:2012", {"c"}},
         {"before:2010-07", {}},
         {"date:0001..9999", {"a", "b", "c"}},
         {"winter -year:2021", {"b#1", "d#1"}}});
  const CompiledQuery bounded = compiled("winter after:2011 date:..2021-06");
  CHECK(bounded.dates.from->to_string() == "2012-01-01");
  CHECK(bounded.dates.to->to_string() == "2021-06-30");
  CHECK_FALSE(bounded.undated_can_match);
  CHECK(compiled("winter OR year:2012").undated_can_match);
}

TEST_CASE("an office means whoever held it at the statement's date") {
  // b is of 2012, when both held it; d is undated.
  check({{"speaker:\"Russian president\"", {"a", "c", "d"}},
         {"mentions:\"president of Russia\"", {"a#1", "b#1", "b#2"}},
         {"speaker:\"Russian president\" year:2010", {"c"}}});
  const std::string parsed = compiled("said-by:\"Russian president\"").parsed;
  CHECK(parsed.find("Ada Alder 2008-05-07..2012-05-07") != std::string::npos);
  CHECK(parsed.find("Bo Birch 2012-05-07..") != std::string::npos);
}

TEST_CASE("names are shown as understood, and doubts are said") {
  CHECK(compiled("winter speaker:алдер country:FR").parsed == "winter speaker:\"Ada Alder\" country:France");
  CHECK(noted(compiled("mentions:birch"), "Bo Birch or Cy Birch"));
  CHECK(noted(compiled("speaker:\"Jo Lark\""), "no leader known as \"Jo Lark\""));
  CHECK(noted(compiled("speaker:\"Ada Aldr\""), "did you mean Ada Alder?"));
  CHECK(noted(compiled("type:spech"), "types here: call, speech"));
  CHECK(noted(compiled("id:nowhere"), "no statement has the id"));
  check({{"mentions:harvest", {"a#2", "d#1"}}, {"leader:\"Jo Lark\"", {"b#1", "b#2"}}});
}

TEST_CASE("what can not be understood is an error that says what to write") {
  CHECK(error_of("-winter") ==
        "the query only says what to leave out | say what to find, too: a word, or a filter such as year:2021");
  CHECK(error_of("country:frnace") == "there is no country \"frnace\" | did you mean country:France?");
  CHECK(error_of("between:france") ==
        "between: takes two sides | for example between:china,russia or between:\"Xi Jinping\",putin");
  CHECK(error_of("between:france,germny") ==
        "between: knows no country, organisation or leader called \"germny\" | did you mean Germany?");
  CHECK(error_of("lang:klingonish") == "there is no language \"klingonish\" | languages of this index: en, zh");
  CHECK(error_of("winter OR -games").starts_with("NOT beside OR"));
}

TEST_CASE("plain words have a weaker query of any of them, under the same filters") {
  const CompiledQuery both = compiled("winter treaty lang:en");
  REQUIRE(both.has_partial);
  CHECK(corpus().matches(both.full).empty());
  CHECK(corpus().matches(both.partial) == Ids{"a#1", "b#1", "b#2", "d#1"});
  for (const std::string text : {"winter", "winter AND treaty", "\"winter games\"", "winter -treaty"}) {
    INFO(text);
    CHECK_FALSE(compiled(text).has_partial);
  }
}

TEST_CASE("free text is ranked by any of its words, function words only adding") {
  const CompiledQuery question = compiled("what did the treaty say about the harvest and treaty");
  CHECK(corpus().matches(question.full) == Ids{"a#2", "b#2", "d#1"});
  CHECK(question.full.get_description().find("AND_MAYBE") != std::string::npos);
  CHECK(question.ranked);
  CHECK_FALSE(question.has_partial);
  searcher::ParseOptions plain;
  plain.plain_text = true;
  CHECK(corpus().matches(compiled("note: NOT (treaty) \"harvest", plain).full) == Ids{"a#2", "b#2", "d#1"});
}

TEST_CASE("patterns say what to mark, except of what is left out") {
  const CompiledQuery query = compiled("game \"win-win cooperation\" -harvest");
  REQUIRE(query.patterns.size() == 3);
  CHECK(query.patterns[0].positions.size() == 1);
  CHECK(query.patterns[0].positions[0] == std::vector<std::string>{"game", "games"});
  CHECK(query.patterns[1].positions == std::vector<std::vector<std::string>>{{"win"}, {"win"}, {"cooperation"}});
  CHECK(query.patterns[2].positions == std::vector<std::vector<std::string>>{{"winwin"}, {"cooperation"}});
  CHECK(query.words == std::vector<std::string>{"game", "win", "win", "cooperation"});
  CHECK(compiled("opened NEAR/3 winter").patterns.front().window == 3);
  CHECK(compiled("opened /s winter").patterns.front().same_sentence);
}

TEST_CASE("misspelt words and names are mended where that finds something") {
  const auto suggested = [](const std::string& text) {
    const auto parsed = searcher::parse(text);
    REQUIRE(parsed);
    return searcher::suggest({text, *parsed}, corpus().index());
  };
  CHECK(suggested("wintre games") == Ids{"winter games"});
  CHECK(suggested("\"wintr games\" lang:en") == Ids{"\"winter games\" lang:en"});
  CHECK(suggested("speaker:aldre") == Ids{"speaker:\"Alder\""});
  CHECK(suggested("winter games").empty());
  CHECK(suggested("wintre treaty").empty());
  CHECK(suggested("xqzzw").empty());
}

TEST_CASE("explain shows the stages") {
  const auto parsed = searcher::parse("winter country:fr");
  REQUIRE(parsed);
  const auto query = searcher::compile(*parsed, corpus().index());
  REQUIRE(query);
  const std::string text = searcher::explain(*parsed, *query);
  for (const std::string part :
       {"tree: winter country:fr", "resolved: winter country:France", "lists: passages", "NFRA"}) {
    INFO(part);
    CHECK(text.find(part) != std::string::npos);
  }
}

}  // namespace communique::tests
