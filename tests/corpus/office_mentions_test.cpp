// SPDX-License-Identifier: GPL-3.0-or-later
// Offices in a text: who held them at the statement's date, and what is no office.
#include "corpus/analysis/office_mentions.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace communique::corpus {

namespace {

const schema::Gazetteer& gazetteer() {
  static const schema::Gazetteer built = schema::Gazetteer::parse(schema::built_in_leaders());
  return built;
}

/// "phrase=leader id" for each, in order, with a space between.
std::string offices(std::string_view text, schema::Date date = {2014, 11, 13}) {
  MentionContext context;
  if (date.year > 0) context.date = date;
  schema::WordSplitter splitter;
  const auto names = find_mentions(text, gazetteer(), context, splitter);
  std::string found;
  for (const Mention& mention : find_office_mentions(text, gazetteer(), context, names)) {
    CHECK(mention.form == schema::NameForm::Office);
    if (!found.empty()) found += ' ';
    found += std::string(text_of(text, mention.span)) + '=' + gazetteer().leaders()[mention.leader].id;
  }
  return found;
}

struct Case {
  std::string_view text;
  std::string_view offices;
  schema::Date date = {2014, 11, 13};
};

}  // namespace

TEST_CASE("An office with its country means who held it at the statement's date") {
  const std::vector<Case> cases = {
      {"We heard the Russian president.", "Russian president=vladimir-putin"},
      {"We heard the Russian president.", "Russian president=dmitry-medvedev", {2010, 3, 4}},
      {"The Russian President said so.", "Russian President=vladimir-putin"},
      {"A call with Russia's president followed.", "Russia's president=vladimir-putin"},
      {"A call with Russia’s president followed.", "Russia’s president=vladimir-putin"},
      {"The president of Russia agreed.", "president of Russia=vladimir-putin"},
      {"The President of the Russian Federation agreed.", "President of the Russian Federation=vladimir-putin"},
      {"Soon the Chinese premier left.", "Chinese premier=li-keqiang"},
      {"The prime minister of Spain left.", "prime minister of Spain=mariano-rajoy"},
      {"The United Kingdom's Prime Minister left.", "United Kingdom's Prime Minister=david-cameron"},
      {"The U.S. president left.", "U.S. president=barack-obama"},
      {"The US Secretary of State left.", "US Secretary of State=john-kerry"},
      {"The UN secretary-general left.", "UN secretary-general=ban-ki-moon"},
      {"The Secretary-General of the United Nations left.", "Secretary-General of the United Nations=ban-ki-moon"},
      {"The German chancellor left.", "German chancellor=angela-merkel"},
      {"The Russian foreign minister left.", "Russian foreign minister=sergei-lavrov"},
      {"The minister of foreign affairs of Russia left.", "minister of foreign affairs of Russia=sergei-lavrov"},
      {"We saw the Pope in Rome.", "Pope=pope-francis"},
  };
  for (const Case& test : cases) {
    CAPTURE(test.text);
    CHECK(offices(test.text, test.date) == test.offices);
  }
}

TEST_CASE("Offices in French, Spanish, German and Russian are known") {
  const std::vector<Case> cases = {
      {"Le président russe a répondu.", "président russe=vladimir-putin"},
      {"Le premier ministre chinois a répondu.", "premier ministre chinois=li-keqiang"},
      {"Le président de la République tchèque a répondu.", "président de la République tchèque=milos-zeman"},
      {"El presidente ruso respondió.", "presidente ruso=vladimir-putin"},
      {"El presidente de Rusia respondió.", "presidente de Rusia=vladimir-putin"},
      {"Der russische Präsident antwortete.", "russische Präsident=vladimir-putin"},
      {"Der Präsident der Ukraine antwortete.", "Präsident der Ukraine=petro-poroshenko"},
      {"Ответил российский президент.", "российский президент=vladimir-putin"},
  };
  for (const Case& test : cases) {
    CAPTURE(test.text);
    CHECK(offices(test.text, test.date) == test.offices);
  }
}

TEST_CASE("On the day of a change both holders are meant, of a year with a change neither") {
  CHECK(offices("The Russian president spoke.", {2012, 5, 7}) ==
        "Russian president=vladimir-putin Russian president=dmitry-medvedev");
  CHECK(offices("The Russian president spoke.", {2012, 0, 0}).empty());
  CHECK(offices("The Russian president spoke.", {2010, 0, 0}) == "Russian president=dmitry-medvedev");
  CHECK(offices("The Russian president spoke.", {0, 0, 0}).empty());
}

TEST_CASE("A counterpart holds the office of whoever was named before") {
  CHECK(offices("Vladimir Putin met his Chinese counterpart.") == "Chinese counterpart=xi-jinping");
  CHECK(offices("Li Keqiang met his Russian counterpart.") == "Russian counterpart=dmitry-medvedev");
  CHECK(offices("Sergei Lavrov met his American counterpart.") == "American counterpart=john-kerry");
  CHECK(offices("The Russian president met his Chinese counterpart.") ==
        "Russian president=vladimir-putin Chinese counterpart=xi-jinping");
  CHECK(offices("Vladimir Putin a reçu son homologue chinois.") == "homologue chinois=xi-jinping");
  CHECK(offices("He met his Chinese counterpart.").empty());
  CHECK(offices("Vladimir Putin met his Chinese counterpart Xi Jinping.").empty());
  CHECK(offices("Vladimir Putin met his Chinese counterpart, Xi Jinping.").empty());
}

TEST_CASE("Where a name stands beside the office it says who is meant") {
  const std::vector<std::string_view> texts = {
      "Russian President Vladimir Putin spoke.",       "The Russian president, Vladimir Putin, spoke.",
      "The Russian president, Mr. Ivan Orlov, spoke.", "The President of Russia, His Excellency Mr. V. Putin, spoke.",
      "President of Russia Vladimir Putin spoke.",     "Vladimir Putin, the Russian president, spoke.",
      "Vladimir Putin, president of Russia, spoke.",
  };
  for (const std::string_view text : texts) {
    CAPTURE(text);
    CHECK(offices(text).empty());
  }
}

TEST_CASE("Other posts, other bodies and no one's posts are no offices") {
  const std::vector<std::string_view> texts = {
      "The former Russian president spoke.",
      "Russia's former president spoke.",
      "The Russian vice president spoke.",
      "The deputy prime minister of Spain spoke.",
      "The first president of Russia spoke.",
      "The 43rd president of the United States spoke.",
      "The acting president of Ukraine spoke.",
      "A Russian president would not speak.",
      "Another distinguished Russian president spoke.",
      "He was elected president of France.",
      "As President of France I speak.",
      "The office of the President of Russia is closed.",
      "The Russian presidential plane landed.",
      "The Russian president-elect spoke.",
      "The Russian defence minister spoke.",
      "The Russian President Hotel is full.",
      "The president of France's bishops spoke.",
      "The president is in town, and it is the prime minister's turn.",
      "Mr President, thank you. The president of the chamber of commerce spoke.",
      "The Indian Foreign Secretary spoke.",
      "Amy Pope and Chris Pope spoke.",
      "Foreign Minister França spoke.",
      "The Secretary of State for Wales spoke.",
      "Le président et le premier ministre ont parlé.",
      "",
  };
  for (const std::string_view text : texts) {
    CAPTURE(text);
    CHECK(offices(text).empty());
  }
}

TEST_CASE("Five megabytes of offices take their share of time") {
  std::string text;
  while (text.size() < 5'000'000) text += "The Russian president of the United States of his Chinese counterpart, ";
  CHECK(offices(text.substr(0, 60)) != "");
  MentionContext context;
  context.date = schema::Date{2014, 11, 13};
  CHECK(find_office_mentions(text, gazetteer(), context, {}).size() > 60'000);
}

}  // namespace communique::corpus
