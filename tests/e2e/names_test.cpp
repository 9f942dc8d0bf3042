// SPDX-License-Identifier: GPL-3.0-or-later
// Leaders' names in plain words, in other spellings and scripts, misspelt and as typed, end to end.
#include <doctest/doctest.h>

#include "tests/support/test_index.h"

using namespace communique::tests;

namespace {

const TestIndex& names_index() {
  static const TestIndex index;
  static const auto summary = index.add_records({
      {{"id", "en"},
       {"text", "President Vladimir Putin said that the Winter Olympics would open on Friday. The athletes waited."},
       {"date", "2022-02-04"}},
      {{"id", "ru"}, {"text", "Владимир Путин рассказал об олимпиаде. Путину вручили медаль."}, {"date", "2022-02-05"}},
      {{"id", "fr"}, {"text", "Le président Poutine a parlé des Jeux olympiques."}, {"date", "2022-02-06"}},
      {{"id", "zh"}, {"text", "中国国家主席习近平同俄罗斯总统普京互致新年贺电。"}, {"date", "2022-01-01"}},
      {{"id", "xi"}, {"text", "Xi Jinping met Prime Minister Mishoustine on climate."}, {"date", "2021-11-01"}},
      {{"id", "si"}, {"text", "Си Цзиньпин встретил гостей."}, {"date", "2021-11-03"}},
      {{"id", "tw"}, {"text", "習近平出席會議。"}, {"date", "2021-11-02"}},
      {{"id", "uk"}, {"text", "Theresa May may visit Kyiv. President Zelenskyy thanked her."}, {"date", "2018-11-02"}},
  });
  return index;
}

nlohmann::json query_of(const std::vector<std::string>& arguments) {
  return names_index().find_json(arguments).at("query");
}

}  // namespace

TEST_CASE("a leader is found under every name, whichever is typed") {
  struct Row {
    std::string query;
    Ids expected;
  };
  for (const Row& row : {
           Row{"putin", {"en", "fr", "ru", "zh"}},
           Row{"poutine", {"en", "fr", "ru", "zh"}},
           Row{"普京", {"en", "fr", "ru", "zh"}},
           Row{"=poutine", {"fr"}},
           Row{"\"poutine\"", {"fr"}},
           Row{"zelensky", {"uk"}},
           Row{"mishustin", {"xi"}},
           Row{"xi jinping", {"si", "tw", "xi", "zh"}},
           Row{"习近平", {"si", "tw", "xi", "zh"}},
           Row{"may", {"uk"}},
           Row{"putin -путину", {}},
       }) {
    INFO(row.query);
    CHECK(names_index().statements(row.query) == row.expected);
  }
  CHECK(names_index().statements("poutine", {"--exact-names"}) == Ids{"fr"});
  CHECK(names_index().statements("xi jinping", {"--exact-names"}) == Ids{"xi"});
  CHECK(names_index().statements("mishustin", {"--exact-names"}).empty());
}

TEST_CASE("a notice says which other forms are searched, those of the index only") {
  const auto notices = query_of({"mishustin"}).at("notices");
  REQUIRE(notices.size() == 1);
  CHECK(notices[0] == "\"mishustin\" also finds Mishoustine (--exact-names: only as written)");
  CHECK(query_of({"mishustin", "--exact-names"}).at("notices").empty());
  CHECK(query_of({"olympics"}).at("notices").empty());
  const auto text = names_index().find({"mishustin"});
  CHECK(text.err.find("note: \"mishustin\" also finds Mishoustine") != std::string::npos);
}

TEST_CASE("other forms are highlighted and weigh as the word") {
  const auto hits = names_index().find_json({"putin"}).at("hits");
  REQUIRE(hits.size() == 4);
  for (const auto& hit : hits) {
    INFO(hit.dump());
    CHECK_FALSE(hit.at("passage").at("highlights").empty());
    CHECK(hit.at("score").get<double>() > 0);
  }
}

TEST_CASE("misspelt names get the name as a suggestion, under the same filters") {
  CHECK(query_of({"mishutsin"}).at("suggestions") == nlohmann::json{"mishustin"});
  CHECK(query_of({"vladmir", "putim"}).at("suggestions") == nlohmann::json{"vladimir putin"});
  CHECK(query_of({"zelinsky"}).at("suggestions") == nlohmann::json{"zelensky"});
  CHECK(query_of({"vladmir", "putim", "--year", "2018"}).at("suggestions").empty());
  CHECK(query_of({"zelensky"}).at("suggestions").empty());
}

TEST_CASE("what the one leader named says is proposed, unless it is asked for already or finds nothing") {
  CHECK(query_of({"putin", "olympics"}).at("said_by") == "said-by:putin olympics");
  CHECK(query_of({"what does vladimir putin say about the olympics"}).at("said_by") ==
        "said-by:\"vladimir putin\" olympics");
  for (const std::string query :
       {"putin", "olympics", "putin climate", "said-by:putin olympics", "putin xi jinping olympics", "putin of the",
        "=putin olympics", "putin OR olympics"}) {
    INFO(query);
    CHECK(query_of({query}).at("said_by").is_null());
  }
  CHECK(query_of({"putin", "olympics", "--year", "2018"}).at("said_by").is_null());
  const auto text = names_index().find({"putin", "olympics"});
  CHECK(text.err.find("Only what Vladimir Putin says: said-by:putin olympics") != std::string::npos);
  const auto lines = names_index().find({"putin", "olympics", "--format", "jsonl"});
  CHECK(lines.err.find("Only what") == std::string::npos);
}

TEST_CASE("a user's gazetteer adds forms, and an index without it does not know them") {
  const TestIndex index;
  const std::string file = (index.folder() / "mine.json").string();
  index.folder().write("mine.json", R"([{"id": "vladimir-putin", "surnames": ["Putinas"]},
    {"id": "ona-example", "name": "Ona Example", "aliases": ["Она Эксампль"], "surnames": ["Exampla", "Эксампль"],
     "country": "AND", "tenures": [{"kind": "Other", "office": "Envoy", "country": "AND", "from": "2019"}]}])");
  index.add_records({{{"id", "a"}, {"text", "Putin spoke."}, {"date", "2020"}},
                     {{"id", "b"}, {"text", "Эксампль приехала."}, {"date", "2020"}}},
                    {"--gazetteer", file});
  CHECK(index.statements("putinas") == Ids{"a"});
  CHECK(index.statements("exampla") == Ids{"b"});
  CHECK(index.statements("exampla", {"--exact-names"}).empty());
  // The next run remembers the file; the table stays as it is.
  index.add_records({{{"id", "c"}, {"text", "Exampla left."}, {"date", "2021"}}});
  CHECK(index.statements("exampla") == Ids{"b", "c"});
  CHECK(index.indexer("verify").exit_code == 0);
  CHECK(names_index().statements("putinas").empty());
}
