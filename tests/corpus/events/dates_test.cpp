// SPDX-License-Identifier: GPL-3.0-or-later
// Expressions of time, datelines, and dates worked out of the text.
#include "corpus/events/dates.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace communique;

namespace {

const schema::Gazetteer& gazetteer() {
  static const schema::Gazetteer built = schema::Gazetteer::parse(schema::built_in_leaders());
  return built;
}

/// "printed=date" of each expression.
std::vector<std::string> times(const std::string& text, std::string_view lang, std::string_view date) {
  std::optional<schema::Date> day;
  if (!date.empty()) day = *schema::parse_date(date);
  std::vector<std::string> found;
  for (const auto& time : corpus::find_times(text, lang, day)) {
    found.push_back(std::string(corpus::text_of(text, time.span)) + "=" + time.date.to_string());
  }
  return found;
}

using Strings = std::vector<std::string>;

std::optional<corpus::FoundDate> find(const std::string& text, const std::string& title = {},
                                      std::string_view lang = "en") {
  corpus::Statement statement;
  statement.text = text;
  statement.title = title;
  return corpus::find_date(statement, lang, gazetteer());
}

std::string date_of(const std::string& text, const std::string& title = {}) {
  const auto found = find(text, title);
  return found ? found->date.to_string() + " " + std::string(to_string(found->origin)) : "";
}

}  // namespace

TEST_CASE("a bare week-day is the latest on or before the statement's date") {
  // 2021-12-31 was a Friday.
  CHECK(times("They met on Friday.", "en", "2021-12-31") == Strings{"Friday=2021-12-31"});
  CHECK(times("They met on Monday.", "en", "2021-12-31") == Strings{"Monday=2021-12-27"});
  CHECK(times("last Friday, next Friday", "en", "2021-12-31") ==
        Strings{"last Friday=2021-12-24", "next Friday=2022-01-07"});
  CHECK(times("on Friday, December 31", "en", "2022-01-02") == Strings{"Friday, December 31=2021-12-31"});
  CHECK(times("They met on Friday.", "en", "2021-12").empty());
  CHECK(times("They met on Friday.", "en", "").empty());
}

TEST_CASE("days and periods are told from the statement's date") {
  CHECK(times("today, yesterday and tomorrow; tonight; this morning", "en", "2021-03-01") ==
        Strings{"today=2021-03-01", "yesterday=2021-02-28", "tomorrow=2021-03-02", "tonight=2021-03-01",
                "this morning=2021-03-01"});
  CHECK(times("last month and next month, last year", "en", "2021-01-15") ==
        Strings{"last month=2020-12", "next month=2021-02", "last year=2020"});
  CHECK(times("last year", "en", "2021") == Strings{"last year=2020"});
  CHECK(times("the year, the month, every week", "en", "2021-01-15").empty());
}

TEST_CASE("dates without a year are of the nearest one") {
  CHECK(times("on December 31", "en", "2022-01-02") == Strings{"December 31=2021-12-31"});
  CHECK(times("the 31st of December; 5 May; Sept. 5", "en", "2021-08-01") ==
        Strings{"31st of December=2021-12-31", "5 May=2021-05-05", "Sept. 5=2021-09-05"});
  CHECK(times("in February", "en", "2021-12-31") == Strings{"February=2022-02"});
  CHECK(times("last December, next March", "en", "2021-12-31") ==
        Strings{"last December=2020-12", "next March=2022-03"});
  CHECK(times("on December 31", "en", "").empty());
}

TEST_CASE("full dates need no other") {
  CHECK(times("May 22, 2021 and 3 June 2019, in March 2020, on 2018-04-05, since 1998", "en", "") ==
        Strings{"May 22, 2021=2021-05-22", "3 June 2019=2019-06-03", "March 2020=2020-03", "2018-04-05=2018-04-05",
                "1998=1998"});
}

TEST_CASE("words that only look like times are none") {
  CHECK(times("You may march in the sun. Marches may be long. Pay 2,000 dollars or $2021 by 12:30.", "en", "2021-06-01")
            .empty());
  CHECK(times("February 30", "en", "2021-02-01").empty());
  CHECK(times("Mayor Friday-Smith's mayhem; Junebug; Marchmont", "en", "").empty());
  CHECK(times("昨日、友達が来た。", "ja", "2021-02-01").empty());
}

TEST_CASE("times in other languages") {
  CHECK(times("vendredi 31 décembre, hier, lundi dernier, l'année dernière, le 1er janvier 2022", "fr", "2021-12-31") ==
        Strings{"vendredi 31 décembre=2021-12-31", "hier=2021-12-30", "lundi dernier=2021-12-27", "année dernière=2020",
                "1er janvier 2022=2022-01-01"});
  CHECK(times("el viernes 31 de diciembre de 2021; ayer; esta mañana; el mes pasado", "es", "2021-12-31") ==
        Strings{"viernes 31 de diciembre de 2021=2021-12-31", "ayer=2021-12-30", "mañana=2021-12-31",
                "mes pasado=2021-11"});
  CHECK(times("am Freitag, dem 31. Dezember 2021; gestern; heute Morgen; nächstes Jahr", "de", "2021-12-31") ==
        Strings{"Freitag, dem 31. Dezember 2021=2021-12-31", "gestern=2021-12-30", "heute=2021-12-31",
                "nächstes Jahr=2022"});
  CHECK(times("в пятницу, 31 декабря; Вчера; в прошлом году; в феврале", "ru", "2021-12-31") ==
        Strings{"пятницу, 31 декабря=2021-12-31", "Вчера=2021-12-30", "прошлом году=2020", "феврале=2022-02"});
}

TEST_CASE("a dateline gives the date") {
  CHECK(date_of("HARBOURTON, June 3, 2008 - The ferry sank.") == "2008-06-03 dateline");
  CHECK(date_of("HARBOURTON, Dec. 31, 2021 (Harbour Wire) -- The ferry sank.") == "2021-12-31 dateline");
  CHECK(date_of("Harbourton, 31 December 2021\n\nThe ferry sank.") == "2021-12-31 dateline");
  CHECK(date_of("April 23, 2010\nFor Immediate Release\n\nThe ferry sank.") == "2010-04-23 dateline");
  CHECK(date_of("THE HARBOUR OFFICE\nFor Immediate Release March 16, 2009\nThe ferry sank.") == "2009-03-16 dateline");
  CHECK(date_of("The ferry sank.", "Daily Briefing - June 3, 2021") == "2021-06-03 dateline");
  CHECK(date_of("A ferry bill March 14 2007 WASHINGTON The ferry sank") == "2007-03-14 dateline");
}

TEST_CASE("dates of which a text tells are none of its own") {
  CHECK(date_of("January 6, 2021 was a dark day for the ferry.").empty());
  CHECK(date_of("The ferry of June 3, 2008 sank.").empty());
  CHECK(date_of("\"We are afloat.\"\n\u2013 President Ortega, May 24, 2021\nThe ferry sank.").empty());
  CHECK(date_of("Harbourton, June 3 - The ferry sank.").empty());
  CHECK(date_of("The ferry sank.", "Twenty years after June 3, 2001").empty());
}

TEST_CASE("the event's date is worked out where the text decides it") {
  const auto found = find(
      "Chinese President Xi Jinping and Russian President Vladimir Putin sent each other New Year greetings on Friday. "
      "They celebrated twenty years of the treaty signed in 2001. The Winter Olympics, which open in Beijing in "
      "February, will be watched by both.");
  REQUIRE(found);
  CHECK(found->date.to_string() == "2021-12-31");
  CHECK(found->origin == schema::DateOrigin::Inferred);
  CHECK(found->confidence > 0.7F);
  CHECK(found->reason.find("New Year greetings on a Friday") != std::string::npos);
  CHECK(found->reason.find("2001") != std::string::npos);
}

TEST_CASE("where only the year is certain, the year is found") {
  // Li Keqiang left office in March 2023, Mishustin entered it in January 2020: alone they leave four years.
  CHECK(
      date_of("Premier Li Keqiang and Russian Prime Minister Mikhail Mishustin marked the 20th anniversary of the 2001 "
              "treaty.") == "2021 inferred");
  CHECK(date_of("President Vladimir Putin said 2019 had been good: the outgoing year 2019 brought rain.") ==
        "2019 inferred");
}

TEST_CASE("a text that leaves several years open stays undated") {
  CHECK(date_of("Premier Li Keqiang and Russian Prime Minister Mikhail Mishustin spoke on Friday.").empty());
  CHECK(date_of("Xi Jinping and Vladimir Putin exchanged New Year greetings on Friday.").empty());
  CHECK(date_of("The leaders of the G20 agreed to speak about COVID-19 again before the summer.").empty());
  CHECK(date_of("I learned with deep sorrow of the floods in your country, Mr. President.").empty());
  CHECK(date_of("He was sentenced to twenty years of prison in 2001, President Vladimir Putin recalled.").empty());
  CHECK(date_of("Former President Bill Clinton and former Prime Minister Tony Blair spoke of 1999.").empty());
}

TEST_CASE("evidence that contradicts itself gives no date") {
  CHECK(date_of("President Bill Clinton marked the 20th anniversary of the 2001 treaty.").empty());
}

TEST_CASE("times are found in time with the text's length") {
  std::string text;
  for (int i = 0; i < 100'000; ++i) text += "On Friday 31 December we ";
  CHECK(corpus::find_times(text, "en", schema::Date{2021, 12, 31}).size() == 100'000);
  CHECK(corpus::find_times(std::string(5'000'000, 'm'), "en", std::nullopt).empty());
  CHECK_FALSE(find(std::string(5'000'000, '"')));
}
