// SPDX-License-Identifier: GPL-3.0-or-later
// Search over real indexes, made by communique-indexer and read in process.
#include "searcher/search.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "tests/support/test_index.h"

using namespace communique;
using namespace communique::searcher;
using nlohmann::json;

namespace {

json record(const std::string& id, const std::string& date, const std::string& text) {
  json record = {{"id", id}, {"text", text}, {"lang", "en"}, {"country", "FRA"}, {"title", "Title of " + id}};
  if (!date.empty()) record["date"] = date;
  return record;
}

std::string repeated(const std::string& sentence, int times) {
  std::string text;
  for (int i = 0; i < times; ++i) text += sentence + " ";
  return text;
}

/// Statements of one to six passages that speak of harbours; some undated, some equal but for id or date.
std::vector<json> harbour_records() {
  std::vector<json> records;
  for (int i = 0; i < 30; ++i) {
    const std::string number = std::to_string(100 + i);
    const std::string date = i % 7 == 3 ? "" : "20" + std::to_string(10 + i % 5) + "-03-0" + std::to_string(1 + i % 9);
    const std::string filling = repeated("The ministers met again and spoke at length of grain and of timber.", 4);
    const std::string text =
        repeated("Ships came to the harbour of the old town. " + filling + "A lighthouse was built.", 1 + 4 * (i % 5));
    records.push_back(record("s" + number, date, text));
  }
  for (const char* twin : {"twin-b", "twin-a", "twin-c"}) {
    records.push_back(
        record(twin, twin == std::string("twin-c") ? "2016-01-01" : "2015-01-01", "The ferry left the pier."));
  }
  return records;
}

const tests::TestIndex& harbours() {
  static const tests::TestIndex index;
  static const json summary = index.add_records(harbour_records());
  return index;
}

SearchRequest request(const std::string& query, std::size_t limit = 10) {
  SearchRequest request;
  request.query = query;
  request.limit = limit;
  request.all_versions = true;  // the harbours are alike on purpose
  return request;
}

SearchResult run(const tests::TestIndex& of, const SearchRequest& request) {
  OpenIndex index(of.path());
  const Result<SearchResult> result = search(index, request);
  REQUIRE(result);
  return *result;
}

tests::Ids statement_ids(const SearchResult& result) {
  tests::Ids ids;
  for (const Hit& hit : result.hits) ids.push_back(hit.statement.id);
  return ids;
}

}  // namespace

TEST_CASE("pages join without gap or overlap, and account for every match") {
  std::vector<std::string> paged;
  std::uint64_t accounted = 0;
  SearchRequest page = request("harbour", 7);
  SearchResult result;
  for (page.offset = 0;; page.offset += page.limit) {
    result = run(harbours(), page);
    if (result.hits.empty()) break;
    for (const Hit& hit : result.hits) {
      CHECK(hit.rank == paged.size() + 1);
      paged.push_back(hit.passage_id);
      accounted += 1 + hit.more_passages;
    }
  }
  CHECK(result.exact);
  CHECK(paged.size() == result.total_statements);
  CHECK(accounted == result.total_passages);
  const SearchResult whole = run(harbours(), request("harbour", 1000));
  REQUIRE(whole.hits.size() == paged.size());
  for (std::size_t i = 0; i < paged.size(); ++i) CHECK(whole.hits[i].passage_id == paged[i]);
}

TEST_CASE("as many passages of a statement are shown as asked for") {
  SearchRequest all = request("harbour", 1000);
  all.per_statement = 0;
  const SearchResult result = run(harbours(), all);
  CHECK(result.hits.size() == result.total_passages);
  CHECK(result.total_passages > result.total_statements);
  SearchRequest two = request("harbour", 1000);
  two.per_statement = 2;
  const tests::Ids ids = statement_ids(run(harbours(), two));
  for (const std::string& id : ids) CHECK(std::count(ids.begin(), ids.end(), id) <= 2);
}

TEST_CASE("the best passage stands for its statement") {
  SearchRequest all = request("lighthouse", 1000);
  all.per_statement = 0;
  std::set<std::string> seen;
  std::vector<std::string> best;
  for (const Hit& hit : run(harbours(), all).hits) {
    if (seen.insert(hit.statement.id).second) best.push_back(hit.passage_id);
  }
  std::vector<std::string> shown;
  for (const Hit& hit : run(harbours(), request("lighthouse", 1000)).hits) shown.push_back(hit.passage_id);
  CHECK(shown == best);
}

TEST_CASE("equals come newest first, then by id") {
  CHECK(statement_ids(run(harbours(), request("ferry"))) == tests::Ids{"twin-c", "twin-a", "twin-b"});
  CHECK(statement_ids(run(harbours(), request("ferry", 2))) == tests::Ids{"twin-c", "twin-a"});
}

TEST_CASE("dates sort both ways, undated last") {
  for (const SortOrder order : {SortOrder::DateAscending, SortOrder::DateDescending}) {
    SearchRequest sorted = request("harbour", 1000);
    sorted.sort = order;
    std::vector<std::uint32_t> keys;
    for (const Hit& hit : run(harbours(), sorted).hits)
      keys.push_back(hit.statement.dated() ? hit.statement.date.key() : 0);
    const auto undated = std::find(keys.begin(), keys.end(), 0U);
    CHECK(undated != keys.end());
    CHECK(std::all_of(undated, keys.end(), [](std::uint32_t key) { return key == 0; }));
    if (order == SortOrder::DateAscending) {
      CHECK(std::is_sorted(keys.begin(), undated));
    } else {
      CHECK(std::is_sorted(keys.begin(), undated, std::greater<>()));
    }
  }
}

TEST_CASE("filters alone list statements, or their passages on request") {
  const SearchResult statements = run(harbours(), request("country:france", 1000));
  CHECK(statements.unit == Unit::Statement);
  CHECK(statements.hits.size() == 33);
  CHECK(statements.total_statements == 33);
  CHECK(std::all_of(statements.hits.begin(), statements.hits.end(),
                    [](const Hit& hit) { return hit.is_head && hit.passage.number == 1; }));
  SearchRequest by_passage = request("country:france", 1000);
  by_passage.by = Unit::Passage;
  by_passage.per_statement = 0;
  const SearchResult passages = run(harbours(), by_passage);
  CHECK(passages.hits.size() == passages.total_passages);
  CHECK(passages.total_passages == statements.total_passages);
  CHECK(std::none_of(passages.hits.begin(), passages.hits.end(), [](const Hit& hit) { return hit.is_head; }));
}

TEST_CASE("partial matches follow the full ones and are none of them") {
  const SearchResult result = run(harbours(), request("ferry lighthouse"));
  REQUIRE(!result.hits.empty());
  CHECK(result.total_passages == 0);
  CHECK(std::all_of(result.hits.begin(), result.hits.end(), [](const Hit& hit) { return hit.partial; }));
  CHECK(result.partial_total == run(harbours(), request("ferry OR lighthouse")).total_passages);
  CHECK(run(harbours(), request("harbour town")).partial_total == 0);
  SearchRequest without = request("ferry lighthouse");
  without.fill_up = false;
  CHECK(run(harbours(), without).hits.empty());
}

TEST_CASE("what was replaced or deleted is neither found nor counted") {
  const tests::TestIndex index;
  index.add_records({record("a", "2020-01-01", "The harbour is open."),
                     record("b", "2020-01-02", "The harbour is shut."),
                     record("c", "2020-01-03", "The harbour is calm.")});
  index.add_records({record("b", "2020-01-02", "The airport is shut.")});
  CHECK(index.indexer("delete", {"c"}).exit_code == 0);
  const SearchResult result = run(index, request("harbour"));
  CHECK(statement_ids(result) == tests::Ids{"a"});
  CHECK(result.total_passages == 1);
  CHECK(statement_ids(run(index, request("country:france"))) == tests::Ids{"b", "a"});
  OpenIndex open(index.path());
  CHECK_FALSE(open.find_statement("c"));
  CHECK(open.find_statement("b"));
  CHECK_FALSE(open.find_statement(""));
}

TEST_CASE("the order is the same however the corpus was added") {
  const std::vector<json> records = harbour_records();
  const tests::TestIndex stepwise;
  for (std::size_t at = 0; at < records.size(); at += 11) {
    const auto from = records.begin() + static_cast<std::ptrdiff_t>(at);
    stepwise.add_records({from, from + 11});
  }
  for (const char* query : {"harbour", "lighthouse timber", "ferry", "country:france", "title:s104 harbour"}) {
    CAPTURE(query);
    const SearchResult once = run(harbours(), request(query, 1000));
    const SearchResult steps = run(stepwise, request(query, 1000));
    CHECK(statement_ids(once) == statement_ids(steps));
    CHECK(once.total_passages == steps.total_passages);
    CHECK(once.total_statements == steps.total_statements);
  }
}

TEST_CASE("a query that can not be understood is a value with an offset") {
  OpenIndex index(harbours().path());
  const auto unknown = search(index, request("harbour nosuchfield:x"));
  REQUIRE_FALSE(unknown);
  CHECK(unknown.error().offset == 8);
  CHECK_FALSE(search(index, request("...")));
}

TEST_CASE("what is no index says so") {
  const tests::TempDir folder;
  CHECK_THROWS_AS(OpenIndex((folder / "nothing").string()), const Error&);
  folder.write("CURRENT", "rubbish");
  CHECK_THROWS_AS(OpenIndex(folder.path()), const Error&);
}
