// SPDX-License-Identifier: GPL-3.0-or-later
// A whole statement through all steps: language, speaker, title, parties, passages, mentions.
#include "corpus/analyse.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "schema/gazetteer.h"

namespace communique::corpus {

namespace {

constexpr std::string_view kLeaders = R"([
  {"id": "xi-jinping", "name": "Xi Jinping", "aliases": ["习近平"], "surnames": ["Xi"], "country": "CHN", "gender": "male",
   "tenures": [{"kind": "President", "office": "President of China", "country": "CHN", "from": "2013-03-14"}]},
  {"id": "vladimir-putin", "name": "Vladimir Putin", "surnames": ["Putin"], "country": "RUS", "gender": "male",
   "tenures": [{"kind": "President", "office": "President of Russia", "country": "RUS", "from": "2012-05-07"}]}
])";

const schema::Gazetteer& gazetteer() {
  static const schema::Gazetteer built = schema::Gazetteer::parse(kLeaders);
  return built;
}

Statement greeting() {
  Statement statement;
  statement.id = "g1";
  statement.title = "Vladimir Putin greets the President of China";
  statement.text =
      "Mr. Putin sent a message to Xi Jinping on Friday.\n\n"
      "Putin’s message said that relations had never been better. Xi agreed with him in his reply on the same day.";
  statement.country = "RUS";
  statement.speaker = "Vladimir Putin";
  statement.date = {2021, 12, 31};
  statement.date_origin = schema::DateOrigin::Metadata;
  return statement;
}

std::vector<std::string> ids(const std::vector<schema::LeaderNumber>& leaders) {
  std::vector<std::string> found;
  for (const schema::LeaderNumber leader : leaders) found.push_back(gazetteer().leaders()[leader].id);
  return found;
}

/// "Putin=vladimir-putin" for every mention of every passage.
std::vector<std::string> mentions(const AnalysedStatement& analysed) {
  std::vector<std::string> found;
  for (const Passage& passage : analysed.passages) {
    for (const Mention& mention : passage.mentions) {
      CHECK(mention.span.start >= passage.span.start);
      CHECK(mention.span.end <= passage.span.end);
      found.push_back(analysed.statement.text.substr(mention.span.start, mention.span.end - mention.span.start) + '=' +
                      gazetteer().leaders()[mention.leader].id);
    }
  }
  return found;
}

using Strings = std::vector<std::string>;

}  // namespace

TEST_CASE("A statement is taken through all steps") {
  Analyser analyser(gazetteer());
  const AnalysedStatement analysed = analyser.analyse(greeting());
  CHECK(analysed.statement.id == "g1");
  CHECK(analysed.lang == "en");
  CHECK(ids(analysed.speaker) == Strings{"vladimir-putin"});
  CHECK(ids(analysed.title_leaders) == Strings{"vladimir-putin"});
  CHECK(analysed.parties == Strings{"RUS", "CHN", "vladimir-putin", "xi-jinping"});
  REQUIRE(analysed.passages.size() == 1);
  CHECK(analysed.passages[0].sentences.size() == 3);
  CHECK(mentions(analysed) ==
        Strings{"Putin=vladimir-putin", "Xi Jinping=xi-jinping", "Putin=vladimir-putin", "Xi=xi-jinping"});
}

TEST_CASE("The language given is kept, one not given is detected") {
  Analyser analyser(gazetteer());
  Statement statement = greeting();
  statement.lang = "fr";
  CHECK(analyser.analyse(statement).lang == "fr");
  statement.lang.clear();
  statement.text = "习近平同普京互致新年贺电。";
  CHECK(analyser.analyse(statement).lang == "zh");
}

TEST_CASE("A statement without metadata has passages all the same") {
  Analyser analyser(gazetteer());
  Statement statement;
  statement.text = "We agree.";
  const AnalysedStatement analysed = analyser.analyse(statement);
  CHECK(analysed.speaker.empty());
  CHECK(analysed.title_leaders.empty());
  CHECK(analysed.parties.empty());
  REQUIRE(analysed.passages.size() == 1);
  CHECK(analysed.passages[0].span == Span{0, 9});
}

TEST_CASE("A country that is none is no party") {
  Analyser analyser(gazetteer());
  Statement statement = greeting();
  statement.title.clear();
  statement.speaker.clear();
  statement.country = "Atlantis";
  statement.text = "We agree with everybody.";
  CHECK(analyser.analyse(statement).parties.empty());
}

TEST_CASE("Mentions go to the passage they stand in") {
  Analyser analyser(gazetteer(), {12});
  const AnalysedStatement analysed = analyser.analyse(greeting());
  REQUIRE(analysed.passages.size() > 1);
  CHECK(mentions(analysed).size() == 4);
  CHECK(analysed.passages[0].mentions.size() == 2);
}

TEST_CASE("The same statement comes out the same whatever was analysed before") {
  Analyser analyser(gazetteer());
  const AnalysedStatement first = analyser.analyse(greeting());
  Statement other = greeting();
  other.text = "Ein ganz anderer Text über Владимир Путин и 习近平.";
  analyser.analyse(other);
  const AnalysedStatement second = analyser.analyse(greeting());
  CHECK(mentions(first) == mentions(second));
  CHECK(first.parties == second.parties);
  REQUIRE(first.passages.size() == second.passages.size());
  CHECK(first.passages[0].span == second.passages[0].span);
}

}  // namespace communique::corpus
