// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include <nlohmann/json.hpp>

#include "searcher/listing/row_writer.h"
#include "searcher/render/numbers.h"
#include "searcher/render/render.h"
#include "searcher/show.h"

using namespace communique;
using namespace communique::searcher;

namespace {

Hit sample_hit() {
  Hit hit;
  hit.rank = 1;
  hit.score = 7.25;
  hit.statement.id = "call-1";
  hit.statement.title = "Telephone call";
  hit.statement.date = {2021, 12, 31};
  hit.statement.date_origin = schema::DateOrigin::Metadata;
  hit.statement.country = "RUS";
  hit.statement.speaker = "A. Speaker";
  hit.statement.passages = 3;
  hit.statement.leaders = {{"jan-novak", "Jan Novák"}};
  hit.passage.text = "Señor Novák spoke of trade.\nTrade grows.";
  hit.passage.number = 2;
  hit.passage.sentence_starts = {0, 30};
  hit.passage.mentions = {{"jan-novak", 7, 13}};
  hit.passage_id = "call-1#2";
  hit.highlights = {{23, 28}, {30, 35}};
  hit.more_passages = 1;
  hit.duplicates = 2;
  return hit;
}

SearchResult sample() {
  SearchResult result;
  result.query = "trade";
  result.parsed = "trade";
  result.total_passages = 2;
  result.total_statements = 1;
  result.exact = true;
  result.hits = {sample_hit()};
  return result;
}

std::string text_of(const SearchResult& result, TextStyle style = {}) {
  std::string out;
  render_text(result, style, out);
  return out;
}

}  // namespace

TEST_CASE("numbers are grouped, and what is counted has its plural") {
  CHECK(grouped(0) == "0");
  CHECK(grouped(999) == "999");
  CHECK(grouped(1000) == "1,000");
  CHECK(grouped(1234567) == "1,234,567");
  CHECK(counted(0, "passage") == "0 passages");
  CHECK(counted(1, "passage") == "1 passage");
  CHECK(counted(12345, "passage") == "12,345 passages");
  CHECK(counted(1, "match") == "1 match");
  CHECK(counted(421, "match") == "421 matches");
}

TEST_CASE("JSON has the documented keys and counts offsets in code points") {
  std::string out;
  SearchResult result = sample();
  result.notices = {{"a note", 3}};
  render_json(result, nullptr, out);
  REQUIRE(out.back() == '\n');
  const auto json = nlohmann::json::parse(out);
  CHECK(json["api_version"] == 1);
  CHECK(json["query"]["notices"] == nlohmann::json::array({"a note"}));
  CHECK(json["total"] == nlohmann::json({{"passages", 2}, {"statements", 1}, {"exact", true}, {"undated_left_out", 0}, {"partial", 0}}));
  const auto& hit = json["hits"][0];
  CHECK(hit["passage"]["highlights"] == nlohmann::json({{21, 26}, {28, 33}}));
  CHECK(hit["passage"]["mentions"][0] ==
        nlohmann::json({{"leader", "jan-novak"}, {"name", "Jan Novák"}, {"start", 6}, {"end", 11}}));
  CHECK(hit["passage"]["said_by"].empty());
  CHECK(hit["statement"]["date"] == "2021-12-31");
  CHECK(hit["statement"]["url"].is_null());
  CHECK(hit["more_passages"] == 1);
  CHECK(hit["duplicates"] == 2);
  CHECK(json["partial_shards"].empty());
}

TEST_CASE("JSON stays valid whatever bytes a record holds") {
  SearchResult result = sample();
  result.hits[0].statement.title = "cut \xe2\x82 \x1b and \"quoted\"";
  std::string out;
  render_json(result, nullptr, out);
  CHECK(nlohmann::json::accept(out));
}

TEST_CASE("JSON Lines have one line per hit and name their topic") {
  SearchResult result = sample();
  result.hits.push_back(sample_hit());
  std::string out;
  render_jsonl(result, "t7", out);
  CHECK(std::count(out.begin(), out.end(), '\n') == 2);
  CHECK(nlohmann::json::parse(out.substr(0, out.find('\n')))["topic"] == "t7");
}

TEST_CASE("an undated statement has a null date and is said to be undated") {
  SearchResult result = sample();
  result.hits[0].statement.date_origin = schema::DateOrigin::None;
  std::string out;
  render_json(result, nullptr, out);
  CHECK(nlohmann::json::parse(out)["hits"][0]["statement"]["date"].is_null());
  CHECK(text_of(result).find("undated") != std::string::npos);
}

TEST_CASE("CSV cells are quoted, and none begins as a formula does") {
  SearchResult result = sample();
  result.hits[0].statement.title = "=HYPERLINK(\"http://x\")";
  result.hits[0].statement.speaker = "@sum";
  result.hits[0].statement.source = "-1";
  RowWriter writer(RowFormat::Csv, usual_columns(Listing::Page));
  std::string out;
  render_rows(result, writer, out);
  CHECK(out.starts_with("rank,score,partial,"));
  CHECK(out.find("\"'=HYPERLINK(\"\"http://x\"\")\"") != std::string::npos);
  CHECK(out.find("\"'@sum\"") != std::string::npos);
  CHECK(out.find("\"'-1\"") != std::string::npos);
  CHECK(out.find("\"Señor Novák spoke of trade.\nTrade grows.\"\r\n") != std::string::npos);
}

TEST_CASE("TSV has one line per hit and as many tabs as the header") {
  SearchResult result = sample();
  result.hits[0].statement.title = "a\tb\nc";
  RowWriter writer(RowFormat::Tsv, usual_columns(Listing::Page));
  std::string out;
  render_rows(result, writer, out);
  CHECK(std::count(out.begin(), out.end(), '\n') == 2);
  CHECK(std::count(out.begin(), out.end(), '\t') == 2 * std::ssize(writer.columns()) - 2);
}

TEST_CASE("TREC lines name the passage, or the statement where statements are listed") {
  SearchResult result = sample();
  std::string out;
  render_trec(result, "q 1", "run", out);
  CHECK(out == "q%201 Q0 call-1#2 1 7.25 run\n");
  result.unit = Unit::Statement;
  out.clear();
  render_trec(result, "q1", "run", out);
  CHECK(out == "q1 Q0 call-1 1 7.25 run\n");
}

TEST_CASE("text shows title, date, country, speaker, id, passage, more passages and totals") {
  const std::string out = text_of(sample());
  for (const char* part :
       {"1.  Telephone call\n", "2021-12-31 · RUS · A. Speaker · call-1#2", "Novák spoke of trade. Trade grows.",
        "+1 more passage of this statement", "2 passages in 1 statement"}) {
    CHECK_MESSAGE(out.find(part) != std::string::npos, part);
  }
  CHECK(out.find('\x1b') == std::string::npos);
}

TEST_CASE("text marks matches in colour and nothing of a record steers the terminal") {
  SearchResult result = sample();
  result.hits[0].statement.title = "evil \x1b[2J title";
  result.hits[0].passage.text += "\x1b]0;x\x07";
  const std::string out = text_of(result, {.colour = true});
  CHECK(out.find("trade\x1b[0m") != std::string::npos);
  CHECK(out.find("\x1b[2J") == std::string::npos);
  CHECK(out.find("\x1b]") == std::string::npos);
}

TEST_CASE("partial matches stand under a line that says so") {
  SearchResult result = sample();
  result.hits.push_back(sample_hit());
  result.hits[1].partial = true;
  result.hits[1].rank = 2;
  result.partial_total = 1;
  const std::string out = text_of(result);
  CHECK(out.find("Passages with some of the words") != std::string::npos);
  CHECK(out.find("1 more with some of the words") != std::string::npos);
}

TEST_CASE("text survives a narrow terminal") {
  for (std::size_t width = 20; width < 40; ++width) CHECK(!text_of(sample(), {.width = width}).empty());
}

TEST_CASE("a shown statement gives its whole text, passages and names") {
  ShownStatement shown;
  shown.statement = sample_hit().statement;
  shown.statement.extra = R"({"persons":["x"]})";
  shown.passages = {sample_hit().passage, sample_hit().passage};
  shown.passages[1].number = 3;
  std::string out;
  render_shown_json(shown, false, out);
  const auto json = nlohmann::json::parse(out);
  CHECK(json["statement"]["extra"]["persons"][0] == "x");
  CHECK(json["passages"][1]["start"] == 40);
  CHECK(json["passages"][1]["id"] == "call-1#3");
  out.clear();
  render_shown_text(shown, {}, out);
  CHECK(out.find("Names: Jan Novák") != std::string::npos);
}
