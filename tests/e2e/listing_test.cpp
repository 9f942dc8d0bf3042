// SPDX-License-Identifier: GPL-3.0-or-later
// find --all and --columns: every match as a row, whatever stands in a title.
#include <doctest/doctest.h>

#include <algorithm>
#include <sstream>

#include "tests/support/test_index.h"

using namespace communique::tests;
using nlohmann::json;

namespace {

using Cells = std::vector<std::string>;

/// A reader of RFC 4180 of its own: quotation marks doubled, line ends within them.
std::vector<Cells> read_csv(const std::string& text) {
  std::vector<Cells> rows(1, Cells(1));
  bool quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    std::string& cell = rows.back().back();
    if (quoted) {
      if (text[i] != '"') {
        cell += text[i];
      } else if (i + 1 < text.size() && text[i + 1] == '"') {
        cell += text[i++];
      } else {
        quoted = false;
      }
    } else if (text[i] == '"') {
      CHECK(cell.empty());
      quoted = true;
    } else if (text[i] == ',') {
      rows.back().emplace_back();
    } else if (text[i] == '\r') {
      CHECK(text[++i] == '\n');
      rows.emplace_back(1);
    } else {
      CHECK(text[i] != '\n');
      cell += text[i];
    }
  }
  CHECK(rows.back() == Cells{""});
  rows.pop_back();
  return rows;
}

ProcessResult all(const TestIndex& index, const std::string& query, std::vector<std::string> more) {
  more.insert(more.begin(), {query, "--all"});
  return index.find(more);
}

const std::vector<json> kHostile = {
    {{"id", "a"}, {"title", "=HYPERLINK(\"http://x\",\"y\")"}, {"date", "2021-03-01"}, {"text", "The harbour opened."}},
    {{"id", "b"}, {"title", "He said \"no\", and left"}, {"date", "2020"}, {"text", "The harbour closed.\nIt rained."}},
    {{"id", "c"}, {"title", "+1 -1"}, {"text", "@all: the harbour is quiet,\r\n\"quiet\"."}},
    {{"id", "d"},
     {"title", "-cmd|' /C calc'!A0"},
     {"date", "2021-02"},
     {"speaker", "@SUM(A1)"},
     {"text", "A harbour\tstill."}},
};

}  // namespace

TEST_CASE("all matches as CSV are as many rows as matches, and no cell begins as a formula does") {
  const TestIndex index;
  index.add_records(kHostile);
  const ProcessResult result =
      all(index, "harbour", {"--format", "csv", "--columns", "statement_id,title,speaker,text"});
  REQUIRE(result.exit_code == 0);
  const std::vector<Cells> rows = read_csv(result.out);
  REQUIRE(rows.size() == 5);
  CHECK(rows[0] == Cells{"statement_id", "title", "speaker", "text"});
  CHECK(rows[1][0] == "b");  // oldest first; 2020 before 2021, undated last
  CHECK(rows[4][0] == "c");
  CHECK(rows[1][1] == "He said \"no\", and left");
  CHECK(rows[1][3] == "The harbour closed.\nIt rained.");
  for (const Cells& row : rows) {
    CHECK(row.size() == 4);
    for (const std::string& cell : row) {
      CHECK_MESSAGE((cell.empty() || std::string("=+-@\t\r").find(cell[0]) == std::string::npos), cell);
    }
  }
}

TEST_CASE("all matches are those that a page without bounds lists") {
  for (const std::string query :
       {"olympics", "\"new year\"", "trade OR peace", "said-by:putin the", "country:france"}) {
    CAPTURE(query);
    const TestIndex& index = sample_index();
    const json page = index.find_json({query, "--per-statement", "0", "--limit", "1000"});
    std::vector<std::string> expected;
    for (const json& hit : page["hits"]) {
      if (!hit["partial"]) expected.push_back(hit["passage"]["id"]);
    }
    std::vector<std::string> found;
    for (const Cells& row : read_csv(all(index, query, {"--format", "csv", "--columns", "passage_id"}).out)) {
      found.push_back(row[0]);
    }
    REQUIRE(!found.empty());
    found.erase(found.begin());
    CHECK(sorted(found) == sorted(expected));
  }
}

TEST_CASE("JSON Lines of all matches are the hits of a page, each with its place in the list") {
  const TestIndex& index = sample_index();
  const ProcessResult result = all(index, "olympics", {"--format", "jsonl"});
  const json page = index.find_json({"olympics", "--per-statement", "0", "--limit", "1000", "--sort", "date"});
  std::map<std::string, json> by_id;
  for (const json& hit : page["hits"]) by_id[hit["passage"]["id"]] = hit;
  std::size_t rank = 0;
  std::istringstream lines(result.out);
  for (std::string line; std::getline(lines, line);) {
    const json hit = json::parse(line);
    CHECK(hit["rank"] == ++rank);
    const json& same = by_id.at(hit["passage"]["id"]);
    CHECK(hit["passage"] == same["passage"]);
    CHECK(hit["statement"] == same["statement"]);
  }
  CHECK(rank == by_id.size());
}

TEST_CASE("columns are chosen by name, for pages, exports and JSON Lines alike") {
  const TestIndex index;
  index.add_records(kHostile);
  const ProcessResult page =
      index.find({"harbour", "--format", "tsv", "--columns", "rank,year,month,title", "--sort", "date"});
  CHECK(page.out.starts_with("rank\tyear\tmonth\ttitle\n1\t2020\t\tHe said \"no\", and left\n"));
  const ProcessResult lines = all(
      index, "harbour", {"--format", "jsonl", "--columns", "statement_id,year,speaker,highlights", "--sort", "-date"});
  CHECK(lines.out.starts_with(R"({"statement_id":"a","year":2021,"speaker":null,"highlights":"harbour"})"
                              "\n"));
}

TEST_CASE("what can not be listed so is refused with what to write instead") {
  struct Wrong {
    std::vector<std::string> arguments;
    const char* says;
  };
  for (const Wrong& wrong : std::vector<Wrong>{
           {{"the", "--all", "--format", "csv", "--columns", "speeker"}, "did you mean speaker?"},
           {{"the", "--all", "--format", "csv", "--columns", "speeker"}, "said_by_ids"},
           {{"the", "--all", "--format", "csv", "--columns", "score"}, "not to --all"},
           {{"the", "--format", "csv", "--columns", "left"}, "give --kwic"},
           {{"the", "--format", "csv", "--columns", "date,date"}, "named twice"},
           {{"the", "--format", "csv", "--columns", ""}, "--columns needs a value"},
           {{"the", "--format", "json", "--columns", "date"}, "--columns needs --format csv"},
           {{"the", "--all"}, "--all needs --format csv, tsv or jsonl"},
           {{"the", "--all", "--format", "json"}, "--all needs"},
           {{"the", "--all", "--format", "trec"}, "--all needs"},
           {{"the", "--all", "--format", "csv", "--sort", "relevance"}, "--all lists by date"},
           {{"the", "--all", "--format", "csv", "--limit", "5"}, "--limit does not go with --all"},
           {{"the", "--sample", "5"}, "--kwic"},
       }) {
    CAPTURE(wrong.says);
    const ProcessResult result = sample_index().find(wrong.arguments);
    CHECK(result.exit_code == 2);
    CHECK(result.out.empty());
    CHECK_MESSAGE(result.err.find(wrong.says) != std::string::npos, result.err);
  }
}

TEST_CASE("nothing matched: the header alone, and exit code 1") {
  const ProcessResult result = all(sample_index(), "zzyzx", {"--format", "csv", "--columns", "date,text"});
  CHECK(result.exit_code == 1);
  CHECK(result.out == "date,text\r\n");
}

TEST_CASE("a reader who leaves is quiet, a full disk is not") {
  const std::string command = searcher_binary() + " find the --all --format jsonl --index " + sample_index().path();
  const ProcessResult left = run({"/bin/bash", "-c", "set -o pipefail; " + command + " | head -n 1 | wc -l"});
  CHECK(left.exit_code == 0);
  CHECK(left.err.empty());
  CHECK(left.out.find('1') != std::string::npos);
  const ProcessResult full = run({"/bin/bash", "-c", command + " > /dev/full"});
  CHECK(full.exit_code == 3);
  CHECK(full.err.find("the output is incomplete") != std::string::npos);
}
