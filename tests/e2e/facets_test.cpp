// SPDX-License-Identifier: GPL-3.0-or-later
// Facets against what the hits themselves say, one by one, and against the same query narrowed by a value.
#include <doctest/doctest.h>

#include <set>
#include <sstream>

#include "schema/words.h"
#include "tests/support/test_index.h"

using namespace communique::tests;
using nlohmann::json;

namespace {

struct Counts {
  std::uint64_t statements = 0;
  std::uint64_t passages = 0;
  bool operator==(const Counts&) const = default;
};
using Tally = std::map<std::string, Counts>;

const std::vector<std::string> kQueries = {
    "olympics",        "the",   "\"new year\"",     "trade OR peace", "said-by:putin the",
    "minister -china", "pres*", "country:france de"};

/// The values of a hit's field; several for who says something and who is named.
std::set<std::string> values_of(const json& hit, const std::string& field) {
  const json& statement = hit["statement"];
  std::set<std::string> values;
  if (field == "said-by" || field == "mentions") {
    for (const json& one : hit["passage"][field == "said-by" ? "said_by" : "mentions"]) {
      if (one["leader"].is_string()) values.insert(one["leader"]);
    }
    return values;
  }
  const std::string key = field == "year" || field == "month" ? "date" : field;
  if (!statement[key].is_string()) return values;
  const std::string value = statement[key];
  if (field == "year")
    values.insert(value.substr(0, 4));
  else if (field == "source")
    values.insert(communique::schema::fold_value(value));  // one source in two spellings is one
  else if (field != "month")
    values.insert(value);
  else if (value.size() >= 7)
    values.insert(value.substr(0, 7));
  return values;
}

/// Counted hit by hit; "" has no value.
Tally by_hand(const std::string& query, const std::string& field) {
  const json found = sample_index().find_json({query, "--by", "passage", "--per-statement", "0", "--limit", "1000"});
  std::map<std::string, std::set<std::string>> statements;
  std::set<std::string> with_value;
  Tally tally;
  for (const json& hit : found["hits"]) {
    if (hit["partial"]) continue;
    std::set<std::string> values = values_of(hit, field);
    if (!values.empty()) with_value.insert(hit["statement"]["id"]);
    if (values.empty()) values.insert("");
    for (const std::string& value : values) {
      statements[value].insert(hit["statement"]["id"]);
      ++tally[value].passages;
    }
  }
  for (const std::string& id : with_value) statements[""].erase(id);
  for (const auto& [value, ids] : statements) tally[value].statements = ids.size();
  if (tally[""] == Counts{}) tally.erase("");
  return tally;
}

Counts counts_of(const json& counts) { return {counts["statements"], counts["passages"]}; }

json facet_of(const std::string& query, const std::string& field, const std::string& values = "1000") {
  const json found =
      sample_index().find_json({query, "--by", "passage", "--limit", "1", "--facet", field, "--facet-values", values});
  REQUIRE(found["facets"].size() == 1);
  return found["facets"][0];
}

Tally by_facet(const std::string& query, const std::string& field) {
  const json facet = facet_of(query, field);
  Tally tally;
  for (const json& value : facet["values"]) {
    const bool printed = field == "type" || field == "month";
    tally[value[printed ? "label" : "value"]] = counts_of(value);
  }
  if (const Counts none = counts_of(facet["none"]); none != Counts{}) tally[""] = none;
  return tally;
}

}  // namespace

TEST_CASE("facets are what counting hit by hit gives") {
  for (const std::string& query : kQueries) {
    for (const std::string& field : std::initializer_list<std::string>{"country", "year", "month", "type", "source",
                                                                       "lang", "said-by", "mentions"}) {
      CAPTURE(query);
      CAPTURE(field);
      const Tally expected = by_hand(query, field);
      const Tally facet = by_facet(query, field);
      REQUIRE(facet.size() == expected.size());
      for (const auto& [value, counts] : expected) {
        CAPTURE(value);
        REQUIRE(facet.contains(value));
        CHECK(facet.at(value).statements == counts.statements);
        CHECK(facet.at(value).passages == counts.passages);
      }
    }
  }
}

TEST_CASE("a value's counts are the totals of the query narrowed by it, for filters alone too") {
  for (const std::string query : {"the", "olympics", "year:2021..2023"}) {
    for (const std::string field : {"speaker", "country", "type"}) {
      const json found = sample_index().find_json({query, "--facet", field, "--facet-values", "1000"});
      REQUIRE_FALSE(found["facets"][0]["values"].empty());
      for (const json& value : found["facets"][0]["values"]) {
        const std::string label = value["label"];
        CAPTURE(query);
        CAPTURE(label);
        const json narrowed = sample_index().find_json({query, "--" + field, label});
        CHECK(narrowed["total"]["statements"] == value["statements"]);
        CHECK(narrowed["total"]["passages"] == value["passages"]);
      }
    }
  }
}

TEST_CASE("values beyond those listed are summed, most statements come first") {
  const json all = facet_of("the", "year");
  const json two = facet_of("the", "year", "2");
  REQUIRE(all["values"].size() > 3);
  REQUIRE(two["values"].size() == 2);
  CHECK(two["values"][0] == all["values"][0]);
  CHECK(two["others"]["values"] == all["values"].size() - 2);
  CHECK(all["others"]["values"] == 0);
  std::uint64_t rest = 0;
  for (std::size_t i = 0; i < all["values"].size(); ++i) {
    const std::uint64_t statements = all["values"][i]["statements"];
    if (i >= 2) rest += statements;
    if (i > 0) CHECK(statements <= all["values"][i - 1]["statements"].get<std::uint64_t>());
  }
  CHECK(two["others"]["statements"] == rest);
}

TEST_CASE("several facets come in the order asked for, in text as tables") {
  const auto text = sample_index().find({"olympics", "--facet", "year", "--facet", "said-by", "--facet", "year"});
  CHECK(text.exit_code == 0);
  const std::size_t year = text.out.find("year  statements  passages");
  const std::size_t said = text.out.find("said-by ");
  CHECK(year != std::string::npos);
  CHECK(said != std::string::npos);
  CHECK(year < said);
  CHECK(text.out.find("year  statements", year + 1) == std::string::npos);
}

TEST_CASE("what can not be counted is refused with what can") {
  struct Row {
    std::vector<std::string> arguments;
    std::string message;
  };
  for (const Row& row : {Row{{"the", "--facet", "colour"}, "speaker, said-by, mentions"},
                         Row{{"the", "--facet", "year", "--format", "csv"}, "--format text or json"},
                         Row{{"the", "--facet-values", "3"}, "needs --facet"},
                         Row{{"the", "--facet", "year", "--facet-values", "0"}, "--facet-values"}}) {
    const auto result = sample_index().find(row.arguments);
    CHECK(result.exit_code == 2);
    CHECK(result.out.empty());
    CHECK_MESSAGE(result.err.find(row.message) != std::string::npos, result.err);
  }
  const json nothing = sample_index().find_json({"xyzzyq", "--facet", "year"});
  CHECK(nothing["facets"][0]["values"].empty());
}

TEST_CASE("a facet fits a terminal of 20 columns: the passages' column goes") {
  const ProcessResult result = run({searcher_binary(), "find", "the", "--facet", "country", "--limit", "0", "--index",
                                    sample_index().path()},
                                   {}, {"COLUMNS=20"});
  std::istringstream lines(result.out.substr(result.out.find("country")));
  for (std::string line; std::getline(lines, line);) {
    CAPTURE(line);
    std::size_t columns = 0;
    for (const char c : line) columns += (static_cast<unsigned char>(c) & 0xC0) != 0x80 ? 1 : 0;
    CHECK(columns <= 20);
  }
}
