// SPDX-License-Identifier: GPL-3.0-or-later
// Timelines against the dates of the hits themselves, one by one, and what a user sees of them.
#include <doctest/doctest.h>

#include <set>
#include <sstream>

#include "tests/support/test_index.h"

using namespace communique::tests;
using nlohmann::json;

namespace {

/// Statements by period, from the hits; "" where the date is missing or not precise enough.
std::map<std::string, std::set<std::string>> by_hand(const std::string& query, std::size_t length) {
  const json found =
      sample_index().find_json({query, "--by", "passage", "--per-statement", "0", "--limit", "1000", "--match", "all"});
  std::map<std::string, std::set<std::string>> statements;
  for (const json& hit : found["hits"]) {
    if (hit["partial"]) continue;
    const json& date = hit["statement"]["date"];
    const std::string text = date.is_string() ? date.get<std::string>() : "";
    statements[text.size() >= length ? text.substr(0, length) : ""].insert(hit["statement"]["id"]);
  }
  return statements;
}

json timeline_of(const std::string& query, const std::string& unit, std::vector<std::string> more = {}) {
  std::vector<std::string> arguments = {query, "--timeline", unit, "--limit", "0", "--match", "all"};
  arguments.insert(arguments.end(), more.begin(), more.end());
  return sample_index().find_json(arguments);
}

std::size_t lines_of(const std::string& text) {
  return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
}

}  // namespace

TEST_CASE("each period has the statements that the hits have, and none is lost") {
  const std::map<std::string, std::size_t> units = {{"year", 4}, {"month", 7}, {"day", 10}};
  for (const std::string query : {"olympics", "the", "\"new year\"", "trade OR peace", "pres*", "said-by:putin the"}) {
    for (const auto& [unit, length] : units) {
      CAPTURE(query);
      CAPTURE(unit);
      auto expected = by_hand(query, length);
      const json found = timeline_of(query, unit);
      std::uint64_t in_periods = 0;
      std::string before;
      for (const json& row : found["timeline"]) {
        const std::string period = row["period"];
        CHECK(period > before);
        before = period;
        CHECK(row["statements"] == expected[period].size());
        CHECK(row["total_statements"] >= row["statements"]);
        in_periods += row["statements"].get<std::uint64_t>();
      }
      const json& of = found["timeline_of"];
      const std::uint64_t outside =
          of["undated"]["statements"].get<std::uint64_t>() + of["less_precise"]["statements"].get<std::uint64_t>();
      CHECK(outside == expected[""].size());
      CHECK(in_periods + outside == found["total"]["statements"]);
    }
  }
}

TEST_CASE("weeks have the statements of their days") {
  std::uint64_t days = 0;
  std::uint64_t weeks = 0;
  const json by_day = timeline_of("the", "day");
  const json by_week = timeline_of("the", "week");
  for (const json& row : by_day["timeline"]) days += row["statements"].get<std::uint64_t>();
  for (const json& row : by_week["timeline"]) weeks += row["statements"].get<std::uint64_t>();
  CHECK(days == weeks);
  CHECK(by_day["timeline_of"]["less_precise"] == by_week["timeline_of"]["less_precise"]);
}

TEST_CASE("queries are compared with the same filters, and rates are out of what was asked") {
  const json found = timeline_of("olympics", "year", {"--compare", "trade", "--country", "china"});
  const json& other = found["timeline_of"]["compare"][0];
  CHECK(other["query"] == "trade");
  CHECK(other["timeline"].size() == found["timeline"].size());
  CHECK(other["total"]["statements"] ==
        sample_index().find_json({"trade", "--country", "china"})["total"]["statements"]);
  const json out_of = timeline_of("olympics", "year", {"--country", "china", "--out-of", "country:china"});
  const json all = timeline_of("country:china", "year");
  std::map<std::string, json> chinese;
  for (const json& row : all["timeline"]) chinese[row["period"]] = row["statements"];
  for (const json& row : out_of["timeline"]) CHECK(row["total_statements"] == chinese[row["period"]]);
}

TEST_CASE("the timeline's rows, picture and chart are there for what they are for") {
  const ProcessResult rows = sample_index().find({"the", "--timeline", "year", "--format", "csv"});
  CHECK(rows.exit_code == 0);
  CHECK(rows.out.starts_with("period,start,query,statements,passages,total_statements,per_1000\r\n"));
  CHECK(lines_of(rows.out) == timeline_of("the", "year")["timeline"].size() + 1);
  const ProcessResult picture = sample_index().find({"<the>", "--timeline", "year", "--format", "svg"});
  CHECK(picture.out.starts_with("<svg xmlns=\"http://www.w3.org/2000/svg\""));
  CHECK(picture.out.find("<title>Statements that match") != std::string::npos);
  const ProcessResult chart = sample_index().find({"olympics", "--timeline", "year", "--compare", "peace"});
  CHECK(chart.out.find("B  peace") != std::string::npos);
  CHECK(chart.out.find("Bars: statements that match.") != std::string::npos);
}

TEST_CASE("what can not be a timeline is said, and how") {
  struct Row {
    std::vector<std::string> arguments;
    int exit_code;
    std::string says;
  };
  for (const Row& row : std::vector<Row>{
           {{"peace", "--timeline", "decade"}, 2, "take one of year, month, week, day"},
           {{"peace", "--compare", "trade"}, 2, "--compare needs --timeline UNIT"},
           {{"peace", "--bars", "rate"}, 2, "--bars needs --timeline UNIT"},
           {{"peace", "--format", "svg"}, 2, "--format svg needs --timeline UNIT"},
           {{"peace", "--timeline", "year", "--format", "jsonl"}, 2, "--timeline needs --format"},
           {{"peace", "--timeline", "year", "--compare", "nofield:x"}, 2, "nofield"},
           {{"peace", "--timeline", "year", "--year", "1850", "--format", "csv"}, 1, "the index has statements from"},
           {{"zzzzqqq", "--timeline", "year", "--limit", "0"}, 1, "Nothing matched"}}) {
    const ProcessResult result = sample_index().find(row.arguments);
    CAPTURE(row.says);
    CHECK(result.exit_code == row.exit_code);
    CHECK((result.err + result.out).find(row.says) != std::string::npos);
  }
}
