// SPDX-License-Identifier: GPL-3.0-or-later
// Who takes part in an event, and who is only talked about.
#include "corpus/events/parties.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace communique;

namespace {

using Strings = std::vector<std::string>;

struct Given {
  std::string title;
  std::string text;
  std::string country = {};
  std::string type = {};
  std::string speaker = {};
};

Strings parties(const Given& given, const std::string& date = "2021-06-15") {
  static const schema::Gazetteer gazetteer = schema::Gazetteer::parse(schema::built_in_leaders());
  corpus::Analyser analyser(gazetteer);
  corpus::Statement statement;
  statement.title = given.title;
  statement.text = given.text;
  statement.country = given.country;
  statement.type = given.type;
  statement.speaker = given.speaker;
  statement.lang = "en";
  statement.date = *schema::parse_date(date);
  statement.date_origin = schema::DateOrigin::Metadata;
  return analyser.analyse(statement).parties;
}

}  // namespace

TEST_CASE("both sides of a call take part") {
  CHECK(parties({"Telephone conversation with President of China Xi Jinping", "They spoke.", "RUS", "",
                 "Vladimir Putin"}) == Strings{"RUS", "CHN", "vladimir-putin", "xi-jinping"});
  CHECK(parties({"",
                 "Vladimir Putin had a telephone conversation with Federal Chancellor of Germany Angela Merkel to "
                 "discuss Ukraine and Syria."}) == Strings{"RUS", "DEU", "vladimir-putin", "angela-merkel"});
}

TEST_CASE("an adjective names the country of whom the gazetteer does not know") {
  CHECK(parties({"Minister’s Call with Spanish Deputy Minister Berg", "The minister spoke today.", "USA"}) ==
        Strings{"USA", "ESP"});
  CHECK(parties({"", "The minister spoke today with the Deputy Foreign Minister of Bangladesh, Anna Berg.", "USA",
                 "call"}) == Strings{"USA", "BGD"});
  CHECK(parties({"Meeting with Foreign Ministers of Japan, India and Australia", "Good day.", "USA"}) ==
        Strings{"USA", "JPN", "IND", "AUS"});
}

TEST_CASE("a message has two sides") {
  CHECK(parties({"Chile National Day", "On behalf of my government I congratulate the people of Chile.", "USA"}) ==
        Strings{"USA", "CHL"});
  CHECK(parties({"Condolences to the people of Japan", "I am saddened.", "FRA"}) == Strings{"FRA", "JPN"});
}

TEST_CASE("without metadata the opening names the side that the title leaves out") {
  CHECK(parties({"Condolences to President Erdogan",
                 "Prime Minister Kyriakos Mitsotakis telephoned President Recep Tayyip Erdogan this morning."}) ==
        Strings{"TUR", "GRC", "recep-tayyip-erdogan", "kyriakos-mitsotakis"});
}

TEST_CASE("a spokesperson may tell of an encounter") {
  CHECK(parties({"Daily briefing",
                 "Q: What of the messages that the leaders of China and Russia sent each other today?\n"
                 "MS. BERG: President Xi Jinping wrote first.",
                 "CHN", "briefing"}) == Strings{"CHN", "RUS"});
}

TEST_CASE("who is only talked about takes no part") {
  CHECK(parties({"On Russia’s Behaviour in Cyberspace", "We hold Russia to account, as Germany does.", "USA"}) ==
        Strings{"USA"});
  CHECK(parties({"Sanctions on North Korea", "We act with President Putin's war in mind.", "USA"}) == Strings{"USA"});
  CHECK(parties({"Minister’s Call with Japanese Foreign Minister Berg on North Korea", "They spoke today.", "USA"}) ==
        Strings{"USA", "JPN"});
  CHECK(parties({"Interview with the Harbour Tribune",
                 "Q: You have met with President Putin and President Xi Jinping?\n"
                 "A: I spoke with both.",
                 "KAZ", "interview"}) == Strings{"KAZ"});
  CHECK(parties({"Call with the Special Envoy for Libya", "They spoke today.", "USA"}) == Strings{"USA"});
}

TEST_CASE("a speech has one side unless its title names two") {
  CHECK(parties({"Speech at the opening of a school", "I met with President Xi Jinping.", "FRA", "speech"}) ==
        Strings{"FRA"});
  CHECK(parties({"Remarks by President Joe Biden and Prime Minister Yoshihide Suga after Bilateral Meeting", "Welcome.",
                 "USA"}) == Strings{"USA", "JPN", "joe-biden", "yoshihide-suga"});
}

TEST_CASE("without metadata, title or encounter nobody takes part") {
  CHECK(parties({"", "The park covers 312 islands. France has more."}).empty());
}
