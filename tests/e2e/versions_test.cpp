// SPDX-License-Identifier: GPL-3.0-or-later
// Republished statements: one hit for all versions, whatever happens to the index.
#include <doctest/doctest.h>

#include <fstream>

#include "tests/support/temp_dir.h"
#include "tests/support/test_index.h"

using namespace communique::tests;
using nlohmann::json;

namespace {

const std::string kText =
    "The foreign ministers of Ruritania and Grenoria met on Tuesday in the old customs house of Strelsau. They agreed "
    "to open a second bridge over the river Elf by the spring, to let students of either country work for 20 hours a "
    "week, and to send a joint mission to the glaciers. Minister Hentzau said that no bridge had ever been built by "
    "letters alone. Minister Orlova thanked the city for its hospitality and invited her colleague to the harvest "
    "festival in Grenov, where the talks will go on in September.";

json record(const std::string& id, const std::string& date, const std::string& source, const std::string& text) {
  json record{{"id", id}, {"title", "Talks in Strelsau"}, {"source", source}, {"text", text}};
  if (!date.empty()) record["date"] = date;
  return record;
}

/// Two versions of one statement and two others.
std::vector<json> records() {
  return {record("ministry", "2021-05-04", "Ministry", kText),
          record("wire", "2021-05-05", "Harbour Wire", "STRELSAU, Harbour Wire. " + kText),
          record("other", "2021-05-04", "Ministry", "A bridge in another town was closed for repairs until Friday."),
          record("undated", "", "Archive", "Nobody remembers who paid for the oldest bridge of the valley.")};
}

struct Found {
  Ids ids;  ///< in the order of the hits
  std::uint64_t total = 0;
  std::map<std::string, std::uint64_t> duplicates;
};

Found find(const TestIndex& index, std::vector<std::string> arguments) {
  arguments.insert(arguments.begin(), {"--limit", "100"});
  const json result = index.find_json(std::move(arguments));
  Found found;
  found.total = result["total"]["statements"];
  for (const json& hit : result["hits"]) {
    if (hit["partial"].get<bool>()) continue;
    found.ids.push_back(hit["statement"]["id"]);
    found.duplicates[found.ids.back()] = hit["duplicates"];
  }
  return found;
}

void check_one_hit(const TestIndex& index, const std::string& representative) {
  const Found found = find(index, {"customs house"});
  CHECK(found.ids == Ids{representative});
  CHECK(found.total == 1);
  CHECK(found.duplicates.at(representative) == 1);
}

}  // namespace

TEST_CASE("the sample's republished statement is one hit") {
  const Found one = find(sample_index(), {"cocoa smuggling"});
  CHECK(one.ids == Ids{"ouattara-cocoa-2015"});
  CHECK(one.duplicates.at("ouattara-cocoa-2015") == 1);
  CHECK(sorted(find(sample_index(), {"--all-versions", "cocoa smuggling"}).ids) ==
        Ids{"ouattara-cocoa-2015", "ouattara-cocoa-2015-wire"});
  // Nothing else in the sample is the same statement twice.
  const Found all = find(sample_index(), {"date:..2100"});
  for (const auto& [id, duplicates] : all.duplicates) {
    CAPTURE(id);
    CHECK(duplicates == (id == "ouattara-cocoa-2015" ? 1 : 0));
  }
}

TEST_CASE("of the versions that match the earliest is listed, and all when asked") {
  const TestIndex index;
  index.add_records(records());
  struct Row {
    std::vector<std::string> arguments;
    Ids expected;
  };
  for (const Row& row : {
           Row{{"customs house"}, {"ministry"}},
           Row{{"\"STRELSAU, Harbour\""}, {"wire"}},
           Row{{"source:wire customs"}, {"wire"}},
           Row{{"customs", "--from", "2021-05-05"}, {"wire"}},
           Row{{"customs", "--by", "statement"}, {"ministry"}},
           Row{{"year:2021"}, {"ministry", "other"}},
           Row{{"year:2021", "--by", "passage"}, {"ministry", "other"}},
           Row{{"bridge"}, {"ministry", "other", "undated"}},
           Row{{"bridge", "--per-statement", "0"}, {"ministry", "other", "undated"}},
           Row{{"(bridge customs)@statement"}, {"ministry"}},
           Row{{"bridge -hospitality"}, {"other", "undated"}},
           Row{{"customs house", "--all-versions"}, {"ministry", "wire"}},
           Row{{"year:2021", "--all-versions"}, {"ministry", "other", "wire"}},
           Row{{"bridge", "--sort", "date"}, {"ministry", "other", "undated"}},
       }) {
    CAPTURE(json(row.arguments).dump());
    const Found found = find(index, row.arguments);
    CHECK(sorted(found.ids) == row.expected);
    CHECK(found.total == row.expected.size());
    for (const auto& [id, duplicates] : found.duplicates) {
      CHECK(duplicates == (id == "ministry" || id == "wire" ? 1 : 0));
    }
  }
}

TEST_CASE("partial matches are of one version too") {
  const TestIndex index;
  index.add_records(records());
  const json result = index.find_json({"customs repairs"});
  Ids ids;
  for (const json& hit : result["hits"]) ids.push_back(hit["statement"]["id"]);
  CHECK(sorted(ids) == Ids{"ministry", "other"});
}

TEST_CASE("pages of hits follow one another, whatever is hidden between them") {
  const TestIndex index;
  std::vector<json> all;
  for (int i = 0; i < 12; ++i) {
    std::string text = kText;
    for (std::size_t at = 0; (at = text.find("the ", at)) != std::string::npos; at += 4) {
      text.replace(at, 3, "matter" + std::to_string(i));
    }
    for (int copy = 0; copy < 5; ++copy) {
      all.push_back(record("s" + std::to_string(i) + "-" + std::to_string(copy), "2021-05-0" + std::to_string(1 + copy),
                           "Source " + std::to_string(copy), text));
    }
  }
  index.add_records(all);
  Ids seen;
  for (int offset = 0; offset < 12; offset += 5) {
    const json page = index.find_json({"--limit", "5", "--offset", std::to_string(offset), "hospitality"});
    CHECK(page["total"]["statements"] == 12);
    for (const json& hit : page["hits"]) {
      CHECK(hit["duplicates"] == 4);
      seen.push_back(hit["statement"]["id"]);
    }
  }
  Ids expected;
  for (int i = 0; i < 12; ++i) expected.push_back("s" + std::to_string(i) + "-0");
  CHECK(sorted(seen) == sorted(expected));
}

TEST_CASE("versions follow updates, deletions and restarts") {
  const TestIndex index;
  auto all = records();
  index.add_records({all[0], all[2]});
  CHECK(find(index, {"customs"}).duplicates.at("ministry") == 0);
  // The wire's version comes in another run, so in another shard or a merged one.
  index.add_records(all);
  check_one_hit(index, "ministry");
  CHECK(index.indexer("delete", {"ministry"}).exit_code == 0);
  CHECK(find(index, {"customs"}).ids == Ids{"wire"});
  CHECK(find(index, {"customs"}).duplicates.at("wire") == 0);
  index.add_records(all);
  check_one_hit(index, "ministry");
  // An earlier one takes its place; what no longer says the same leaves.
  all.push_back(record("agency", "2021-05-03", "Agency", kText));
  index.add_records(all);
  CHECK(find(index, {"customs"}).ids == Ids{"agency"});
  CHECK(find(index, {"customs"}).duplicates.at("agency") == 2);
  all[4]["text"] = "The customs officers of the harbour asked for better lamps.";
  index.add_records(all);
  CHECK(sorted(find(index, {"customs"}).ids) == Ids{"agency", "ministry"});
  all.erase(all.begin() + 4);
  index.add_records(all, {"--prune"});
  check_one_hit(index, "ministry");
  CHECK(index.indexer("verify").exit_code == 0);
}

TEST_CASE("clusters are the same from one run and from many, from one thread and from several") {
  const TestIndex whole;
  whole.add({"--threads", "3", sample_folder().string()});
  whole.add_records(records());
  const TestIndex parts;
  for (const json& one : records()) parts.add_records({one});
  parts.add({"--threads", "1", sample_folder().string()});
  for (const char* query : {"the", "year:2021", "customs", "cocoa"}) {
    CAPTURE(query);
    CHECK(find(whole, {query}).duplicates == find(parts, {query}).duplicates);
  }
}

TEST_CASE("a shard built anew keeps its versions") {
  const TestIndex index;
  auto all = records();
  for (int i = 0; i < 600; ++i) {
    all.push_back(record("n" + std::to_string(i), "2001-01-01", "Gazette",
                         "Notice" + std::to_string(i) + " was posted at gate" + std::to_string(i) + "."));
  }
  index.add_records(all);
  for (std::size_t i = 4; i < 304; ++i) all[i]["text"] = "Withdrawn" + std::to_string(i) + ".";
  index.add_records(all);
  check_one_hit(index, "ministry");
}

TEST_CASE("show tells the other versions, and the text output counts them") {
  const TestIndex index;
  index.add_records(records());
  const auto show = [&](const std::string& id, const std::string& format) {
    return run({searcher_binary(), "show", "--index", index.path(), id, "--format", format}).out;
  };
  const json shown = json::parse(show("wire", "json"));
  REQUIRE(shown["versions"].size() == 1);
  CHECK(shown["versions"][0] ==
        json({{"id", "ministry"}, {"title", "Talks in Strelsau"}, {"date", "2021-05-04"}, {"source", "Ministry"},
              {"differences", {{"same", 4}, {"changed", 0}, {"left_out", 1}, {"added", 0}}}}));
  CHECK(json::parse(show("other", "json"))["versions"].empty());
  CHECK(show("ministry", "text").find("wire (2021-05-05, Harbour Wire)") != std::string::npos);
  CHECK(index.find({"customs"}).out.find("+1 other version (--all-versions)") != std::string::npos);
  CHECK(index.find({"customs", "--all-versions"}).out.find("one of 2 versions") != std::string::npos);
  CHECK(index.find({"repairs"}).out.find("version") == std::string::npos);
}

TEST_CASE("runs over topics list every version") {
  const TestIndex index;
  index.add_records(records());
  const auto topics = index.folder().write("topics.tsv", "t1\tcustoms house\n");
  const std::string out = index.find({"--topics", topics.string(), "--by", "statement"}).out;
  CHECK(out.find(" ministry ") != std::string::npos);
  CHECK(out.find(" wire ") != std::string::npos);
}

TEST_CASE("a damaged table of versions is never taken for a whole one") {
  const TestIndex index;
  index.add_records(records());
  const std::filesystem::path folder = index.path() + "/duplicates";
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    CAPTURE(entry.path().string());
    const std::string bytes = slurp(entry.path());
    std::string other = bytes;
    other.back() = static_cast<char>(other.back() ^ 0x40);
    std::ofstream(entry.path(), std::ios::binary | std::ios::trunc) << other;
    CHECK(index.indexer("verify").exit_code == 3);
    std::ofstream(entry.path(), std::ios::binary | std::ios::trunc) << bytes.substr(0, bytes.size() - 1);
    CHECK(index.indexer("verify").exit_code == 3);
    CHECK(index.find({"customs"}).exit_code == 3);
    std::ofstream(entry.path(), std::ios::binary | std::ios::trunc) << bytes;
  }
  CHECK(index.indexer("verify").exit_code == 0);
}
