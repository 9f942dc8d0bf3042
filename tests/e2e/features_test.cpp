// SPDX-License-Identifier: GPL-3.0-or-later
// What stock engines get wrong on press text (possessives, apostrophes, accents, Han, hyphens, acronyms), end to end.
#include <doctest/doctest.h>

#include "tests/support/test_index.h"

using namespace communique::tests;

namespace {

const TestIndex& small_index() {
  static const TestIndex index;
  static const auto summary = index.add_records({
      {{"id", "straight"},
       {"text", "Xi Jinping's message and Putin's reply came on Friday."},
       {"date", "2021-12-31"},
       {"country", "China"}},
      {{"id", "curly"},
       {"text", "Xi Jinping’s call with Spain’s Pedro Sánchez went well."},
       {"date", "2020-03-01"},
       {"country", "ESP"}},
      {{"id", "han"},
       {"text", "Putin said so. 中国国家主席习近平同俄罗斯总统普京互致新年贺电。"},
       {"date", "2022-01-01"},
       {"country", "cn"}},
      {{"id", "office"},
       {"text", "The President of the United States spoke of non-proliferation."},
       {"date", "2010-06-01"},
       {"country", "USA"}},
      {{"id", "minister"},
       {"text", "Prime Minister Mikhail Mishustin opened a bridge."},
       {"date", "2022-05-05"},
       {"country", "Russia"}},
      {{"id", "acronyms"},
       {"text", "The U.S. delegation to the G20 spoke of COVID-19 and the U.K."},
       {"date", "2020-11-21"}},
      {{"id", "us"}, {"text", "The US envoy will cooperate; the states cooperate."}, {"date", "2019"}},
      {{"id", "order"},
       {"text", "Peace comes first and trade comes after peace. Nobody spoke of steel."},
       {"date", "2018-02-02"}},
  });
  return index;
}

}  // namespace

TEST_CASE("press text is found as its readers would write it") {
  struct Row {
    std::string query;
    Ids expected;
  };
  for (const Row& row : {
           Row{"Putin", {"han", "straight"}},
           Row{"\"Xi Jinping\"", {"curly", "straight"}},
           Row{"\"xi jinping’s\"", {"curly", "straight"}},
           Row{"Sanchez", {"curly"}},
           Row{"Sánchez", {"curly"}},
           Row{"习近平", {"curly", "han", "straight"}},
           Row{"=习近平", {"han"}},
           Row{"普京", {"han", "straight"}},
           Row{"习", {"han"}},
           Row{"近习", {}},
           Row{"\"President of the United States\"", {"office"}},
           Row{"leader:Mishoustine", {"minister"}},
           Row{"leader:Мишустин", {"minister"}},
           Row{"leader:mishustin", {"minister"}},
           Row{"country:china", {"han", "straight"}},
           Row{"country:Chinese", {"han", "straight"}},
           Row{"country:CHN", {"han", "straight"}},
           Row{"COUNTRY:chn", {"han", "straight"}},
           Row{"nonproliferation", {"office"}},
           Row{"non-proliferation", {"office"}},
           Row{"U.S.", {"acronyms", "us"}},
           Row{"US", {"acronyms", "us"}},
           Row{"UK", {"acronyms"}},
           Row{"G20", {"acronyms"}},
           Row{"COVID-19", {"acronyms"}},
           Row{"covid", {"acronyms"}},
           Row{"cooperation", {"us"}},
           Row{"=cooperation", {}},
           Row{"=cooperate", {"us"}},
           Row{"olympi*", {}},
           Row{"prolif*", {"office"}},
           Row{"\"peace trade\"~5", {"order"}},
           Row{"trade ADJ/3 peace", {"order"}},
           Row{"steel NEAR/5 trade", {}},
           Row{"peace /s trade", {"order"}},
           Row{"peace /s steel", {}},
           Row{"peace NOT steel", {}},
           Row{"putin -friday", {"han"}},
           Row{"year:2021", {"straight"}},
           Row{"year:2021..2022", {"han", "minister", "straight"}},
           Row{"date:..2018", {"office", "order"}},
           Row{"date:2019", {"us"}},
           Row{"date:2019-05", {}},
           Row{"after:2021", {"han", "minister"}},
           Row{"id:curly", {"curly"}},
       }) {
    CAPTURE(row.query);
    CHECK(small_index().statements(row.query) == row.expected);
  }
}

TEST_CASE("a query that can not be understood says why, and where") {
  struct Row {
    std::string query;
    const char* says;
  };
  for (const Row& row :
       {Row{"foo:bar", "foo"}, Row{"foo: bar", "foo"}, Row{"year:20x1", "20x1"}, Row{"date:2021-13", "2021-13"},
        Row{"year:2021..2020", "2021"}, Row{"country:Atlantis", "Atlantis"}, Row{"-putin", "leave out"}}) {
    CAPTURE(row.query);
    const ProcessResult result = small_index().find({"--", row.query});
    CHECK(result.exit_code == 2);
    CHECK(result.err.find(row.says) != std::string::npos);
    CHECK(result.err.find('^') != std::string::npos);
  }
}

TEST_CASE("malformed queries are mended with a notice, or refused when asked to be strict") {
  for (const std::string& query :
       std::initializer_list<std::string>{"AND AND", "\"xi jinping", "(putin", "putin)", "putin OR", "NEAR putin"}) {
    CAPTURE(query);
    const auto json = small_index().find_json({"--", query});
    CHECK_FALSE(json["query"]["notices"].empty());
    CHECK(small_index().find({"--strict-query", "--", query}).exit_code == 2);
  }
}

TEST_CASE("a misspelt word gets a suggestion that finds something") {
  const auto result = small_index().find({"Mishustim"});
  CHECK(result.exit_code == 1);
  CHECK((result.out + result.err).find("mishustin") != std::string::npos);
}

TEST_CASE("nothing found is exit code 1, an empty query is a usage error") {
  CHECK(small_index().find({"zeppelin"}).exit_code == 1);
  CHECK(small_index().find({""}).exit_code == 2);
  CHECK(small_index().find({"--limit", "x", "putin"}).exit_code == 2);
}
