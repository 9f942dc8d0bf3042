// SPDX-License-Identifier: GPL-3.0-or-later
// Concordances: lines aligned on the match, sorted, grouped, sampled, in any script and width.
#include <doctest/doctest.h>

#include <algorithm>
#include <functional>
#include <set>
#include <sstream>

#include "searcher/render/wrap.h"
#include "tests/support/test_index.h"

using namespace communique::tests;
using nlohmann::json;

namespace {

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

std::vector<json> kwic(const TestIndex& index, const std::string& query, std::vector<std::string> more = {}) {
  more.insert(more.begin(), {query, "--kwic", "--format", "jsonl"});
  std::vector<json> rows;
  for (const std::string& line : lines_of(index.find(more).out)) rows.push_back(json::parse(line));
  return rows;
}

std::string lower(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) { return std::tolower(c); });
  return text;
}

}  // namespace

TEST_CASE("each match is a line with the words around it, across the passage's ends too") {
  const TestIndex index;
  std::string text;
  for (int i = 0; i < 190; ++i) text += "word" + std::to_string(i) + ' ';
  text += "ends here. Harbour begins the second sentence.";
  for (int i = 0; i < 40; ++i) text += " tail" + std::to_string(i);
  index.add_records({{{"id", "long"}, {"text", text + "."}}});
  const std::vector<json> rows =
      kwic(index, "harbour", {"--context", "3", "--columns", "left,match,right,start,end,passage_id"});
  REQUIRE(rows.size() == 1);
  CHECK(rows[0]["left"] == "word189 ends here.");
  CHECK(rows[0]["match"] == "Harbour");
  CHECK(rows[0]["right"] == "begins the second");
  CHECK(rows[0]["passage_id"] == "long#2");
  CHECK(rows[0]["end"].get<int>() - rows[0]["start"].get<int>() == 7);
}

TEST_CASE("phrases, prefixes and words near one another are one line each") {
  struct Asked {
    const char* query;
    std::vector<std::string> matches;
  };
  const TestIndex index;
  index.add_records(
      {{{"id", "a"}, {"text", "Trade grows. Fair trade and open borders help trading peoples; peace, then trade."}}});
  for (const Asked& asked : std::vector<Asked>{
           {"\"fair trade\"", {"Fair trade"}},
           {"trad*", {"Trade", "trade", "trading", "trade"}},
           {"=trade NEAR/4 borders", {"trade and open borders"}},
           {"=trade NEAR/2 peace", {"peace, then trade"}},
           {"peace ADJ/3 =trade", {"peace, then trade"}},
           {"fair OR peace", {"Fair", "peace"}},
       }) {
    CAPTURE(asked.query);
    std::vector<std::string> matches;
    for (const json& row : kwic(index, asked.query)) matches.push_back(row["match"]);
    CHECK(matches == asked.matches);
  }
}

TEST_CASE("the lines are all highlights of all matching passages") {
  for (const std::string query : {"trade", "\"new year\"", "presid*", "said-by:putin cooperation"}) {
    CAPTURE(query);
    const json page = sample_index().find_json({query, "--per-statement", "0", "--limit", "1000", "--by", "passage"});
    std::size_t expected = 0;
    for (const json& hit : page["hits"]) expected += hit["partial"] ? 0 : hit["passage"]["highlights"].size();
    CHECK(kwic(sample_index(), query).size() == expected);
  }
}

TEST_CASE("lines are sorted by the words of one side, from the match outwards or by one of them alone") {
  struct Sorted {
    const char* order;
    std::function<std::string(const json&)> key;
  };
  const auto word = [](const std::string& text, std::size_t number, bool from_end) {
    std::istringstream stream(lower(text));
    std::vector<std::string> words;
    for (std::string one; stream >> one;) {
      std::erase_if(one, [](unsigned char c) { return std::ispunct(c); });
      if (!one.empty()) words.push_back(one);
    }
    if (number >= words.size()) return std::string();
    return from_end ? words[words.size() - 1 - number] : words[number];
  };
  for (const Sorted& sorted : std::vector<Sorted>{
           {"left", [&](const json& row) { return word(row["left"], 0, true); }},
           {"left2", [&](const json& row) { return word(row["left"], 1, true); }},
           {"right", [&](const json& row) { return word(row["right"], 0, false); }},
           {"right3", [&](const json& row) { return word(row["right"], 2, false); }},
           {"match", [&](const json& row) { return lower(row["match"]); }},
           {"date", [](const json& row) { return row["date"].is_null() ? "9999" : row["date"].get<std::string>(); }},
       }) {
    CAPTURE(sorted.order);
    const TestIndex index;
    index.add_records(
        {{{"id", "a"},
          {"date", "2021"},
          {"text", "Old trade helps new people. New trading hurts poor farmers. Big trades end."}},
         {{"id", "b"}, {"date", "2019"}, {"text", "All trade is good work. Any trade we know may fail some."}}});
    const std::vector<json> rows = kwic(index, "trade", {"--sort", sorted.order});
    CHECK(rows.size() == 5);
    CHECK(std::is_sorted(rows.begin(), rows.end(),
                         [&](const json& a, const json& b) { return sorted.key(a) < sorted.key(b); }));
  }
}

TEST_CASE("a sample is the same for the same seed, another for another, and a part of all lines") {
  const TestIndex& index = sample_index();
  const auto drawn = [&](const char* seed) {
    const ProcessResult result = index.find({"the", "--kwic", "--format", "csv", "--sample", "20", "--seed", seed});
    return result.out;
  };
  CHECK(drawn("7") == drawn("7"));
  CHECK(drawn("7") != drawn("8"));
  const std::vector<std::string> some = lines_of(drawn("7"));
  const std::vector<std::string> all = lines_of(index.find({"the", "--kwic", "--format", "csv"}).out);
  CHECK(some.size() == 21);
  auto at = all.begin();
  for (const std::string& line : some) {
    at = std::find(at, all.end(), line);  // in the order of all
    CHECK(at != all.end());
  }
}

TEST_CASE("groups hold each line under its value, with what has none last") {
  const ProcessResult result = sample_index().find({"peace", "--kwic", "--format", "json", "--group", "year"});
  const json found = json::parse(result.out);
  CHECK(found["api_version"] == 1);
  CHECK(found["found"] == found["lines"].size());
  std::map<std::string, std::size_t> counts;
  for (const json& line : found["lines"]) {
    ++counts[line["group"]];
    CHECK(line["group"] == (line["date"].is_null() ? "" : line["date"].get<std::string>().substr(0, 4)));
  }
  std::string former;
  for (const json& group : found["groups"]) {
    const std::string label = group["group"].is_null() ? "" : group["group"].get<std::string>();
    CHECK(group["lines"] == counts[label]);
    CHECK((label.empty() || former < label));
    former = label;
  }
  const ProcessResult text = sample_index().find({"the", "--format", "kwic", "--group", "country"});
  CHECK(text.out.find(" lines)\n") != std::string::npos);
}

TEST_CASE("matches stand under one another at any width, in any script") {
  for (const std::string columns : {"20", "40", "80", "140"}) {
    for (const std::string query : {"trade", "peace", "мир*", "和平", "année"}) {
      CAPTURE(columns);
      CAPTURE(query);
      const ProcessResult result = run(
          {searcher_binary(), "find", query, "--format", "kwic", "--columns", "date", "--index", sample_index().path()},
          {}, {"COLUMNS=" + columns});
      const std::vector<json> rows = kwic(sample_index(), query);
      const std::vector<std::string> lines = lines_of(result.out);
      REQUIRE(lines.size() == rows.size());
      std::set<std::size_t> starts;
      for (std::size_t i = 0; i < lines.size(); ++i) {
        const std::string match = rows[i]["match"];
        std::set<std::size_t> places;
        for (std::size_t at = lines[i].find(match); at != std::string::npos; at = lines[i].find(match, at + 1)) {
          places.insert(communique::searcher::display_width(lines[i].substr(0, at)));
        }
        if (i == 0) starts = places;
        std::erase_if(starts, [&](std::size_t place) { return !places.contains(place); });
        CHECK(communique::searcher::display_width(lines[i]) <= std::max<std::size_t>(std::stoul(columns), 30));
      }
      CHECK((lines.empty() || !starts.empty()));  // one column where every line has its match
    }
  }
}

TEST_CASE("what has nothing to align on, or no such order, is refused") {
  struct Wrong {
    std::vector<std::string> arguments;
    const char* says;
  };
  for (const Wrong& wrong : std::vector<Wrong>{
           {{"country:france", "--format", "kwic"}, "filters only"},
           {{"--year", "2021", "--kwic", "--format", "csv"}, "filters only"},
           {{"the", "--format", "kwic", "--sort", "sideways"}, "left1"},
           {{"the", "--format", "kwic", "--group", "mood"}, "take one of speaker"},
           {{"the", "--format", "kwic", "--seed", "3"}, "--seed needs --sample"},
           {{"the", "--kwic", "--format", "trec"}, "a concordance needs"},
           {{"the", "--kwic", "--all", "--format", "csv"}, "--all does not go with a concordance"},
           {{"the", "--kwic", "--format", "csv", "--columns", "rank"}, "no column \"rank\" here"},
       }) {
    CAPTURE(wrong.says);
    const ProcessResult result = sample_index().find(wrong.arguments);
    CHECK(result.exit_code == 2);
    CHECK(result.out.empty());
    CHECK_MESSAGE(result.err.find(wrong.says) != std::string::npos, result.err);
  }
  CHECK(sample_index().find({"zzyzx", "--format", "kwic"}).exit_code == 1);
}

TEST_CASE("a limit and an offset cut the list of lines, sorted or not") {
  for (const std::vector<std::string>& more : {std::vector<std::string>{}, {"--sort", "left"}, {"--group", "year"}}) {
    const std::vector<json> all = kwic(sample_index(), "the", more);
    std::vector<std::string> cut = more;
    cut.insert(cut.end(), {"--limit", "3", "--offset", "2"});
    const std::vector<json> some = kwic(sample_index(), "the", cut);
    REQUIRE(all.size() > 5);
    CHECK(some == std::vector<json>(all.begin() + 2, all.begin() + 5));
  }
}
