// SPDX-License-Identifier: GPL-3.0-or-later
// Saved searches: what is new is told once, whatever is updated, killed or asked in between.
#include <doctest/doctest.h>

#include <csignal>
#include <filesystem>
#include <fstream>
#include <random>
#include <set>
#include <sstream>
#include <thread>

#include "tests/support/test_index.h"

using namespace communique::tests;
using nlohmann::json;

namespace {

json record(int number, const std::string& text) {
  return {{"id", "s" + std::to_string(number)},
          {"title", "Statement " + std::to_string(number)},
          {"lang", "en"},
          {"date", "2021-03-" + std::string(number % 28 + 1 < 10 ? "0" : "") + std::to_string(number % 28 + 1)},
          {"text", text}};
}

/// An index with some statements, and a folder of saved searches of its own.
struct Desk {
  TestIndex index;
  std::string folder = (index.folder() / "saved").string();

  ProcessResult run(std::vector<std::string> arguments) const {
    arguments.insert(arguments.begin(), searcher_binary());
    arguments.insert(arguments.end(), {"--saved", folder});
    return communique::tests::run(arguments);
  }
  ProcessResult save(const std::string& name, const std::string& query, std::vector<std::string> more = {}) const {
    more.insert(more.begin(), {"save", name, query, "--index", index.path()});
    return run(more);
  }
  /// Ids told by `new`, batch by batch; none if nothing is new.
  std::vector<std::string> told(const std::string& name, std::vector<std::string> more = {}) const {
    more.insert(more.begin(), {"new", name, "--format", "json"});
    const ProcessResult result = run(more);
    REQUIRE(result.exit_code <= 1);
    std::vector<std::string> ids;
    if (result.out.empty()) return ids;
    const json answer = json::parse(result.out);
    for (const json& batch : answer["batches"]) {
      for (const json& hit : batch["hits"]) ids.push_back(hit["statement"]["id"]);
    }
    CHECK(ids.empty() == (result.exit_code == 1));
    return sorted(ids);
  }
};

}  // namespace

TEST_CASE("what matched when a search was saved is not new, what is added is, once") {
  const Desk desk;
  desk.index.add_records({record(1, "The harbour treaty was signed."), record(2, "A flood in the north.")});
  const ProcessResult saved = desk.save("harbour", "harbour");
  CHECK(saved.exit_code == 0);
  CHECK(saved.out.find("1 statement matches now") != std::string::npos);
  CHECK(desk.told("harbour").empty());
  desk.index.add_records({record(3, "Harbours were discussed."), record(4, "A storm.")});
  CHECK(desk.told("harbour", {"--peek"}) == Ids{"s3"});
  CHECK(desk.told("harbour") == Ids{"s3"});
  CHECK(desk.told("harbour").empty());
  CHECK(desk.told("harbour", {"--again"}) == Ids{"s3"});
  desk.index.add_records({record(2, "A flood in the harbour."), record(3, "Harbours were discussed again.")});
  CHECK(desk.told("harbour") == Ids{"s2"});  // matches only now; s3 was told before
}

TEST_CASE("--from-start makes what matches already new, too") {
  const Desk desk;
  desk.index.add_records({record(1, "The harbour treaty."), record(2, "A flood.")});
  desk.save("harbour", "harbour", {"--from-start"});
  CHECK(desk.told("harbour") == Ids{"s1"});
  CHECK(desk.told("harbour").empty());
}

TEST_CASE("@NAME stands for the saved search, its filters included") {
  const Desk desk;
  desk.index.add_records({record(1, "The harbour treaty."), record(2, "The harbour flood.")});
  desk.save("harbour", "harbour", {"--from", "2021-03-03"});
  const auto find = [&](std::vector<std::string> query) {
    query.insert(query.begin(), "find");
    query.insert(query.end(), {"--index", desk.index.path(), "--format", "json"});
    return json::parse(desk.run(query).out)["total"]["statements"].get<int>();
  };
  CHECK(find({"@harbour"}) == 1);
  CHECK(find({"@harbour", "treaty"}) == 0);
  CHECK(find({"@harbour flood"}) == 1);
}

TEST_CASE("a feed keeps the ids of its entries, and is written whether or not anything is new") {
  const Desk desk;
  desk.index.add_records({record(1, "The harbour treaty & more <b>.")});
  desk.save("harbour", "harbour", {"--from-start"});
  const std::string file = (desk.index.folder() / "feed.atom").string();
  const auto feed = [&] {
    desk.run({"new", "harbour", "--format", "atom", "--output", file});
    std::ifstream in(file);
    std::stringstream text;
    text << in.rdbuf();
    return text.str();
  };
  const std::string first = feed();
  CHECK(first.find("<feed xmlns=\"http://www.w3.org/2005/Atom\">") != std::string::npos);
  CHECK(first.find("The harbour treaty &amp; more &lt;b&gt;.") != std::string::npos);
  CHECK(feed() == first);
}

TEST_CASE("what can not be saved or found is said, and how") {
  const Desk desk;
  desk.index.add_records({record(1, "The harbour treaty.")});
  desk.save("harbour", "harbour");
  struct Row {
    std::vector<std::string> arguments;
    std::string says;
  };
  const std::string index = desk.index.path();
  for (const Row& row : std::vector<Row>{{{"save", "harbour", "flood", "--index", index}, "--replace"},
                                         {{"save", "a/b", "flood", "--index", index}, "can not be the name"},
                                         {{"save", "bad", "nofield:x", "--index", index}, "nofield"},
                                         {{"save", "empty", "--index", index}, "needs a QUERY"},
                                         {{"new", "harbor"}, "did you mean harbour?"},
                                         {{"new", "harbour", "--index", "/elsewhere"}, "was saved for the index"},
                                         {{"new"}, "needs one NAME"},
                                         {{"find", "@nosuch", "--index", index}, "no search is saved as \"nosuch\""},
                                         {{"forget", "nosuch"}, "no search is saved"}}) {
    const ProcessResult result = desk.run(row.arguments);
    CAPTURE(row.says);
    CHECK(result.exit_code == 2);
    CHECK(result.err.find(row.says) != std::string::npos);
  }
  std::ofstream(desk.folder + "/broken.json") << "{";
  const ProcessResult broken = desk.run({"new", "broken"});
  CHECK(broken.exit_code == 3);
  CHECK(broken.err.find("is no saved search") != std::string::npos);
  CHECK(desk.run({"saved"}).out.find("harbour") != std::string::npos);
  CHECK(desk.run({"forget", "harbour"}).exit_code == 0);
  CHECK(desk.run({"new", "harbour"}).exit_code == 2);
}

TEST_CASE("across random updates and kills each statement is told once") {
  const Desk desk;
  std::mt19937 random(20211);
  desk.index.add_records({record(0, "The harbour treaty.")});
  desk.save("harbour", "harbour");
  std::set<std::string> told;
  std::uint64_t last_batch = 0;
  const std::string file = (desk.index.folder() / "update.jsonl").string();
  int next = 1;
  for (int round = 0; round < 8; ++round) {
    std::ofstream out(file, std::ios::trunc);
    for (int i = 0; i < 30; ++i, ++next) {
      out << record(next, random() % 2 == 0 ? "A harbour, number " + std::to_string(next) : "A storm.").dump() << "\n";
    }
    out.close();
    const pid_t update = start({indexer_binary(), "add", "--index", desk.index.path(), file});
    std::this_thread::sleep_for(std::chrono::milliseconds(random() % 60));
    if (random() % 2 == 0) ::kill(update, SIGKILL);
    wait_for(update);
    // A run whose end is not seen is asked again for what it told.
    const pid_t killed = start({searcher_binary(), "new", "harbour", "--format", "json", "--saved", desk.folder});
    std::this_thread::sleep_for(std::chrono::milliseconds(random() % 12));
    ::kill(killed, SIGKILL);
    wait_for(killed);
    for (const char* flag : {"--again", ""}) {
      std::vector<std::string> arguments = {"new", "harbour", "--format", "json"};
      if (*flag != '\0') arguments.emplace_back(flag);
      const ProcessResult result = desk.run(arguments);
      REQUIRE(result.exit_code <= 1);
      if (result.out.empty()) continue;
      const json answer = json::parse(result.out);
      for (const json& batch : answer["batches"]) {
        if (batch["batch"] <= last_batch) continue;
        last_batch = batch["batch"];
        for (const json& hit : batch["hits"]) CHECK(told.insert(hit["statement"]["id"]).second);
      }
    }
  }
  std::set<std::string> expected;
  for (const std::string& id : desk.index.statements("harbour", {"--all-versions", "--limit", "1000"})) {
    if (id != "s0") expected.insert(id);
  }
  CHECK(sorted(Ids(told.begin(), told.end())) == sorted(Ids(expected.begin(), expected.end())));
}
