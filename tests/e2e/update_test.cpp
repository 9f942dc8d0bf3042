// SPDX-License-Identifier: GPL-3.0-or-later
// An index over time: nothing changes twice, and exactly what changed changes.
#include <doctest/doctest.h>

#include <fstream>

#include "tests/support/test_index.h"

using namespace communique::tests;
using nlohmann::json;

namespace {

std::vector<json> records(int count) {
  std::vector<json> result;
  for (int i = 0; i < count; ++i) {
    result.push_back(
        {{"id", "s" + std::to_string(i)},
         {"title", "Statement " + std::to_string(i)},
         {"date", std::to_string(2000 + i % 20) + "-03-0" + std::to_string(1 + i % 9)},
         {"country", i % 2 == 0 ? "China" : "RU"},
         {"topics", {"a", i}},
         {"text", "The minister spoke of item" + std::to_string(i) + " at length.\n\nA second paragraph, number " +
                      std::to_string(i) + ", with  odd   spaces.\n"}});
  }
  return result;
}

}  // namespace

TEST_CASE("a second run over the same input changes nothing") {
  const TestIndex index;
  const auto first = index.add_records(records(60));
  CHECK(first["added"] == 60);
  CHECK(first["generation"] == 1);
  const auto second = index.add_records(records(60));
  CHECK(second["unchanged"] == 60);
  CHECK(second["added"] == 0);
  CHECK(second["generation"] == 1);
}

TEST_CASE("edited records are replaced, and pruned ones go") {
  const TestIndex index;
  auto all = records(60);
  index.add_records(all);
  for (int i = 0; i < 10; ++i)
    all[static_cast<std::size_t>(i)]["text"] = "Edited: now about rewrite" + std::to_string(i) + ".";
  all.resize(50);
  const auto summary = index.add_records(all, {"--prune"});
  CHECK(summary["replaced"] == 10);
  CHECK(summary["deleted"] == 10);
  CHECK(summary["unchanged"] == 40);
  CHECK(summary["added"] == 0);
  CHECK(index.statements("item3").empty());
  CHECK(index.statements("rewrite3") == Ids{"s3"});
  CHECK(index.statements("item55").empty());
  CHECK(index.statements("item20") == Ids{"s20"});
  CHECK(index.find_json({"--by", "statement", "minister"})["total"]["statements"] == 40);
  CHECK(index.exported().size() == 50);
}

TEST_CASE("many updates stay exact, and old files go") {
  const TestIndex index;
  auto all = records(40);
  index.add_records(all);
  for (int round = 0; round < 12; ++round) {
    auto& record = all[static_cast<std::size_t>(round * 3)];
    record["text"] = "Round" + std::to_string(round) + " changed this statement.";
    all.push_back(
        {{"id", "extra" + std::to_string(round)}, {"text", "Extra statement of round" + std::to_string(round) + "."}});
    const auto summary = index.add_records(all);
    CHECK(summary["replaced"] == 1);
    CHECK(summary["added"] == 1);
    CHECK(index.statements("round" + std::to_string(round)).size() == 2);
  }
  const auto exported = index.exported();
  REQUIRE(exported.size() == all.size());
  for (const json& record : all) CHECK(exported.at(record["id"])["text"] == record["text"]);
  CHECK(index.indexer("verify").exit_code == 0);
  std::size_t manifests = 0;
  for ([[maybe_unused]] const auto& entry : std::filesystem::directory_iterator(index.path() + "/manifests"))
    ++manifests;
  CHECK(manifests == 2);
}

TEST_CASE("export gives back every record as it was given") {
  const TestIndex index;
  const auto all = records(30);
  index.add_records(all);
  const auto exported = index.exported();
  REQUIRE(exported.size() == all.size());
  for (const json& record : all) {
    const json& back = exported.at(record["id"]);
    for (const auto& [key, value] : record.items()) {
      CAPTURE(key);
      CHECK(back[key] == value);
    }
  }
  const TestIndex restored;
  CHECK(restored.add({"-", "--format", "jsonl"}, index.indexer("export").out)["added"] == 30);
  CHECK(restored.statements("country:china") == index.statements("country:china"));
}

TEST_CASE("the sample exported and indexed again answers alike") {
  const TestIndex restored;
  restored.add({"-", "--format", "jsonl"}, sample_index().indexer("export").out);
  for (const std::string& query : std::initializer_list<std::string>{
           "winter olympics", "leader:putin", "country:china", "lang:fr", "\"win-win cooperation\"", "date:..2000"}) {
    CAPTURE(query);
    CHECK(restored.statements(query) == sample_index().statements(query));
  }
}

TEST_CASE("deleted statements are gone, and come back when they are added again") {
  const TestIndex index;
  index.add_records(records(20));
  const auto result = index.indexer("delete", {"s3", "s4", "nobody"});
  CHECK(result.exit_code == 0);
  CHECK(result.err.find("nobody") != std::string::npos);
  CHECK(index.statements("item3").empty());
  CHECK(index.exported().size() == 18);
  CHECK(index.indexer("delete", {"nobody"}).exit_code == 1);
  const auto again = index.add_records(records(20));
  CHECK(again["added"] == 2);
  CHECK(again["unchanged"] == 18);
  CHECK(index.statements("item3") == Ids{"s3"});
}

TEST_CASE("everything can be deleted and the index still answers") {
  const TestIndex index;
  index.add_records(records(3));
  CHECK(index.indexer("delete", {"s0", "s1", "s2"}).exit_code == 0);
  CHECK(index.find({"minister"}).exit_code == 1);
  CHECK(index.indexer("verify").exit_code == 0);
  CHECK(index.exported().empty());
  CHECK(index.add_records(records(3))["added"] == 3);
  CHECK(index.statements("item1") == Ids{"s1"});
}

TEST_CASE("a shard with too many dead is built anew from its records") {
  const TestIndex index;
  auto all = records(700);
  index.add_records(all);
  for (std::size_t i = 0; i < 300; ++i)
    all[i]["text"] = "Everything here was rewritten, number" + std::to_string(i) + ".";
  index.add_records(all);
  const auto info = json::parse(index.indexer("info", {"--json"}).out);
  for (const auto& shard : info["shards"]) CHECK(shard["dead_statements"] == 0);
  CHECK(info["statements"] == 700);
  CHECK(index.statements("number7") == Ids{"s7"});
  CHECK(index.statements("item400") == Ids{"s400"});
  const auto exported = index.exported();
  for (const json& record : all) CHECK(exported.at(record["id"])["text"] == record["text"]);
}

TEST_CASE("the same input gives the same answers from one thread and from several") {
  std::vector<std::string> outputs;
  for (const char* threads : {"1", "2", "5"}) {
    const TestIndex index;
    index.add({"--threads", threads, sample_folder().string()});
    std::string output;
    for (const std::string& query :
         std::initializer_list<std::string>{"the president", "cooperation", "year:2021", "leader:putin", "a /s the"}) {
      auto found = index.find_json({"--limit", "100", query});
      found.erase("took_ms");
      output += found.dump();
    }
    outputs.push_back(output + index.indexer("export").out);
  }
  CHECK(outputs[0] == outputs[1]);
  CHECK(outputs[0] == outputs[2]);
}

TEST_CASE("a dry run says what would be done and does nothing") {
  const TestIndex index;
  index.add_records(records(5));
  const auto summary = index.add_records(records(8), {"--dry-run"});
  CHECK(summary["added"] == 3);
  CHECK(index.exported().size() == 5);
  const TestIndex fresh;
  CHECK(fresh.add_records(records(2), {"--dry-run"})["added"] == 2);
  CHECK(fresh.find({"minister"}).exit_code == 3);
  CHECK_FALSE(std::filesystem::exists(fresh.path()));
}

TEST_CASE("a user's gazetteer is used, and remembered") {
  const TestIndex index;
  const auto file =
      index.folder().write("mine.json", R"([{"id":"zork-blimm","name":"Zork Blimm","aliases":["Zorque Blimme"],
    "surnames":["Blimm"],"country":"FRA","tenures":[{"kind":"President","office":"President of the Commission of Tests","country":"FRA","from":"2010-01-01","to":"2030-01-01"}]}])");
  const json record{{"id", "z"}, {"date", "2020-05-05"}, {"text", "Zork Blimm opened the session. Blimm then spoke."}};
  index.add_records({record}, {"--gazetteer", file.string()});
  CHECK(index.statements("leader:\"Zorque Blimme\"") == Ids{"z"});
  CHECK(index.add_records({record})["unchanged"] == 1);
  CHECK(index.statements("leader:blimm") == Ids{"z"});
}
