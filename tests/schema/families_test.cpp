// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include "schema/error.h"
#include "schema/families.h"
#include "tests/support/temp_dir.h"

using namespace communique;
using namespace communique::schema;
using Words = std::vector<std::string>;

namespace {

const std::map<std::string, Vocabulary> kVocabularies{
    {"en",
     {{"cooperate", 5}, {"cooperates", 2}, {"cooperation", 90}, {"cooperating", 5}, {"winter", 7}, {"china", 300}}},
    {"fr", {{"cooperation", 40}, {"cooperer", 3}, {"chine", 20}, {"china", 1}, {"hiver", 2}}},
    {"zh", {{"g20", 4}}},
    {"und", {{"winter", 1}}}};

}  // namespace

TEST_CASE("a family is the word itself and the index's words of the same stem, commonest first") {
  const tests::TempDir folder;
  write_families(folder / "f", kVocabularies);
  const FamilyTable table(folder / "f");
  CHECK(table.family("cooperate", "en") == Words{"cooperate", "cooperation", "cooperating", "cooperates"});
  CHECK(table.family("winters", "en") == Words{"winters", "winter"});
  CHECK(table.family("winter", "en") == Words{"winter"});
  CHECK(table.family("unheard", "en") == Words{"unheard"});
  CHECK(table.family("g20") == Words{"g20"});
  CHECK(table.family("cooperate", "en", 2) == Words{"cooperate", "cooperation"});
}

TEST_CASE("without a language a word's home languages decide") {
  const tests::TempDir folder;
  write_families(folder / "f", kVocabularies);
  const FamilyTable table(folder / "f");
  // French holds one "china" beside English's three hundred: no home.
  CHECK(table.family("china") == Words{"china"});
  const Words both = table.family("cooperation");
  CHECK(std::find(both.begin(), both.end(), "cooperate") != both.end());
  CHECK(std::find(both.begin(), both.end(), "cooperer") != both.end());
}

TEST_CASE("counts and prefixes are over all languages") {
  const tests::TempDir folder;
  write_families(folder / "f", kVocabularies);
  const FamilyTable table(folder / "f");
  CHECK(table.passages_with("cooperation") == 130);
  CHECK(table.passages_with("nowhere") == 0);
  std::size_t total = 0;
  const auto words = table.with_prefix("coop", 2, &total);
  CHECK(total == 5);
  REQUIRE(words.size() == 2);
  CHECK(words[0].word == "cooperation");
  CHECK(words[0].passages == 130);
  CHECK(table.with_prefix("zzz", 5).empty());
  CHECK(table.vocabularies() == kVocabularies);
  CHECK(table.languages().front() == "en");
}

TEST_CASE("an empty table answers everything with nothing") {
  const tests::TempDir folder;
  write_families(folder / "f", {});
  const FamilyTable table(folder / "f");
  CHECK(table.family("word") == Words{"word"});
  CHECK(table.languages().empty());
}

TEST_CASE("a family table cut anywhere is refused or still safe to read") {
  const tests::TempDir folder;
  write_families(folder / "f", kVocabularies);
  const std::string bytes = tests::slurp(folder / "f");
  for (std::size_t size = 0; size < bytes.size(); size += 7) {
    CAPTURE(size);
    const auto file = folder.write("cut", bytes.substr(0, size));
    try {
      const FamilyTable table(file);
      table.family("cooperate");
      table.with_prefix("c", 10);
    } catch (const Error& error) {
      CHECK(error.code() == ErrorCode::IndexDamaged);
    }
  }
  CHECK_THROWS_AS(FamilyTable(folder / "missing"), Error);
}
