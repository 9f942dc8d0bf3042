// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/query/resolve.h"

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

#include "tests/support/temp_dir.h"

namespace communique::tests {

TEST_CASE("languages are known by code, by English name and by their own") {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"en", "en"},      {"EN", "en"},       {"English", "en"}, {"russian", "ru"},
      {"русский", "ru"}, {"Français", "fr"}, {"chinese", "zh"}, {"klingonish", ""}};
  for (const auto& [name, code] : cases) {
    INFO(name);
    CHECK(searcher::resolve_language(name) == code);
  }
}

TEST_CASE("a misspelt country finds its neighbour, nonsense finds none") {
  CHECK(searcher::nearest_country("frnace") == "France");
  CHECK(searcher::nearest_country("germny") == "Germany");
  CHECK(searcher::nearest_country("xqzzw").empty());
  CHECK(searcher::nearest_country("").empty());
}

TEST_CASE("the two sides of between are told apart by commas, semicolons and words") {
  using Sides = std::vector<std::string>;
  CHECK(searcher::split_parties("china,russia") == Sides{"china", "russia"});
  CHECK(searcher::split_parties("united states and russia") == Sides{"united states", "russia"});
  CHECK(searcher::split_parties("китай；россия").size() == 2);
  CHECK(searcher::split_parties("中国，俄罗斯").size() == 2);
  CHECK(searcher::split_parties(",china,").size() == 1);
}

TEST_CASE("offices and organisations are resolved as sides") {
  const auto gazetteer = schema::Gazetteer::parse(schema::built_in_leaders());
  const TempDir folder;
  const schema::NameTable names(folder.write("names", schema::encode_names(gazetteer)));
  const searcher::LeaderSource source{names, [&]() -> const schema::Gazetteer& { return gazetteer; }};
  CHECK(searcher::resolve_party(source, "the EU").values.empty() == false);
  CHECK(searcher::resolve_party(source, "United Nations").values == std::vector<std::string>{"UNO"});
  CHECK(searcher::resolve_party(source, "Moscow").values == std::vector<std::string>{"RUS"});
  CHECK(searcher::resolve_party(source, "nobody at all").values.empty());
  CHECK(searcher::resolve_leader(source, "Russian president").offices.size() >= 3);
  CHECK(searcher::resolve_leader(source, "Мишустин").leaders.size() == 1);
}

}  // namespace communique::tests
