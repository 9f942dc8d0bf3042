// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <random>
#include <set>
#include <string>

#include "indexer/duplicates.h"
#include "indexer/signatures.h"
#include "schema/error.h"
#include "schema/files.h"
#include "tests/support/temp_dir.h"

using namespace communique;
using namespace communique::indexer;

namespace {

/// `words` numbered words of a text of its own, with a name among every ten.
std::string text_of(int seed, int words) {
  std::mt19937 random(static_cast<unsigned>(seed));
  std::string text;
  for (int i = 0; i < words; ++i) {
    std::string word = i % 10 == 5 ? "Name" : "word";
    for (int letter = 0; letter < 5; ++letter) word += static_cast<char>('a' + random() % 26);
    text += word + ' ';
  }
  return text;
}

StatementSignature statement(const std::string& id, const std::string& text, std::uint32_t date,
                             const std::string& source) {
  return {hash128(id), corpus::signature_of(text), date, publisher_hash(source, "")};
}

using Ids = std::vector<std::string>;

/// The clusters as ids; `statements` by id.
std::set<Ids> clusters_of(const std::map<std::string, StatementSignature>& statements) {
  std::vector<StatementSignature> rows;
  Ids ids;
  for (const auto& [id, row] : statements) {
    ids.push_back(id);
    rows.push_back(row);
  }
  std::set<Ids> clusters;
  for (const Cluster& cluster : find_clusters(rows)) {
    Ids names;
    for (const std::uint32_t i : cluster) names.push_back(ids[i]);
    clusters.insert(names);
  }
  return clusters;
}

struct Item {
  std::string id;
  std::string text;
  std::uint32_t date = 0;
  std::string source;
};

std::set<Ids> clusters_of(const std::vector<Item>& items) {
  std::map<std::string, StatementSignature> statements;
  for (const Item& item : items) statements[item.id] = statement(item.id, item.text, item.date, item.source);
  return clusters_of(statements);
}

}  // namespace

TEST_CASE("what is republished falls into one cluster, led by the earliest") {
  const std::string text = text_of(1, 200);
  const std::string cut = text.substr(0, text.size() * 3 / 4);
  struct Row {
    const char* what;
    std::vector<Item> items;
    std::set<Ids> expected;
  };
  for (const Row& row : {
           Row{"another source", {{"b", text, 20210302, "B"}, {"a", text, 20210301, "A"}}, {{"a", "b"}}},
           Row{"a lead added",
               {{"a", text, 20210301, "A"}, {"b", "Wire reports. " + text, 20210302, "B"}},
               {{"a", "b"}}},
           Row{"the end cut", {{"a", text, 20210301, "A"}, {"b", cut, 20210302, "B"}}, {{"a", "b"}}},
           Row{"undated ones come last", {{"a", text, 0, "A"}, {"b", text, 20210302, "B"}}, {{"b", "a"}}},
           Row{"a year is no early date", {{"a", text, 20210000, "A"}, {"b", text, 20210302, "B"}}, {{"b", "a"}}},
           Row{"of one day the longest", {{"a", cut, 20210301, "A"}, {"b", text, 20210301, "B"}}, {{"b", "a"}}},
           Row{"alike, but months apart", {{"a", text, 20210301, "A"}, {"b", cut, 20210901, "B"}}, {}},
           Row{"the same words, years apart", {{"a", text, 20210301, "A"}, {"b", text, 20110301, "A"}}, {{"b", "a"}}},
           Row{"within the month it names", {{"a", cut, 20210300, "A"}, {"b", text, 20210405, "B"}}, {{"a", "b"}}},
           Row{"the same publisher cut it", {{"a", text, 20210301, "A"}, {"b", cut, 20210301, "A"}}, {}},
           Row{"nobody knows who published", {{"a", text, 20210301, ""}, {"b", cut, 20210301, ""}}, {{"a", "b"}}},
           Row{"different texts", {{"a", text, 20210301, "A"}, {"b", text_of(2, 200), 20210301, "B"}}, {}},
           Row{"no words", {{"a", "...", 20210301, "A"}, {"b", "...", 20210301, "B"}}, {}},
           Row{"one alone", {{"a", text, 20210301, "A"}}, {}},
           Row{"nothing", {}, {}},
       }) {
    CAPTURE(row.what);
    CHECK((clusters_of(row.items) == row.expected));
  }
}

TEST_CASE("letters from one template are no versions of one another") {
  std::vector<Item> letters;
  for (int i = 0; i < 30; ++i) {
    const std::string who = "Country" + std::to_string(i);
    std::string text = text_of(7, 120);
    for (const char* place : {"Namez", "Namea", "Namee", "Nameh", "Namem", "Namer"}) {
      const std::size_t at = text.find(place);
      if (at != std::string::npos) text.replace(at, 9, who);
    }
    letters.push_back({"l" + std::to_string(i), text + " To " + who + " with best wishes", 20210301, "S" + who});
  }
  CHECK(clusters_of(letters).empty());
}

TEST_CASE("a cluster does not drift: every member is near the one that leads it") {
  // Each next text replaces a fifth of the former one: neighbours are alike, the first and the last are not.
  std::vector<Item> chain;
  for (int i = 0; i < 6; ++i) {
    std::string text;
    for (int part = i; part < i + 9; ++part) text += text_of(100 + part, 40);
    chain.push_back({"c" + std::to_string(i), text, static_cast<std::uint32_t>(20210301 + i), "S" + std::to_string(i)});
  }
  for (const Ids& cluster : clusters_of(chain)) CHECK(cluster.size() <= 3);
}

TEST_CASE("clusters depend on the statements alone, not on their order") {
  std::mt19937 random(20210301);
  std::vector<std::pair<std::string, StatementSignature>> items;
  for (int i = 0; i < 300; ++i) {
    const int family = static_cast<int>(random() % 60);
    std::string text = text_of(family, 60 + static_cast<int>(random() % 60));
    if (random() % 3 == 0) text = "Lead number" + std::to_string(i) + ". " + text;
    const std::uint32_t date = random() % 10 == 0 ? 0 : static_cast<std::uint32_t>(20210301 + random() % 28);
    const std::string id = "s" + std::to_string(i);
    items.emplace_back(id, statement(id, text, date, "source" + std::to_string(random() % 4)));
  }
  std::set<Ids> expected;
  for (int round = 0; round < 8; ++round) {
    std::shuffle(items.begin(), items.end(), random);
    std::vector<StatementSignature> rows;
    for (const auto& item : items) rows.push_back(item.second);
    std::set<Ids> clusters;
    std::set<std::uint32_t> seen;
    for (const Cluster& cluster : find_clusters(rows)) {
      CHECK(cluster.size() >= 2);
      Ids names;
      for (const std::uint32_t i : cluster) {
        CHECK(seen.insert(i).second);
        names.push_back(items[i].first);
      }
      clusters.insert(names);
    }
    if (round == 0) expected = clusters;
    CHECK(expected.size() > 10);
    CHECK((clusters == expected));
  }
}

TEST_CASE("signatures come back as they were written, and only with their ledger") {
  Ledger ledger;
  std::vector<StatementSignature> rows;
  for (const char* id : {"one", "two", "three"}) {
    rows.push_back(statement(id, text_of(static_cast<int>(rows.size()), 50), 20210301, id));
    LedgerRow row;
    row.id = rows.back().id;
    ledger.rows.push_back(row);
  }
  const tests::TempDir folder;
  write_signatures(folder.path() / "s", rows);
  const std::string bytes = schema::read_file(folder.path() / "s");
  std::vector<StatementSignature> back;
  const auto take = [&](StatementSignature&& one) { back.push_back(std::move(one)); };
  read_signatures(bytes, ledger.rows, "s", take);
  REQUIRE(back.size() == rows.size());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    CHECK((back[i].id == rows[i].id));
    CHECK((back[i].text == rows[i].text));
    CHECK(back[i].date == rows[i].date);
    CHECK(back[i].publisher == rows[i].publisher);
  }
  for (const std::string& other :
       {std::string(), bytes.substr(0, 8), bytes.substr(0, bytes.size() - 1), bytes + "x", "X" + bytes.substr(1)}) {
    CHECK_THROWS_AS(read_signatures(other, ledger.rows, "s", take), Error);
  }
}
