// SPDX-License-Identifier: GPL-3.0-or-later
// Does a gazetteer find the right person for a name, an office and a date, and take a user's corrections?
#include "schema/gazetteer.h"

#include <doctest/doctest.h>

#include <string>

#include "schema/words.h"

using namespace communique;
using namespace communique::schema;

namespace {

constexpr std::string_view kSmall = R"([
{"id":"ada-first","name":"Ada First","aliases":["Ада Ферст"],"surnames":["First","Ферст"],"weak_surnames":["First"],"country":"FRA","gender":"female",
 "tenures":[{"kind":"President","office":"President of France","country":"FRA","from":"2001-02-03","to":"2005-02-03"}]},
{"id":"bo-first","name":"Bo First","surnames":["First"],"country":"BRA","gender":"male",
 "tenures":[{"kind":"Monarch","office":"Monarch of Brazil","country":"BRA","from":"1999"}]},
{"id":"zed-last","name":"Zed A. Last","aliases":["Zed Last"],"surnames":["Last"],"country":"FRA",
 "tenures":[{"kind":"President","office":"President of France","country":"FRA","from":"2005-02-03"}]}
])";

const Gazetteer& built_in() {
  static const Gazetteer gazetteer = Gazetteer::parse(built_in_leaders());
  return gazetteer;
}

std::optional<Date> day(std::string_view text) {
  if (text.empty()) return std::nullopt;
  const auto parsed = parse_date(text);
  REQUIRE(parsed.has_value());
  return *parsed;
}

std::string first_id(const Gazetteer& gazetteer, std::string_view name, std::string_view at) {
  const auto found = gazetteer.match_name(name, day(at));
  return found.empty() ? "" : gazetteer.leaders()[found.front()].id;
}

/// Ids of those whose tenure an office phrase means at a date, newest first.
std::string holders(std::string_view phrase, std::string_view at) {
  std::string ids;
  for (const auto& match : built_in().match_office(phrase)) {
    if (!match.tenure->covers(day(at))) continue;
    if (!ids.empty()) ids += ' ';
    ids += built_in().leaders()[match.leader].id;
  }
  return ids;
}

std::string message_of(std::string_view extra) {
  try {
    Gazetteer::parse(kSmall, extra, "mine.json");
  } catch (const Error& error) {
    CHECK(error.code() == ErrorCode::Usage);
    return error.what();
  }
  return "accepted";
}

}  // namespace

TEST_CASE("a tenure covers its days, both ends included, and periods that touch it") {
  Tenure tenure;
  tenure.from = Date{2001, 2, 3};
  tenure.to = Date{2005, 2, 3};
  CHECK_FALSE(tenure.covers(Date{2001, 2, 2}));
  CHECK(tenure.covers(Date{2001, 2, 3}));
  CHECK(tenure.covers(Date{2005, 2, 3}));
  CHECK_FALSE(tenure.covers(Date{2005, 2, 4}));
  CHECK(tenure.covers(Date{2001, 0, 0}));
  CHECK(tenure.covers(Date{2005, 2, 0}));
  CHECK_FALSE(tenure.covers(Date{2005, 3, 0}));
  CHECK(tenure.covers(std::nullopt));
  tenure.from.reset();
  CHECK(tenure.covers(Date{1900, 1, 1}));
  tenure.to = Date{2005, 0, 0};
  CHECK(tenure.covers(Date{2005, 12, 31}));
}

TEST_CASE("names are found through titles, posts, initials, order, scripts and spellings") {
  struct Case {
    std::string name;
    std::string at;
    std::string id;
  };
  const Case cases[] = {
      {"putin", "", "vladimir-putin"},
      {"Poutine", "", "vladimir-putin"},
      {"Владимир Путин", "", "vladimir-putin"},
      {"Владимиром Путиным", "", "vladimir-putin"},
      {"普京", "", "vladimir-putin"},
      {"President Putin", "2014-03-01", "vladimir-putin"},
      {"PRESIDENT TRUMP", "2018-01-01", "donald-trump"},
      {"Mr. Lavrov", "2010", "sergei-lavrov"},
      {"Lawrow", "", "sergei-lavrov"},
      {"Mishoustine", "", "mikhail-mishustin"},
      {"Мишустин", "", "mikhail-mishustin"},
      {"米舒斯京", "", "mikhail-mishustin"},
      {"Mischustin", "", "mikhail-mishustin"},
      {"Antony J. Blinken, Secretary of State", "", "antony-blinken"},
      {"Secretary of State Antony Blinken", "", "antony-blinken"},
      {"Joseph R. Biden, Jr.", "", "joe-biden"},
      {"the Russian President Vladimir Putin", "", "vladimir-putin"},
      {"H.E. Mr. Xi Jinping", "", "xi-jinping"},
      {"Jinping Xi", "", "xi-jinping"},
      {"习近平", "", "xi-jinping"},
      {"Си Цзиньпин", "", "xi-jinping"},
      {"Karimov Islam", "", "islam-karimov"},
      {"Zelenskyi", "", "volodymyr-zelenskyy"},
      {"Selenskyj", "", "volodymyr-zelenskyy"},
      {"erdogan", "", "recep-tayyip-erdogan"},
      {"Loukachenko", "", "alexander-lukashenko"},
      {"Gorbatschow", "", "mikhail-gorbachev"},
      {"Clinton", "2010-05-05", "hillary-clinton"},
      {"Clinton", "1995-05-05", "bill-clinton"},
      {"King Abdullah II of Jordan", "", "abdullah-ii-of-jordan"},
      {"Jeb Bush", "2005", ""},
      {"", "", ""},
      {"President", "", ""},
      {"Nobody Atall", "", ""},
  };
  for (const auto& [name, at, id] : cases) {
    CAPTURE(name);
    CHECK(first_id(built_in(), name, at) == id);
  }
}

TEST_CASE("office phrases find their holders at the date, both on the day of a change") {
  struct Case {
    std::string phrase;
    std::string at;
    std::string ids;
  };
  const Case cases[] = {
      {"Russian president", "2010-06-01", "dmitry-medvedev"},
      {"Russian president", "2014-06-01", "vladimir-putin"},
      {"the Russian President", "2012-05-07", "vladimir-putin dmitry-medvedev"},
      {"president of Russia", "2021", "vladimir-putin"},
      {"президент России", "2021", "vladimir-putin"},
      {"président russe", "2021", "vladimir-putin"},
      {"Präsident Russlands", "2021", "vladimir-putin"},
      {"russischer Präsident", "2021", "vladimir-putin"},
      {"俄罗斯总统", "2021", "vladimir-putin"},
      {"Chinese premier", "2021-12-31", "li-keqiang"},
      {"Chinese premier", "2024-01-01", "li-qiang"},
      {"premier of China", "2023-03-11", "li-qiang li-keqiang"},
      {"China's president", "2021", "xi-jinping"},
      {"French foreign minister", "2022-02-01", "jean-yves-le-drian"},
      {"US Secretary of State", "2010", "hillary-clinton"},
      {"secretary of state", "2010", "hillary-clinton"},
      {"UK foreign secretary", "2017", "boris-johnson"},
      {"British prime minister", "2000", "tony-blair"},
      {"German chancellor", "2010", "angela-merkel"},
      {"head of government of Germany", "2010", "angela-merkel"},
      {"King of Jordan", "2010", "abdullah-ii-of-jordan"},
      {"Queen of the United Kingdom", "2010", "elizabeth-ii"},
      {"UN secretary-general", "2010", "ban-ki-moon"},
      {"NATO secretary general", "2018", "jens-stoltenberg"},
      {"Iran's supreme leader", "2010", "ali-khamenei"},
      {"pope", "2010", "benedict-xvi"},
      {"president of the European Commission", "2010", "jose-manuel-barroso"},
      {"German prime minister", "2010", ""},
      {"King of the United Kingdom", "2010", ""},
      {"Congolese president", "2010", ""},
      {"president", "2010", ""},
      {"Russian", "2010", ""},
      {"Martian president", "2010", ""},
      {"", "2010", ""},
  };
  for (const auto& [phrase, at, ids] : cases) {
    CAPTURE(phrase);
    CAPTURE(at);
    CHECK(holders(phrase, at) == ids);
  }
}

TEST_CASE("a printed speaker is a leader only if date and country let him be") {
  struct Case {
    std::string printed;
    std::string at;
    std::string country;
    std::string id;
  };
  const Case cases[] = {
      {"Vladimir Putin", "2015-01-01", "RUS", "vladimir-putin"},
      {"Antony J. Blinken, Secretary of State", "2021-05-20", "USA", "antony-blinken"},
      {"Mr. Arce", "2021-01-01", "BOL", "luis-arce"},
      {"Mr. Arce", "1946-11-01", "ARG", ""},
      {"Mr. Putin", "1946-11-01", "", ""},
      {"Mr. Gorbachev", "1980-12-07", "SUN", ""},
      {"Mr. Gorbachev", "1990-12-07", "SUN", "mikhail-gorbachev"},
      {"Xi Jinping", "2021-12-31", "CHN", "xi-jinping"},
      {"Mr. Bush", "2005-01-01", "USA", "george-w-bush"},
      {"Mr. Bush", "1991-01-01", "USA", "george-h-w-bush"},
      {"Mr. Lavrov", "2010", "FRA", ""},
      {"Office of the Spokesperson", "2021", "USA", ""},
      {"Jeb Bush", "2005-01-01", "USA", ""},
      {"", "2021", "USA", ""},
  };
  for (const auto& [printed, at, country, id] : cases) {
    CAPTURE(printed);
    CAPTURE(at);
    const auto found = built_in().resolve_speaker(printed, day(at), country);
    CHECK((found ? built_in().leaders()[*found].id : "") == id);
  }
}

TEST_CASE("match_at takes the longest form and steps over a middle initial") {
  const auto words_at = [](std::vector<std::string_view> words) {
    return built_in().match_at(words.data(), words.size());
  };
  CHECK(words_at({"vladimir", "putin", "said"}).words == 2);
  CHECK(words_at({"vladimir", "putin", "said"}).form == NameForm::Full);
  CHECK(words_at({"antony", "j", "blinken"}).words == 3);
  CHECK(words_at({"putin"}).form == NameForm::Surname);
  CHECK(words_at({"习", "近", "平"}).words == 3);
  CHECK(words_at({"vladimir"}).words == 0);
  CHECK(words_at({"zzz", "putin"}).words == 0);
  CHECK(words_at({}).words == 0);
  CHECK(words_at({"may"}).weak);
  CHECK_FALSE(words_at({"putin"}).weak);
}

TEST_CASE("a leader is active for some years around his offices") {
  const auto gazetteer = Gazetteer::parse(kSmall);
  CHECK(gazetteer.active(0, Date{1999, 2, 3}));
  CHECK_FALSE(gazetteer.active(0, Date{1999, 2, 2}));
  CHECK(gazetteer.active(0, Date{2007, 2, 3}));
  CHECK_FALSE(gazetteer.active(0, Date{2007, 2, 4}));
  CHECK(gazetteer.active(0, Date{2020, 0, 0}, 20));
  CHECK(gazetteer.active(0, std::nullopt));
}

TEST_CASE("a user's file adds leaders and corrects fields, and lists are added to") {
  const auto gazetteer = Gazetteer::parse(kSmall, R"([
    {"id":"ada-first","name":"Ada A. First","aliases":["Ada Primera"],
     "tenures":[{"kind":"President","office":"President of France","country":"FRA","from":"2001-02-03","to":"2004-12-31"}]},
    {"id":"cy-new","name":"Cy New","surnames":["New"],"tenures":[{"kind":"Other","office":"Mayor of Rome","country":"ITA"}]},
    {"id":"bo-first","replace":true,"name":"Bo Only","tenures":[{"kind":"Monarch","office":"Monarch of Chile","country":"CHL"}]}])",
                                          "mine.json");
  REQUIRE(gazetteer.leaders().size() == 4);
  const Leader* ada = gazetteer.find("ada-first");
  REQUIRE(ada);
  CHECK(ada->name == "Ada A. First");
  CHECK(ada->aliases == std::vector<std::string>{"Ада Ферст", "Ada Primera"});
  REQUIRE(ada->tenures.size() == 1);
  CHECK(ada->tenures[0].to == Date{2004, 12, 31});
  CHECK(ada->gender == Gender::Female);
  const Leader* bo = gazetteer.find("bo-first");
  REQUIRE(bo);
  CHECK(bo->surnames.empty());
  CHECK(bo->country == "CHL");
  CHECK(first_id(gazetteer, "Ada Primera", "") == "ada-first");
  CHECK(first_id(gazetteer, "New", "") == "cy-new");
  CHECK(gazetteer.find("nobody") == nullptr);
  CHECK(Gazetteer::parse(gazetteer.to_json()).to_json() == gazetteer.to_json());
}

TEST_CASE("a wrong file is refused with the number of the entry and the field") {
  struct Case {
    std::string extra;
    std::string says;
  };
  const Case cases[] = {
      {"[", "not JSON"},
      {"{", "not a JSON array"},
      {"[1]", "entry 1"},
      {"{\"id\":\"x\"}", "not a JSON array"},
      {R"([{"name":"X"}])", "field \"id\""},
      {R"([{"id":"Big Id","name":"X","tenures":[{"office":"O","country":"FRA"}]}])", "field \"id\""},
      {R"([{"id":"x","tenures":[{"office":"O","country":"FRA"}]}])", "field \"name\""},
      {R"([{"id":"x","name":"X"}])", "field \"tenures\""},
      {R"([{"id":"ada-first"},{"id":"x","name":7}])", "entry 2, field \"name\""},
      {R"([{"id":"ada-first","aliases":"A"}])", "field \"aliases\""},
      {R"([{"id":"ada-first","alias":["A"]}])", "field \"alias\" is"},
      {R"([{"id":"ada-first","gender":"m"}])", "field \"gender\""},
      {R"([{"id":"ada-first","country":"France"}])", "field \"country\""},
      {R"([{"id":"ada-first","tenures":[{"office":"O","country":"FRA","from":"2001-02-30"}]}])", "tenures.from"},
      {R"([{"id":"ada-first","tenures":[{"office":"O","country":"FRA","from":"2002","to":"2001"}]}])", "ends before"},
      {R"([{"id":"ada-first","tenures":[{"kind":"Boss","office":"O","country":"FRA"}]}])", "tenures.kind"},
      {R"([{"id":"ada-first","tenures":[{"country":"FRA"}]}])", "without \"office\""},
  };
  for (const auto& [extra, says] : cases) {
    CAPTURE(extra);
    const std::string message = message_of(extra);
    CAPTURE(message);
    CHECK(message.find(says) != std::string::npos);
    CHECK(message.find("mine.json") == 0);
  }
}
