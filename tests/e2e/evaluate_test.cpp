// SPDX-License-Identifier: GPL-3.0-or-later
// `evaluate` through the real executable, on a collection small enough to know every figure beforehand.
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "tests/support/test_index.h"

using namespace communique::tests;

namespace {

/// Two passages and more, each about the lighthouse.
std::string long_text() {
  std::string text;
  for (int i = 0; i < 40; ++i) {
    text += "The lighthouse commission met again and its members discussed paint, stairs and lamps in turn. ";
  }
  return text;
}

const TestIndex& toy_index() {
  static const TestIndex index;
  static const auto summary = index.add_records({
      {{"id", "grain"},
       {"text", "Ships may load grain in the harbour again."},
       {"date", "2020-05-01"},
       {"speaker", "Ida Berg"}},
      {{"id", "grain later"},
       {"text", "Ships may load grain in the harbour."},
       {"date", "2021-05-01"},
       {"speaker", "Ole Dahl"}},
      {{"id", "fish"}, {"text", "The quota for herring was raised."}, {"date", "2020-06-01"}, {"speaker", "Ole Dahl"}},
      {{"id", "long"}, {"text", long_text()}, {"date", "2019-01-01"}},
      {{"id", "short"}, {"text", "A lighthouse was closed."}, {"date", "2018-01-01"}},
  });
  return index;
}

struct Evaluated {
  ProcessResult process;
  nlohmann::json json;
};

Evaluated evaluate(const std::string& topics, const std::string& qrels, const std::vector<std::string>& more = {}) {
  const TempDir& folder = toy_index().folder();
  std::vector<std::string> arguments = {searcher_binary(), "evaluate",
                                        "--index",         toy_index().path(),
                                        "--format",        "json",
                                        "--topics",        folder.write("topics.tsv", topics).string(),
                                        "--qrels",         folder.write("qrels.txt", qrels).string()};
  arguments.insert(arguments.end(), more.begin(), more.end());
  Evaluated evaluated{run(arguments), {}};
  if (evaluated.process.exit_code <= 1) evaluated.json = nlohmann::json::parse(evaluated.process.out);
  return evaluated;
}

/// Third column of a run, by topic.
std::map<std::string, std::vector<std::string>> documents(const std::filesystem::path& run_file) {
  std::map<std::string, std::vector<std::string>> by_topic;
  std::istringstream lines(slurp(run_file));
  std::string topic, q0, document, rest;
  while (lines >> topic >> q0 >> document && std::getline(lines, rest)) by_topic[topic].push_back(document);
  return by_topic;
}

}  // namespace

TEST_CASE("the figures of a toy collection are those worked out by hand") {
  // 1: found alone, at the top. 2: relevant, but nothing matches. 3: judged and not asked. 4: asked and not judged.
  const Evaluated done = evaluate("1\therring quota\n2\tzeppelin\n4\tgrain\n", "1 0 fish 1\n2 0 grain 1\n3 0 fish 1\n");
  REQUIRE(done.process.exit_code == 0);
  CHECK(done.json["topics"] == 3);
  CHECK(done.json["unjudged_topics"] == 1);
  CHECK(done.json["absent_topics"] == 1);
  CHECK(done.json["unknown_ids"] == 0);
  for (const char* measure : {"nDCG@10", "MAP", "R@100", "MRR@10", "S@1"}) {
    CHECK(done.json["measures"][measure].get<double>() == doctest::Approx(1.0 / 3));
  }
  CHECK(done.json["measures"]["P@10"].get<double>() == doctest::Approx(0.1 / 3));
  CHECK(done.process.err.find("1 of 3 topics") != std::string::npos);
  CHECK(done.process.err.find("1 of 3 judged topics") != std::string::npos);
}

TEST_CASE("a judged statement counts once, whether passages or statements are listed") {
  const auto file = toy_index().folder() / "statements.run";
  for (const char* unit : {"passage", "statement"}) {
    CAPTURE(unit);
    const Evaluated done =
        evaluate("1\tlighthouse\n", "1 0 long 1\n1 0 short 1\n", {"--by", unit, "--run", file.string()});
    CHECK(done.json["by"] == unit);
    CHECK(done.json["measures"]["MAP"] == 1.0);
    CHECK(sorted(documents(file)["1"]) == Ids{"long", "short"});
  }
}

TEST_CASE("judged passages count as themselves") {
  const auto file = toy_index().folder() / "passages.run";
  const Evaluated done =
      evaluate("1\tlighthouse\n", "1 0 long#1 1\n1 0 long#2 1\n1 0 long#99 1\n", {"--run", file.string()});
  CHECK(done.json["unknown_ids"] == 1);
  CHECK(done.process.err.find("1 of 3 judged documents") != std::string::npos);
  const auto ranked = documents(file)["1"];
  CHECK(ranked.size() >= 3);
  CHECK(std::set<std::string>(ranked.begin(), ranked.end()).contains("short#1"));
  CHECK(done.json["measures"]["R@100"].get<double>() == doctest::Approx(2.0 / 3));
  const Evaluated statements = evaluate("1\tlighthouse\n", "1 0 long#1 1\n1 0 long#2 1\n", {"--by", "statement"});
  CHECK(statements.json["measures"]["R@100"].get<double>() <= 0.5);  // one passage stands for the statement
}

TEST_CASE("filters hold for all topics as options and for one in the third column") {
  const std::string qrels = "1 0 grain 1\n";
  const auto precision = [&](const std::string& topic, const std::vector<std::string>& more = {}) {
    const Evaluated done = evaluate(topic, qrels, more);
    return done.json["measures"]["S@1"].get<double>();
  };
  CHECK(precision("1\tgrain\tspeaker:berg year:2020\n") == 1);
  CHECK(precision("1\tgrain\tspeaker:dahl\n") == 0);
  CHECK(precision("1\tgrain\n", {"--speaker", "berg"}) == 1);
  CHECK(precision("1\tgrain\n", {"--year", "2021"}) == 0);
  CHECK(precision("1\tgrain\tyear:2020\n", {"--year", "2021"}) == 0);  // both must hold
  const Evaluated wrong = evaluate("1\tgrain\tspeeker:dahl\n", qrels);
  CHECK(wrong.process.exit_code == 2);
  CHECK(wrong.process.err.find("topics.tsv:1: ") != std::string::npos);
  CHECK(wrong.process.err.find("speeker") != std::string::npos);
}

TEST_CASE("find --topics takes filters by topic, too") {
  const auto topics = toy_index().folder().write("t.tsv", "1\tgrain\tspeaker:dahl\n2\tgrain\n");
  const ProcessResult found =
      run({searcher_binary(), "find", "--index", toy_index().path(), "--topics", topics.string()});
  CHECK(found.out.starts_with("1 Q0 grain%20later#1 1 "));
  CHECK(found.out.find("1 Q0 grain#1") == std::string::npos);
  CHECK(found.out.find("2 Q0 grain#1") != std::string::npos);
}

TEST_CASE("a run scores the same as its search, and is compared with another") {
  const auto file = toy_index().folder() / "kept.run";
  const std::string topics = "1\tgrain harbour\n2\tlighthouse\n3\therring\n";
  const std::string qrels = "1 0 grain%20later 2\n1 0 fish 1\n2 0 long 1\n3 0 fish 1\n";
  const Evaluated searched = evaluate(topics, qrels, {"--run", file.string(), "--tag", "toy"});
  REQUIRE(searched.process.exit_code == 0);
  CHECK(searched.json["unknown_ids"] == 0);
  CHECK(slurp(file).find(" toy\n") != std::string::npos);
  const auto qrels_file = toy_index().folder() / "qrels.txt";
  const ProcessResult scored = run({searcher_binary(), "evaluate", "--score", file.string(), "--qrels",
                                    qrels_file.string(), "--format", "json", "--per-topic"});
  REQUIRE(scored.exit_code == 0);
  const auto json = nlohmann::json::parse(scored.out);
  CHECK(json["measures"] == searched.json["measures"]);
  CHECK(json["per_topic"].size() == 3);
  CHECK(json["per_topic"][2]["measures"]["MAP"] == 1.0);

  const auto other = toy_index().folder().write("other.run", "3 Q0 fish 1 1 x\n");
  const Evaluated compared = evaluate(topics, qrels, {"--compare", other.string()});
  const auto& of_map = compared.json["comparison"]["measures"]["MAP"];
  CHECK(of_map["other"].get<double>() == doctest::Approx(1.0 / 3));
  CHECK(of_map["difference"].get<double>() ==
        doctest::Approx(compared.json["measures"]["MAP"].get<double>() - 1.0 / 3));
  CHECK(of_map["interval"][0].get<double>() <= of_map["difference"].get<double>());
  CHECK(compared.json["comparison"]["draws"] == 10000);
  CHECK(evaluate(topics, qrels, {"--compare", other.string()}).process.out == compared.process.out);
}

TEST_CASE("wrong input is refused with what is wrong and where") {
  struct Row {
    std::string topics;
    std::string qrels;
    std::vector<std::string> more;
    const char* says;
  };
  for (const Row& row : {
           Row{"1\ta\n", "1 0 grain 1\n1 0 fish\n", {}, "qrels.txt:2: 4 columns"},
           Row{"1\ta\n", "1 0 grain one\n", {}, "qrels.txt:1: the grade"},
           Row{"1\ta\n", "1 0 nowhere 1\n1 0 grain#7 1\n", {}, "none of the 2 documents"},
           Row{"1\ta\n", "1 0 grain 0\n", {}, "judges no document relevant"},
           Row{"1\ta\n", "", {}, "judges no document relevant"},
           Row{"", "1 0 grain 1\n", {}, "no topic of"},
           Row{"x1\ta\n", "1 0 grain 1\n", {}, "no topic of"},
           Row{"1 a\n", "1 0 grain 1\n", {}, "topics.tsv:1: there is no tab"},
           Row{"1\ta\n1\tb\n", "1 0 grain 1\n", {}, "topics.tsv:2: there is a topic 1 above"},
           Row{"1\ta\n", "1 0 grain 1\n", {"--compare", "/nonexistent.run"}, "there is no file /nonexistent.run"},
           Row{"1\ta\n", "1 0 grain 1\n", {"--qrels", "/nonexistent.txt"}, "there is no file /nonexistent.txt"},
           Row{"1\ta\n", "1 0 grain 1\n", {"--topics", "/nonexistent.tsv"}, "there is no file /nonexistent.tsv"},
           Row{"1\ta\n", "1 0 grain 1\n", {"--depth", "0"}, "--depth takes a number from 1 to 1000"},
       }) {
    CAPTURE(row.says);
    const Evaluated done = evaluate(row.topics, row.qrels, row.more);
    CHECK(done.process.exit_code == 2);
    CHECK_MESSAGE(done.process.err.find(row.says) != std::string::npos, done.process.err);
    CHECK(done.process.out.empty());
  }
}

TEST_CASE("a run of other ids is said to be one") {
  const auto other = toy_index().folder().write("other.run", "1 Q0 elsewhere 1 1 x\n");
  const Evaluated done = evaluate("1\tgrain\n", "1 0 grain 1\n", {"--compare", other.string()});
  CHECK(done.process.exit_code == 0);
  CHECK(done.process.err.find("ranks no document that is judged") != std::string::npos);
}
