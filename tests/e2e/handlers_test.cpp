// SPDX-License-Identifier: GPL-3.0-or-later
// Requests answered by calling the handlers, on the sample and on indexes of hostile text.
#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <string>
#include <vector>

#include "schema/utf8.h"
#include "searcher/http/answer.h"
#include "searcher/http/routes.h"
#include "searcher/http/target.h"
#include "tests/support/hostile_text.h"
#include "tests/support/test_index.h"

using namespace communique;
using namespace communique::searcher::http;
using nlohmann::json;
using searcher::OpenIndex;

namespace {

Response get(OpenIndex& index, const std::string& target) {
  const auto parsed = parse_target(target);
  REQUIRE_MESSAGE(parsed, target);
  return handle({parsed->path, parsed->parameters, "", "http://127.0.0.1:7766"}, index);
}

std::string whole(const Response& response) {
  std::string body = response.body;
  if (response.stream) {
    response.stream([&](std::string_view bytes) {
      body += bytes;
      return true;
    });
  }
  return body;
}

OpenIndex& sample() {
  static OpenIndex index(tests::sample_index().path());
  return index;
}

}  // namespace

TEST_CASE("the API answers every path of its table on the sample") {
  struct Row {
    std::string target;
    std::string content_type;
    std::string holds;
  };
  const std::vector<Row> rows = {
      {"/api/v1/search?q=cooperation&facet=country&timeline=year", "application/json", "\"facets\""},
      {"/api/v1/search?q=cooperation&format=csv", "text/csv; charset=utf-8", "passage"},
      {"/api/v1/search?q=cooperation&format=jsonl", "application/x-ndjson", "\"rank\":1"},
      {"/api/v1/search?q=cooperation&timeline=year&format=svg", "image/svg+xml", "<svg"},
      {"/api/v1/search?said_by=putin&limit=2", "application/json", "vladimir-putin"},
      {"/api/v1/search?q=cooperation&exact_names=1&explain=0", "application/json", "\"hits\""},
      {"/api/v1/export?q=cooperation", "text/csv; charset=utf-8", "passage"},
      {"/api/v1/export?q=cooperation&format=tsv&columns=date,text", "text/tab-separated-values; charset=utf-8",
       "date\t"},
      {"/api/v1/kwic?q=cooperation", "application/json", "\"lines\""},
      {"/api/v1/kwic?q=cooperation&format=csv&limit=1", "text/csv; charset=utf-8", "left"},
      {"/api/v1/collocates?q=cooperation&least=1", "application/json", "\"words\""},
      {"/api/v1/first?q=cooperation&by=country", "application/json", "\"tables\""},
      {"/api/v1/check-quote?text=no+such+sentence+was+ever+spoken+here", "application/json", "not_found"},
      {"/api/v1/statement/call-beijing-2020", "application/json", "\"text\""},
      {"/api/v1/passage/call-beijing-2020%231", "application/json", "call-beijing-2020#1"},
      {"/api/v1/why-not/call-beijing-2020?q=cooperation", "application/json", "\"verdict\""},
      {"/api/v1/cite/call-beijing-2020", "text/plain; charset=utf-8", "call-beijing-2020"},
      {"/api/v1/cite/call-beijing-2020?style=bibtex", "application/x-bibtex; charset=utf-8", "@misc"},
      {"/api/v1/cite/call-beijing-2020?style=ris", "application/x-research-info-systems; charset=utf-8", "TY"},
      {"/api/v1/cite/call-beijing-2020?style=csl", "application/vnd.citationstyles.csl+json", "\"id\""},
      {"/api/v1/suggest?q=coop", "application/json", "cooperation"},
      {"/api/v1/suggest?q=said-by:put", "application/json", "said-by:vladimir-putin"},
      {"/api/v1/suggest?q=peace+country:rus", "application/json", "country:rus"},
      {"/api/v1/feed?q=cooperation", "application/atom+xml", "<entry>"},
      {"/api/v1/info", "application/json", "\"statements\""},
      {"/api/v1/health", "application/json", "\"ok\""},
      {"/api/v1/metrics", "text/plain; version=0.0.4; charset=utf-8", "communique_generation "},
      {"/api/v1/openapi.json", "application/json", "\"3.1.0\""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.target);
    const Response response = get(sample(), row.target);
    const std::string body = whole(response);
    CHECK_MESSAGE(response.status == 200, body);
    CHECK(response.content_type == row.content_type);
    CHECK_MESSAGE(body.find(row.holds) != std::string::npos, body.substr(0, 300));
  }
}

TEST_CASE("what the API can not answer is a problem that says what and where") {
  struct Row {
    std::string target;
    unsigned status;
    std::string detail;
    int offset = -1;
  };
  const std::string long_query(1025, 'a');
  const std::string q1024(1024, 'a');
  std::string filters;
  for (int i = 0; i < 33; ++i) filters += "&country=fra";
  const std::vector<Row> rows = {
      {"/api/v1/nothing", 404, "no such address"},
      {"/api/v1/search/", 404, "no such address"},
      {"/api/v1/statement/", 404, "no such address"},
      {"/api/v1/search", 400, "q is missing"},
      {"/api/v1/search?q=+", 400, "q is missing"},
      {"/api/v1/search?q=a&limt=1", 400, "unknown parameter \"limt\""},
      {"/api/v1/search?q=a&index=/etc", 400, "unknown parameter \"index\""},
      {"/api/v1/search?q=a&topics=/etc/passwd", 400, "unknown parameter \"topics\""},
      {"/api/v1/check-quote?text=a+b&file=/etc/passwd", 400, "unknown parameter \"file\""},
      {"/api/v1/search?q=a&limit=101", 400, "limit takes a number up to 100"},
      {"/api/v1/search?q=a&limit=x", 400, "limit takes a number"},
      {"/api/v1/search?q=a&limit=-1", 400, "limit takes a number"},
      {"/api/v1/search?q=a&offset=10001", 400, "offset takes a number from 0 to 10000"},
      {"/api/v1/search?q=a&sort=up", 400, "sort takes one of"},
      {"/api/v1/search?q=a&format=trec", 400, "format takes one of"},
      {"/api/v1/search?q=a&exact_names=maybe", 400, "exact_names takes 1 or 0"},
      {"/api/v1/search?q=a&from=yesterday", 400, "from"},
      {"/api/v1/search?q=a&facet=colour", 400, "facet"},
      {"/api/v1/search?q=" + long_query, 400, "at most 1024"},
      {"/api/v1/search?q=a" + filters, 400, "more than 32 filters"},
      {"/api/v1/search?q=%D0%BC%D0%B8%D1%80+year:20x", 400, "year", 9},
      {"/api/v1/search?q=a&country=atlantis", 400, "atlantis"},
      {"/api/v1/kwic?country=fra", 400, "needs words"},
      {"/api/v1/kwic?q=a&limit=1001", 400, "limit takes a number up to 1000"},
      {"/api/v1/check-quote", 400, "text is missing"},
      {"/api/v1/check-quote?text=one", 400, "single word"},
      {"/api/v1/statement/none", 404, "none"},
      {"/api/v1/passage/call-beijing-2020", 404, "not a passage"},
      {"/api/v1/passage/call-beijing-2020%2399", 404, "1 passage"},
      {"/api/v1/cite/none", 404, "none"},
      {"/api/v1/cite/call-beijing-2020?style=mla", 400, "style takes one of"},
      {"/api/v1/why-not/call-beijing-2020", 400, "needs"},
      {"/api/v1/suggest?q=a&limit=21", 400, "limit takes a number from 1 to 20"},
      {"/api/v1/info?x=1", 400, "unknown parameter"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.target);
    const Response response = get(sample(), row.target);
    CHECK(response.status == row.status);
    CHECK(response.content_type == "application/problem+json");
    const json problem = json::parse(response.body);
    CHECK(problem.at("status") == row.status);
    CHECK_MESSAGE(problem.at("detail").get<std::string>().find(row.detail) != std::string::npos, response.body);
    CHECK_MESSAGE(response.body.find("--") == std::string::npos, response.body);
    CHECK(problem.value("offset", -1) == row.offset);
  }
  CHECK(get(sample(), "/api/v1/search?q=" + q1024).status == 200);
}

TEST_CASE("pages answer with HTML, errors too") {
  struct Row {
    std::string target;
    unsigned status;
    std::string holds;
  };
  const std::vector<Row> rows = {
      {"/", 200, "press statements"},
      {"/?q=cooperation", 200, "<mark>"},
      {"/?q=cooperation&by=statement&sort=-date", 200, "class=\"hit\""},
      {"/?country=china", 200, "China"},
      {"/?q=zzzzqqq", 200, "Nothing matched"},
      {"/?q=cooperation+year:20x", 400, "<mark>"},
      {"/?q=cooperation&offset=5000", 200, "no hits so far down"},
      {"/?q=cooperation&offset=nonsense", 200, "class=\"hit\""},
      {"/statement/call-beijing-2020?q=virus", 200, "id=\"p1\""},
      {"/statement/none", 404, "none"},
      {"/kwic", 200, "In context"},
      {"/kwic?q=cooperation&sort=right", 200, "kwic-match"},
      {"/kwic?country=china", 400, "needs words"},
      {"/collocates?q=cooperation", 200, "words"},
      {"/first?q=cooperation", 200, "First"},
      {"/quote", 200, "Was it said?"},
      {"/quote?text=one", 400, "single word"},
      {"/quote?text=no+such+sentence+was+ever+spoken+here", 200, "Not found"},
      {"/help", 200, "said-by:"},
      {"/nowhere", 404, "no such address"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.target);
    const Response response = get(sample(), row.target);
    CHECK(response.status == row.status);
    CHECK(response.content_type == "text/html; charset=utf-8");
    CHECK_MESSAGE(response.body.find(row.holds) != std::string::npos, response.body.substr(0, 3000));
    CHECK(response.body.find("{{") == std::string::npos);
    CHECK(response.body.find("style=\"") == std::string::npos);  // the content security policy forbids it
  }
}

TEST_CASE("files of the page are sent for good under their hash, templates are not") {
  const Response page = get(sample(), "/");
  const std::size_t start = page.body.find("/static/style.css?v=");
  REQUIRE(start != std::string::npos);
  const Response style = get(sample(), page.body.substr(start, page.body.find('"', start) - start));
  CHECK(style.status == 200);
  CHECK(style.headers.front().second == "public, max-age=31536000, immutable");
  CHECK(get(sample(), "/static/style.css?v=old").headers.front().second == "no-cache");
  CHECK(get(sample(), "/static/search.html").status == 404);
  CHECK(get(sample(), "/static/openapi_schemas.json").status == 404);
  const std::size_t weight = page.body.size() + style.body.size() + get(sample(), "/static/app.js").body.size();
  CHECK(weight < 120'000);
}

TEST_CASE("nothing hostile in a record or a request comes out unescaped") {
  const tests::TestIndex made;
  std::vector<json> records;
  const std::vector<std::string> texts = tests::hostile_texts();
  REQUIRE(texts.size() == 200);
  for (std::size_t i = 0; i < texts.size(); ++i) {
    records.push_back({{"id", "h" + std::to_string(i)},
                       {"title", texts[i]},
                       {"text", "Common words of a statement about grain. " + texts[i] + " More words follow."},
                       {"url", i % 2 == 0 ? "javascript:" + texts[i] : "https://x.example/" + texts[i]},
                       {"source", texts[i]},
                       {"speaker", texts[i]},
                       {"type", texts[i]},
                       {"date", "2020-01-01"}});
  }
  made.add_records(records);
  OpenIndex index(made.path());
  std::vector<std::string> targets = {"/",
                                      "/?q=grain&offset=0",
                                      "/kwic?q=grain",
                                      "/first?q=grain",
                                      "/collocates?q=words",
                                      "/api/v1/search?q=grain&limit=100&facet=source&facet=type",
                                      "/api/v1/feed?q=grain",
                                      "/api/v1/export?q=grain&format=jsonl"};
  for (std::size_t i = 0; i < texts.size(); ++i) {
    const std::string text = percent_encode(texts[i]);
    targets.push_back("/statement/h" + std::to_string(i) + "?q=grain");
    targets.push_back("/?q=" + text);
    targets.push_back("/?q=grain&type=" + text);
    targets.push_back("/quote?text=" + text + "+and+more&said_by=" + text);
    targets.push_back("/kwic?q=grain&" + text + "=1");
    targets.push_back("/" + text);
    targets.push_back("/api/v1/" + text);
    targets.push_back("/api/v1/suggest?q=" + text);
  }
  for (std::size_t page = 0; page < 200; page += 10) targets.push_back("/?q=grain&offset=" + std::to_string(page));
  for (const std::string& target : targets) {
    CAPTURE(target);
    const auto parsed = parse_target(target);
    if (!parsed) continue;  // refused before a handler sees it
    const Response response = get(index, target);
    const std::string body = whole(response);
    CHECK(schema::first_invalid_utf8(body) == std::string::npos);
    if (response.content_type.starts_with("text/html")) {
      CHECK_MESSAGE(!tests::holds_unescaped(body), body);
      CHECK(body.find("href=\"javascript:") == std::string::npos);
    } else if (response.content_type.find("json") != std::string::npos &&
               response.content_type != "application/x-ndjson") {
      CHECK(json::accept(body));
    }
    for (const auto& [name, value] : response.headers) CHECK(value.find("xq7") == std::string::npos);
  }
}

TEST_CASE("query bombs are answered or refused in time") {
  const auto repeated = [](const std::string& text, std::size_t bytes) {
    std::string all;
    while (all.size() + text.size() <= bytes) all += text;
    return all;
  };
  std::vector<std::string> queries;
  for (const char* text : {"a ",
                           "+a ",
                           "a OR ",
                           "(",
                           "((a) ",
                           "(a OR ",
                           "NOT ",
                           "-a ",
                           "\"a ",
                           "\"a\" ",
                           "a* ",
                           "co* ",
                           "a NEAR/5 ",
                           "said-by:a ",
                           "year:2020 ",
                           "date:.. ",
                           "title:( ",
                           "中文",
                           "a@statement ",
                           ":",
                           "\\",
                           "~",
                           "=a ",
                           "between:a,b ",
                           "mentions:\"a ",
                           "\xE2\x80\x8B"}) {
    queries.push_back(repeated(text, 1024));
    queries.push_back(repeated(text, 500) + "cooperation");
    queries.push_back(repeated(text, 1023) + ")");
  }
  for (const std::string& query : queries) {
    CAPTURE(query);
    const auto started = std::chrono::steady_clock::now();
    for (const char* path : {"/api/v1/search?q=", "/?q=", "/api/v1/kwic?q=", "/api/v1/suggest?q="}) {
      const Response response = get(sample(), path + percent_encode(query));
      CHECK((response.status == 200 || response.status == 400));
    }
    CHECK(std::chrono::steady_clock::now() - started < std::chrono::seconds(8));
  }
}

TEST_CASE("a search is given up when its time is over, whatever it reads") {
  const std::vector<std::string> targets = {
      "/api/v1/search?q=cooperation",                // word lists
      "/api/v1/search?q=%22win-win+cooperation%22",  // Xapian's postings
      "/api/v1/search?q=coop*",                      // many words
      "/api/v1/search?q=country:china",              // filters alone
      "/api/v1/search?q=title:call",                 // whole statements
      "/api/v1/kwic?q=cooperation",
      "/api/v1/collocates?q=cooperation&least=1",
      "/api/v1/first?q=cooperation",
      "/api/v1/check-quote?text=win-win+cooperation+is+what+we+want",
      "/api/v1/feed?q=cooperation",
      "/?q=cooperation",
  };
  OpenIndex index(tests::sample_index().path());
  for (const std::string& target : targets) {
    CAPTURE(target);
    const auto parsed = parse_target(target);
    REQUIRE(parsed);
    const Request request{parsed->path, parsed->parameters, "", "http://127.0.0.1:7766"};
    const auto all = routes();
    const auto route = std::find_if(all.begin(), all.end(), [&](const Route& one) { return one.path == request.path; });
    REQUIRE(route != all.end());
    index.set_deadline(searcher::Deadline(searcher::Deadline::Clock::now() - std::chrono::seconds(1)));
    try {
      route->handle(request, index);
      FAIL_CHECK("answered all the same");
    } catch (const Error& error) {
      CHECK(error.code() == ErrorCode::TooLong);
      const Problem problem = problem_of(error);
      CHECK(problem.status == 503);
      CHECK(problem.detail == "the search took longer than it may");
      CHECK_FALSE(problem.passing);
    }
    CHECK(get(index, target).status == 200);  // the next one has its own time
  }
}
