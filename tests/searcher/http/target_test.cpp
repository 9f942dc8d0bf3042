// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/http/target.h"

#include <doctest/doctest.h>

#include "searcher/http/access_log.h"
#include "searcher/http/answer_cache.h"
#include "searcher/http/host_check.h"

using namespace communique::searcher::http;

TEST_CASE("a target is decoded, or refused with a reason") {
  struct Row {
    std::string_view target;
    std::string path;
    std::vector<std::pair<std::string, std::string>> parameters{};
  };
  const std::vector<Row> rows = {
      {"/", "/"},
      {"/?", "/"},
      {"/?q=a+b", "/", {{"q", "a b"}}},
      {"/a+b", "/a+b"},
      {"/statement/x%231", "/statement/x#1"},
      {"/?q=a%26b&c", "/", {{"q", "a&b"}, {"c", ""}}},
      {"/?&&q=1&&", "/", {{"q", "1"}}},
      {"/?q=a=b", "/", {{"q", "a=b"}}},
      {"/?q=%D0%9C%D0%B8%D1%80", "/", {{"q", "Мир"}}},
      {"/?q=1&q=2", "/", {{"q", "1"}, {"q", "2"}}},
      {"/...", "/..."},
  };
  for (const Row& row : rows) {
    CAPTURE(row.target);
    const auto target = parse_target(row.target);
    REQUIRE(target);
    CHECK(target->path == row.path);
    std::vector<std::pair<std::string, std::string>> parameters;
    for (const Parameter& one : target->parameters) parameters.emplace_back(one.name, one.value);
    CHECK(parameters == row.parameters);
  }
  for (const std::string_view wrong :
       {"",        "a",    "*",       "http://other/", "/%",  "/%4",     "/%zz",      "/?q=%", "/?q=%0", "/%00",
        "/?q=%00", "/%ff", "/?q=%c3", "/?q=%ed%a0%80", "/..", "/a/../b", "/%2e%2e/x", "/.",    "/a/./b", "/a#b"}) {
    CAPTURE(wrong);
    const auto target = parse_target(wrong);
    CHECK_FALSE(target);
    if (!target) CHECK_FALSE(target.error().message.empty());
  }
}

TEST_CASE("a target that is made is read as what it was made of") {
  const std::vector<Parameter> given = {{"q", "a b&c=d #%+/?é\n\"<>"}, {"none", ""}, {"x", "1"}};
  const auto target = parse_target(make_target("/kwic", given));
  REQUIRE(target);
  REQUIRE(target->parameters.size() == 2);
  CHECK(target->parameters[0].value == given[0].value);
  CHECK(target->parameters[1].name == "x");
  CHECK(make_target("/", {}) == "/");
}

TEST_CASE("a host is ours, or somebody else's name") {
  struct Row {
    std::string_view listens_on;
    std::string_view base_url;
    std::string_view host;
    bool ours;
  };
  const std::vector<Row> rows = {
      {"127.0.0.1", "", "127.0.0.1:7766", true},
      {"127.0.0.1", "", "localhost", true},
      {"127.0.0.1", "", "LOCALHOST:1", true},
      {"127.0.0.1", "", "[::1]:7766", true},
      {"127.0.0.1", "", "evil.example", false},
      {"127.0.0.1", "", "127.0.0.1.evil.example", false},
      {"127.0.0.1", "", "10.0.0.1", false},
      {"127.0.0.1", "", "", false},
      {"127.0.0.1", "", ":80", false},
      {"127.0.0.1", "https://search.example.org/x", "search.example.org", true},
      {"127.0.0.1", "https://search.example.org", "search.example.org.evil.example", false},
      {"0.0.0.0", "", "192.168.1.5:7766", true},
      {"0.0.0.0", "", "evil.example", false},
      {"::", "", "[fe80::1]", true},
      {"news.example", "", "news.example:80", true},
  };
  for (const Row& row : rows) {
    CAPTURE(row.listens_on);
    CAPTURE(row.host);
    CHECK(HostCheck(row.listens_on, row.base_url).is_ours(row.host) == row.ours);
  }
}

TEST_CASE("a line of the log is one line, whatever was asked") {
  const std::string line =
      access_line({"127.0.0.1", "GET", "/?q=a\r\n\x1b[31mb\\", 200, 12, std::chrono::milliseconds(3)});
  CHECK(line.find('\n') == std::string::npos);
  CHECK(line.ends_with("127.0.0.1 GET /?q=a\\x0d\\x0a\\x1b[31mb\\x5c 200 12 3.0ms"));
}

TEST_CASE("the cache keeps answers within its bytes") {
  AnswerCache cache(160'000);
  Response small;
  small.body = std::string(1000, 'x');
  cache.keep("a", small);
  REQUIRE(cache.find("a") != nullptr);
  CHECK(cache.find("a")->body == small.body);
  CHECK(cache.find("b") == nullptr);
  cache.keep("b", small);

  Response large = small;
  large.body.assign(20'000, 'x');
  cache.keep("large", large);
  CHECK(cache.find("large") == nullptr);
  Response failed = small;
  failed.status = 400;
  cache.keep("failed", failed);
  CHECK(cache.find("failed") == nullptr);
  Response fleeting = small;
  fleeting.depends_on_index = false;
  cache.keep("fleeting", fleeting);
  CHECK(cache.find("fleeting") == nullptr);

  for (int i = 0; i < 500; ++i) {
    cache.keep(std::to_string(i), small);
    CHECK(cache.find("b") != nullptr);  // what is asked for stays
  }
  CHECK(cache.find("0") == nullptr);
  CHECK(cache.find("499") != nullptr);
}
