// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/name_table.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "schema/error.h"
#include "schema/files.h"
#include "tests/support/temp_dir.h"

using namespace communique;
using namespace communique::schema;

namespace {

constexpr std::string_view kTwoLeaders = R"([
  {"id": "ada-alder", "name": "Ada Alder", "aliases": ["Ada Áldera", "Ada Aldera", "Ада Алдер", "艾达"],
   "surnames": ["Alder", "Алдер", "May"], "weak_surnames": ["May"], "country": "RUS",
   "tenures": [{"kind": "President", "office": "President", "country": "RUS", "from": "2008"}]},
  {"id": "bo-alder", "name": "Bo Alder", "surnames": ["Alder"], "country": "FRA",
   "tenures": [{"kind": "President", "office": "President", "country": "FRA", "from": "2012"}]}
])";

NameTable table_of(const tests::TempDir& folder, const std::string& bytes) {
  write_file_synced(folder / "names", bytes);
  return NameTable(folder / "names");
}

std::vector<std::string> printed_forms(const NameTable& table, LeaderNumber leader) {
  std::vector<std::string> forms;
  for (const NameLink& link : table.forms_of(leader)) {
    forms.push_back(std::string(table.printed(link.other)) + (link.form == NameForm::Surname ? " (surname" : " (full") +
                    (link.weak ? ", weak)" : ")"));
  }
  return forms;
}

ErrorCode code_of_opening(const std::string& bytes) {
  const tests::TempDir folder;
  try {
    const NameTable table = table_of(folder, bytes);
    for (NameNumber form = 0; form < table.size(); ++form) table.leaders_of(form);
  } catch (const Error& error) {
    return error.code();
  }
  return ErrorCode::Usage;
}

}  // namespace

TEST_CASE("a name leads to its leaders, a leader to the forms of the name") {
  const tests::TempDir folder;
  const NameTable table = table_of(folder, encode_names(Gazetteer::parse(kTwoLeaders)));
  CHECK(table.size() == 8);
  CHECK(table.most_words() == 2);
  REQUIRE(table.find("alder"));
  const auto bearers = table.leaders_of(*table.find("alder"));
  REQUIRE(bearers.size() == 2);
  CHECK(std::string(table.leader_id(bearers[0].other)) == "ada-alder");
  CHECK(std::string(table.leader_name(bearers[1].other)) == "Bo Alder");
  CHECK(bearers[0].form == NameForm::Surname);
  CHECK(printed_forms(table, 0) == std::vector<std::string>{"Ada Alder (full)", "Ada Áldera (full)", "Ада Алдер (full)",
                                                            "艾达 (full)", "Alder (surname)", "Алдер (surname)",
                                                            "May (surname, weak)"});
  CHECK(printed_forms(table, 1) == std::vector<std::string>{"Bo Alder (full)", "Alder (surname)"});
}

TEST_CASE("names are found as the normaliser folds them, and only whole") {
  const tests::TempDir folder;
  const NameTable table = table_of(folder, encode_names(Gazetteer::parse(kTwoLeaders)));
  for (const std::string name : {"ada alder", "ada aldera", "ада алдер", "艾 达", "may"}) {
    INFO(name);
    REQUIRE(table.find(name));
    CHECK(std::string(table.folded(*table.find(name))) == name);
  }
  for (const std::string name : {"", "ada", "Alder", "alder ada", "alderman", "zzz"}) {
    INFO(name);
    CHECK_FALSE(table.find(name));
  }
}

TEST_CASE("the built-in gazetteer gives a table, the same each time") {
  const Gazetteer gazetteer = Gazetteer::parse(built_in_leaders());
  const std::string bytes = encode_names(gazetteer);
  CHECK(bytes == encode_names(Gazetteer::parse(gazetteer.to_json())));
  const tests::TempDir folder;
  const NameTable table = table_of(folder, bytes);
  REQUIRE(table.find("poutine"));
  const auto bearers = table.leaders_of(*table.find("poutine"));
  REQUIRE(bearers.size() == 1);
  CHECK(std::string(table.leader_id(bearers.front().other)) == "vladimir-putin");
}

TEST_CASE("a table knows whom a name means as its gazetteer does") {
  const Gazetteer gazetteer = Gazetteer::parse(built_in_leaders());
  const tests::TempDir folder;
  const NameTable table = table_of(folder, encode_names(gazetteer));
  std::vector<std::string> names = {"",
                                    "nobody at all",
                                    "President Xi",
                                    "the Russian President Vladimir Putin",
                                    "Xi, Jinping",
                                    "John F. Kennedy",
                                    "Putin Vladimir",
                                    "George Bush Jr.",
                                    "president",
                                    "Mr. Ban, UN official",
                                    "Мишустин",
                                    "习近平"};
  for (NameNumber form = 0; form < table.size(); ++form) names.emplace_back(table.printed(form));
  for (const std::string& name : names) {
    CAPTURE(name);
    CHECK(match_name(table, name) == gazetteer.match_name(name));
  }
}

TEST_CASE("a damaged table is refused") {
  const std::string bytes = encode_names(Gazetteer::parse(kTwoLeaders));
  CHECK(code_of_opening(bytes) == ErrorCode::Usage);  // nothing thrown
  std::string other = bytes;
  other[0] = 'X';
  CHECK(code_of_opening(other) == ErrorCode::IndexDamaged);
  for (const std::size_t size : {std::size_t{4}, std::size_t{30}, std::size_t{60}}) {
    INFO(size);
    CHECK(code_of_opening(bytes.substr(0, size)) == ErrorCode::IndexDamaged);
  }
  std::string sizes = bytes;
  sizes[12] = '\x7f';
  CHECK(code_of_opening(sizes) == ErrorCode::IndexDamaged);
}
