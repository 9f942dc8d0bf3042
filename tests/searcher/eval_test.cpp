// SPDX-License-Identifier: GPL-3.0-or-later
// Measures against figures worked out by hand; judgements and runs with what is wrong in them.
#include <doctest/doctest.h>

#include <functional>
#include <string>
#include <vector>

#include "schema/error.h"
#include "searcher/eval/bootstrap.h"
#include "searcher/eval/measures.h"
#include "searcher/eval/qrels.h"
#include "searcher/eval/run.h"

using namespace communique;
using namespace communique::searcher;

namespace {

constexpr double kNear = 1e-9;

std::string refusal(const std::function<void()>& act) {
  try {
    act();
  } catch (const Error& error) {
    CHECK(error.code() == ErrorCode::Usage);
    CHECK_FALSE(error.hint().empty());
    return error.what();
  }
  FAIL("was accepted");
  return {};
}

void check_scores(const Scores& scores, const Scores& expected) {
  for (std::size_t i = 0; i < scores.size(); ++i) {
    CAPTURE(kMeasures[i]);
    CHECK(scores[i] == doctest::Approx(expected[i]).epsilon(kNear));
  }
}

/// A ranking of `size` documents of which only the one at `rank` is relevant, and the only one that is.
Scores one_relevant_at(std::size_t rank, std::size_t size) {
  std::vector<RankedDocument> ranking;
  for (std::size_t i = 1; i <= size; ++i) {
    ranking.push_back({i == rank ? "right" : "d" + std::to_string(i), static_cast<double>(size - i)});
  }
  return score_ranking({{"right", 1}}, ranking);
}

std::vector<TopicScores> topics_scoring(const std::vector<double>& values) {
  std::vector<TopicScores> topics;
  for (std::size_t i = 0; i < values.size(); ++i) {
    TopicScores one{std::to_string(i), {}};
    one.scores.fill(values[i]);
    topics.push_back(one);
  }
  return topics;
}

std::vector<std::string> documents(const std::vector<RankedDocument>& ranking) {
  std::vector<std::string> ids;
  for (const RankedDocument& one : ranking) ids.push_back(one.document);
  return ids;
}

}  // namespace

TEST_CASE("the measures of a toy set are those worked out by hand") {
  const Qrels qrels = parse_qrels(
      "1 0 a 1\n1 0 b 1\n1 0 c 0\n"
      "2 0 x 2\n2 0 y 1\n"
      "3 0 q 0\n"   // nothing relevant: does not count
      "4 0 m 1\n",  // no answer in the run: counts 0
      "toy");
  const Run run = parse_run(
      "1 Q0 b 9 0.5 t\n1 Q0 z 3 1.0 t\n1 Q0 c 1 3.0 t\n1 Q0 a 2 2.0 t\n"  // c a z b: scores count, not lines or ranks
      "2 Q0 y 1 2.0 t\n2 Q0 x 2 1.0 t\n"
      "3 Q0 q 1 1.0 t\n5 Q0 a 1 1.0 t\n",
      "toy");
  const std::vector<TopicScores> topics = score_run(qrels, run);
  REQUIRE(topics.size() == 3);
  // log2 3 = 1.5849625007, log2 5 = 2.3219280949.
  // Topic 1: relevant at 2 and 4. DCG 1/log2 3 + 1/log2 5 = 1.0616063117, ideal 1 + 1/log2 3 = 1.6309297536.
  check_scores(topics[0].scores, {0.6509209298, 0.5, 0.2, 1.0, 0.5, 0.0});
  // Topic 2: grade 1, then grade 2. DCG 1 + 2/log2 3 = 2.2618595071, ideal 2 + 1/log2 3 = 2.6309297536.
  check_scores(topics[1].scores, {0.8597186999, 1.0, 0.2, 1.0, 1.0, 1.0});
  check_scores(topics[2].scores, {0, 0, 0, 0, 0, 0});
  check_scores(mean_scores(topics), {0.5035465432, 0.5, 0.4 / 3, 2.0 / 3, 0.5, 1.0 / 3});
}

TEST_CASE("each measure looks as far down as its name says") {
  check_scores(one_relevant_at(10, 1200), {0.2890648263, 0.1, 0.1, 1, 0.1, 0});  // 1/log2 11
  check_scores(one_relevant_at(11, 1200), {0, 1.0 / 11, 0, 1, 0, 0});
  check_scores(one_relevant_at(100, 1200), {0, 0.01, 0, 1, 0, 0});
  check_scores(one_relevant_at(101, 1200), {0, 1.0 / 101, 0, 0, 0, 0});
  check_scores(one_relevant_at(1000, 1200), {0, 0.001, 0, 0, 0, 0});
  check_scores(one_relevant_at(1001, 1200), {0, 0, 0, 0, 0, 0});
}

TEST_CASE("P@10 divides by ten, the ideal ranking has no more than ten") {
  Judgements judgements;
  std::vector<RankedDocument> ranking;
  for (int i = 0; i < 20; ++i) judgements["d" + std::to_string(i)] = 1;
  for (int i = 0; i < 10; ++i) ranking.push_back({"d" + std::to_string(i), 20.0 - i});
  check_scores(score_ranking(judgements, ranking), {1, 0.5, 1, 0.5, 1, 1});
  ranking.resize(5);
  CHECK(score_ranking(judgements, ranking)[2] == doctest::Approx(0.5));
}

TEST_CASE("equal scores are ordered by id backwards, as trec_eval does") {
  const Run run = parse_run("1 Q0 a 1 2 t\n1 Q0 b 2 2 t\n1 Q0 c 3 7e-1 t\n1 Q0 B 4 2.0 t\n", "run");
  CHECK(documents(run.at("1")) == std::vector<std::string>{"b", "a", "B", "c"});
}

TEST_CASE("of a document listed or judged twice the last line counts") {
  CHECK(documents(parse_run("1 Q0 a 1 9 t\n1 Q0 b 2 5 t\n1 Q0 a 3 1 t\n", "run").at("1")) ==
        std::vector<std::string>{"b", "a"});
  CHECK(parse_qrels("1 0 a 1\n1 0 a 0\n", "qrels").at("1").at("a") == 0);
}

TEST_CASE("judgements and runs may have tabs, blank lines, CRLF and a byte order mark") {
  const Qrels qrels = parse_qrels(
      "\xEF\xBB\xBF"
      "1\t0\tstatement#3\t2\r\n\r\n  7 Q0 b -1",
      "qrels");
  CHECK(qrels.at("1").at("statement#3") == 2);
  CHECK_FALSE(has_relevant(qrels.at("7")));
  CHECK(parse_run("1 Q0 a 1 +1.5\r\n", "run").at("1").front().score == 1.5);  // some runs have no tag
  CHECK(parse_run("", "run").empty());
}

TEST_CASE("malformed lines are refused with file and number") {
  struct Row {
    const char* line;
    const char* says;
  };
  for (const Row& row : {Row{"1 0 a", "4 columns are needed, here are 3"}, Row{"1 0 a b 1", "here are 5"},
                         Row{"1 0 a x", "whole number, not \"x\""}, Row{"1 0 a 1.5", "\"1.5\""},
                         Row{"1 0 a 99999999999", "\"99999999999\""}}) {
    const std::string message = refusal([&] { parse_qrels(std::string("1 0 a 1\n\n") + row.line, "q.txt"); });
    CHECK(message.starts_with("q.txt:3: "));
    CHECK_MESSAGE(message.find(row.says) != std::string::npos, message);
  }
  for (const Row& row : {Row{"1 Q0 a 1", "6 columns are needed, here are 4"}, Row{"1 Q0 a 1 high t", "\"high\""},
                         Row{"1 Q0 a 1 nan t", "\"nan\""}, Row{"1 Q0 a 1 inf t", "\"inf\""}}) {
    const std::string message = refusal([&] { parse_run(std::string("1 Q0 a 1 1 t\n") + row.line, "r.run"); });
    CHECK(message.starts_with("r.run:2: "));
    CHECK_MESSAGE(message.find(row.says) != std::string::npos, message);
  }
}

TEST_CASE("a run line is read back as it was written, blanks in ids aside") {
  std::string text;
  append_run_line({"c 1", "call 17#2", 3, 9.87654321012, "my tag"}, text);
  CHECK(text == "c%201 Q0 call%2017#2 3 9.87654321 my%20tag\n");
  const Run run = parse_run(text, "run");
  CHECK(run.at("c%201").front().document == "call%2017#2");
  CHECK(run.at("c%201").front().score == 9.87654321);
}

TEST_CASE("scores that rise are replaced, so that scorers see the order of the list") {
  std::vector<RankedDocument> falling = {{"a", 3}, {"b", 3}, {"c", 1}};
  make_scores_fall(falling);
  CHECK(falling[2].score == 1);
  std::vector<RankedDocument> rising = {{"a", 1}, {"b", 3}, {"c", 3}};
  make_scores_fall(rising);
  order_ranking(rising);
  CHECK(documents(rising) == std::vector<std::string>{"a", "b", "c"});
}

TEST_CASE("the bootstrap finds what is sure and doubts what is not") {
  SUBCASE("the same difference for every topic") {
    const auto all = paired_bootstrap(topics_scoring({0.5, 0.75, 1}), topics_scoring({0.25, 0.5, 0.75}), {});
    for (const Difference& one : all) {
      CHECK(one.mean == 0.25);
      CHECK(one.low == 0.25);
      CHECK(one.high == 0.25);
      CHECK(one.p == doctest::Approx(2.0 / 10001));
    }
  }
  SUBCASE("no difference") {
    const auto all = paired_bootstrap(topics_scoring({0.5, 1}), topics_scoring({0.5, 1}), {});
    CHECK(all[0].mean == 0);
    CHECK(all[0].p == 1);
  }
  SUBCASE("two topics, one of them better: a draw has mean 0, .5 or 1 with chances 1/4, 1/2, 1/4") {
    const auto all = paired_bootstrap(topics_scoring({1, 0}), topics_scoring({0, 0}), {});
    CHECK(all[0].mean == 0.5);
    CHECK(all[0].low == 0);
    CHECK(all[0].high == 1);
    CHECK(all[0].p == doctest::Approx(0.5).epsilon(0.05));
  }
  SUBCASE("the other way round is the mirror image") {
    const auto ours = topics_scoring({0.9, 0.2, 0.5, 0.4});
    const auto theirs = topics_scoring({0.1, 0.3, 0.5, 0.2});
    const auto forth = paired_bootstrap(ours, theirs, {});
    const auto back = paired_bootstrap(theirs, ours, {});
    CHECK(forth[0].mean == -back[0].mean);
    CHECK(forth[0].low == doctest::Approx(-back[0].high));
    CHECK(forth[0].p == back[0].p);
  }
}

TEST_CASE("the bootstrap depends on its seed alone") {
  const auto ours = topics_scoring({0.9, 0.2, 0.5, 0.4, 0.7});
  const auto theirs = topics_scoring({0.1, 0.3, 0.5, 0.2, 0.8});
  CHECK(paired_bootstrap(ours, theirs, {1000, 5})[0].p == paired_bootstrap(ours, theirs, {1000, 5})[0].p);
  CHECK(paired_bootstrap(ours, theirs, {1000, 5})[0].p != paired_bootstrap(ours, theirs, {1000, 6})[0].p);
}
