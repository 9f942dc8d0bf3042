// SPDX-License-Identifier: GPL-3.0-or-later
// Who the sources are, through analyse(): pronouns, titles, offices, labels, joint sources, texts of one's own.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "corpus/analyse.h"

namespace communique::corpus {

namespace {

const schema::Gazetteer& gazetteer() {
  static const schema::Gazetteer built = schema::Gazetteer::parse(schema::built_in_leaders());
  return built;
}

struct Given {
  std::string text;
  std::string speaker;
  std::string country;
  std::string lang = "en";
};

AnalysedStatement analyse(const Given& given) {
  Statement statement;
  statement.id = "s";
  statement.text = given.text;
  statement.speaker = given.speaker;
  statement.country = given.country;
  statement.lang = given.lang;
  statement.date = {2015, 6, 9};
  statement.date_origin = schema::DateOrigin::Metadata;
  return Analyser(gazetteer()).analyse(std::move(statement));
}

/// Names of those who say what begins with `content`, in one string; "-" if nothing does.
std::string who_says(const AnalysedStatement& analysed, const std::string& content) {
  for (const Attribution& attribution : analysed.attributions) {
    const std::string_view words = text_of(analysed.statement.text, attribution.content.front());
    if (words.find(content) > 8) continue;
    std::string names;
    for (const Speaker& speaker : attribution.speakers) names += (names.empty() ? "" : ", ") + speaker.name;
    return names;
  }
  return "-";
}

}  // namespace

TEST_CASE("a source is resolved to whom a reader takes it for") {
  struct Row {
    Given given;
    std::string content;
    std::string who;
  };
  for (const Row& row : {
           // The same speaker goes on.
           Row{{"Vladimir Putin said that trade had grown. He added that ports would be enlarged.", "", "", "en"}, "that ports",
               "Vladimir Putin"},
           // The other sex does not.
           Row{{"Angela Merkel met Vladimir Putin. Putin said that trade had grown. She said that it had not.", "", "", "en"},
               "that it had", "Angela Merkel"},
           // Who has become the subject since.
           Row{{"Vladimir Putin said that trade had grown. Xi Jinping arrived later. He said that he was glad.", "", "", "en"},
               "that he was glad", "Xi Jinping"},
           Row{{"Putin met Xi Jinping. The two leaders agreed that trade should grow.", "", "", "en"}, "that trade",
               "Vladimir Putin, Xi Jinping"},
           Row{{"Vladimir Putin and Xi Jinping said that trade should grow.", "", "", "en"}, "that trade",
               "Vladimir Putin, Xi Jinping"},
           Row{{"The Russian president said that trade had grown.", "", "", "en"}, "that trade", "Vladimir Putin"},
           Row{{"The president said that trade had grown.", "", "RUS", "en"}, "that trade", "Vladimir Putin"},
           Row{{"The president said that trade had grown.", "", "", "en"}, "that trade", "The president"},
           Row{{"A spokesman for Vladimir Putin said that trade had grown.", "", "", "en"}, "that trade",
               "spokesman for Vladimir Putin"},
           Row{{"The release was written by Ned Price. Mr. Price said that trade had grown.", "", "", "en"}, "that trade", "Ned Price"},
           Row{{"Le président a rencontré M. Poutine. M. Poutine a déclaré que la Russie était prête.", "", "", "fr"},
               "que la Russie", "Vladimir Putin"},
       }) {
    CAPTURE(row.given.text);
    CHECK(who_says(analyse(row.given), row.content) == row.who);
  }
}

TEST_CASE("a turn is its label's, whatever the label looks like") {
  const AnalysedStatement analysed = analyse({"PRESIDENT PUTIN: We are glad to be here today.\n\nQ Will you stay?\n\nPRESIDENT PUTIN: "
                                              "Until tomorrow evening.\n\nMS. HENSLEY: Thank you all for coming.\n",
                                              "Carol Hensley", "", "en"});
  CHECK(who_says(analysed, "We are glad") == "Vladimir Putin");
  CHECK(who_says(analysed, "Will you") == "journalist");
  CHECK(who_says(analysed, "Thank you all") == "Carol Hensley");
}

TEST_CASE("a text of one's own is its speaker's, a report about him is not") {
  const std::string letter = "Dear friends, I wish you a happy feast. My thoughts are with you, and I shall come soon.";
  CHECK(who_says(analyse({letter, "Vladimir Putin", "", "en"}), "Dear friends") == "Vladimir Putin");
  CHECK(who_says(analyse({letter, "", "", "en"}), "Dear friends") == "-");
  const std::string report = "The President visited a school in the north of the country. The weather was fine.";
  CHECK(who_says(analyse({report, "Vladimir Putin", "", "en"}), "The President visited") == "-");
  const std::string readout = "Office of the Spokesperson\n\nThe following is attributable to Spokesperson Ned Price:\n\nThe Secretary met "
                              "with colleagues today.";
  CHECK(who_says(analyse({readout, "", "USA", "en"}), "The Secretary met") == "Ned Price");
  const std::string byline = "Ned Price, Department Spokesperson\n\nThe United States is saddened by the news from the coast.";
  CHECK(who_says(analyse({byline, "", "USA", "en"}), "The United States is") == "Ned Price");
}

}  // namespace communique::corpus
