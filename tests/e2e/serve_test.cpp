// SPDX-License-Identifier: GPL-3.0-or-later
// The server as clients meet it: over a socket of the real program.
#include <doctest/doctest.h>

#include <signal.h>

#include <atomic>
#include <chrono>
#include <filesystem>
#include <string>
#include <thread>
#include <vector>

#include "searcher/http/limits.h"
#include "tests/support/http_client.h"
#include "tests/support/test_index.h"

using namespace communique::tests;
using nlohmann::json;
using namespace std::chrono_literals;
namespace limits = communique::searcher::http::limits;

TEST_CASE("serve: requests of one connection are answered in order, with the headers that keep a browser safe") {
  const TestServer server(sample_index().path());
  HttpConnection connection(server.port());
  connection.send(request("/api/v1/search?q=cooperation&limit=1") + request("/api/v1/health") + request("/"));
  const HttpAnswer search = connection.read();
  CHECK(search.status == 200);
  CHECK(json::parse(search.body).at("hits").size() == 1);
  CHECK(json::parse(connection.read().body).at("status") == "ok");
  const HttpAnswer page = connection.read();
  CHECK(page.body.ends_with("</html>"));
  for (const HttpAnswer* answer : {&search, &page}) {
    CHECK(answer->whole);
    CHECK(answer->headers.at("content-security-policy").starts_with("default-src 'none'; script-src 'self'"));
    CHECK(answer->headers.at("x-content-type-options") == "nosniff");
    CHECK(answer->headers.at("referrer-policy") == "no-referrer");
    CHECK(answer->headers.at("cache-control") == "no-cache");
  }
}

TEST_CASE("serve: a known answer is not sent again, and HEAD sends none") {
  const TestServer server(sample_index().path());
  const HttpAnswer first = server.get("/api/v1/search?q=cooperation");
  REQUIRE(first.headers.contains("etag"));
  const std::string etag = first.headers.at("etag");
  const HttpAnswer again = server.get("/api/v1/search?q=cooperation", "If-None-Match: " + etag + "\r\n");
  CHECK(again.status == 304);
  CHECK(again.headers.at("etag") == etag);
  CHECK(server.get("/api/v1/search?q=trade", "If-None-Match: " + etag + "\r\n").status == 200);
  CHECK_FALSE(server.get("/api/v1/health").headers.contains("etag"));
  CHECK_FALSE(server.get("/api/v1/search?q=year:20x").headers.contains("etag"));
  HttpConnection connection(server.port());
  for (const char* target : {"/api/v1/search?q=cooperation", "/api/v1/export?q=cooperation", "/"}) {
    connection.send(request(target, "", "HEAD"));
    CHECK(connection.read(true).status == 200);
  }
  connection.send(request("/api/v1/health"));
  CHECK(json::parse(connection.read().body).at("status") == "ok");
}

TEST_CASE("serve: a stream is whole, for old clients too") {
  const TestServer server(sample_index().path());
  const HttpAnswer chunked = server.get("/api/v1/export?q=cooperation&format=jsonl");
  CHECK(chunked.headers.at("transfer-encoding") == "chunked");
  CHECK(chunked.whole);
  CHECK(chunked.headers.at("content-disposition") == "attachment; filename=\"communique.jsonl\"");
  HttpConnection old(server.port());
  old.send("GET /api/v1/export?q=cooperation&format=jsonl HTTP/1.0\r\nHost: localhost\r\n\r\n");
  const HttpAnswer plain = old.read();
  CHECK(plain.status == 200);
  CHECK_FALSE(plain.headers.contains("transfer-encoding"));
  CHECK(old.is_closed(5s));
}

TEST_CASE("serve: what is no request within the limits gets the status that says so") {
  const TestServer server(sample_index().path());
  const auto header = [](std::size_t bytes) { return "X-Long: " + std::string(bytes, 'a') + "\r\n"; };
  const std::size_t rest = request("/", header(0)).size();
  struct Row {
    const char* what;
    std::string bytes;
    int status;
  };
  const std::vector<Row> rows = {
      {"header at the limit", request("/help", header(limits::kHeaderBytes - rest - 10)), 200},
      {"header beyond the limit", request("/", header(limits::kHeaderBytes)), 431},
      {"very long header", request("/", header(1 << 20)), 431},
      {"many headers",
       request("/",
               [] {
                 std::string all;
                 for (int i = 0; i < 5000; ++i) all += "A" + std::to_string(i) + ": b\r\n";
                 return all;
               }()),
       431},
      {"target at the limit", request("/help?q=" + std::string(limits::kTargetBytes - 8, 'a')), 200},
      {"target beyond the limit", request("/help?q=" + std::string(limits::kTargetBytes - 7, 'a')), 414},
      {"POST", request("/", "Content-Length: 0\r\n", "POST"), 405},
      {"PUT", request("/", "", "PUT"), 405},
      {"unknown method", request("/", "", "BREW"), 405},
      {"a body", request("/", "Content-Length: 4\r\n") + "body", 413},
      {"a chunked body", request("/", "Transfer-Encoding: chunked\r\n") + "4\r\nbody\r\n0\r\n\r\n", 413},
      {"length and chunks", request("/", "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n") + "0\r\n\r\n", 400},
      {"two lengths", request("/", "Content-Length: 1\r\nContent-Length: 2\r\n") + "ab", 400},
      {"negative length", request("/", "Content-Length: -2\r\n"), 400},
      {"no host", "GET / HTTP/1.1\r\n\r\n", 400},
      {"two hosts", "GET / HTTP/1.1\r\nHost: localhost\r\nHost: localhost\r\n\r\n", 400},
      {"somebody else's host", "GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n", 421},
      {"no HTTP", "hello\r\n\r\n", 400},
      {"TLS", std::string("\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n", 15), 400},
      {"zero byte", request("/%00"), 400},
      {"cut percent", request("/?q=%2"), 400},
      {"no UTF-8", request("/?q=%ff"), 400},
      {"dots", request("/static/../x"), 400},
      {"encoded dots", request("/static/%2e%2e/x"), 400},
      {"another server's address", request("http://127.0.0.1/"), 400},
      {"line end in a header", request("/", "X: a\rb\r\n"), 400},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    HttpConnection connection(server.port());
    connection.send(row.bytes);
    const HttpAnswer answer = connection.read();
    CHECK(answer.status == row.status);
    if (row.status == 405) CHECK(answer.headers.at("allow") == "GET, HEAD");
    if (row.status >= 400) {
      CHECK(answer.headers.at("content-type") == "application/problem+json");
      CHECK(json::parse(answer.body).at("status") == row.status);
    }
  }
  CHECK(server.get("/api/v1/health").status == 200);
}

TEST_CASE("serve: a connection ends after its hundred requests, or when it says nothing") {
  const TestServer server(sample_index().path());
  HttpConnection connection(server.port());
  for (std::size_t i = 1; i <= limits::kRequestsOfConnection; ++i) {
    connection.send(request("/api/v1/health"));
    HttpAnswer answer = connection.read();
    REQUIRE(answer.status == 200);
    CHECK((answer.headers["connection"] == "close") == (i == limits::kRequestsOfConnection));
  }
  CHECK(connection.is_closed(2s));
  HttpConnection silent(server.port());
  HttpConnection dripping(server.port());
  dripping.send("GET / HT");
  CHECK(silent.is_closed(limits::kHeaderWait + 3s));
  CHECK(dripping.is_closed(3s));
}

TEST_CASE("serve: told to end, it finishes what it has begun") {
  TestServer server(sample_index().path());
  HttpConnection idle(server.port());
  HttpConnection busy(server.port());
  CHECK(server.get("/api/v1/health").status == 200);  // both are known to the server by now
  busy.send(request("/api/v1/export?q=the&format=jsonl"));
  ::kill(server.process(), SIGTERM);
  const HttpAnswer answer = busy.read();
  CHECK((answer.whole || answer.status == 0));  // never a part that looks whole
  CHECK(idle.is_closed(5s));
  CHECK(server.wait() == 0);
}

TEST_CASE("serve: a new generation is served without a request failing or seeing two") {
  const TestIndex made;
  made.add_records({{{"id", "s0"}, {"text", "The grain harbour opens."}, {"lang", "en"}}});
  const TestServer server(made.path());
  std::atomic<bool> ending{false};
  std::atomic<int> failed{0};
  std::atomic<int> asked{0};
  std::atomic<std::size_t> most{0};
  const auto ask = [&] {
    HttpConnection connection(server.port());
    for (int i = 0; !ending && i < 45; ++i) {
      connection.send(request("/api/v1/search?q=grain&n=1"));
      const HttpAnswer refused = connection.read();  // an unknown parameter is an answer, too
      connection.send(request("/api/v1/search?q=grain&limit=100"));
      const HttpAnswer answer = connection.read();
      ++asked;
      if (refused.status != 400 || answer.status != 200) {
        ++failed;
        return;
      }
      const json found = json::parse(answer.body);
      if (found.at("total").at("statements") != found.at("hits").size()) ++failed;
      most = std::max<std::size_t>(most, found.at("hits").size());
      std::this_thread::sleep_for(10ms);
    }
  };
  std::thread first(ask);
  std::thread second(ask);
  for (int i = 1; i <= 6; ++i) {
    made.add_records({{{"id", "s" + std::to_string(i)},
                       {"text", "Harbour number " + std::to_string(i * 1111) + " takes grain from field " +
                                    std::to_string(i * 37) + "."},
                       {"lang", "en"}}});
  }
  std::this_thread::sleep_for(400ms);
  ending = true;
  first.join();
  second.join();
  CHECK(failed == 0);
  CHECK(asked > 10);
  CHECK(json::parse(server.get("/api/v1/search?q=grain").body).at("total").at("statements") == 7);
  CHECK(json::parse(server.get("/api/v1/info").body).at("generation") == 7);
}

TEST_CASE("serve: an index made anew under the same number is another one, to the cache and to browsers, too") {
  const TestIndex made;
  made.add_records({{{"id", "old"}, {"text", "The grain harbour opens."}, {"lang", "en"}}});
  const TestServer server(made.path());
  const HttpAnswer old = server.get("/api/v1/search?q=grain");
  CHECK(old.body.find("\"old\"") != std::string::npos);
  std::filesystem::remove_all(made.path());
  made.add_records({{{"id", "new"}, {"text", "The grain harbour closes."}, {"lang", "en"}}});
  std::this_thread::sleep_for(2 * limits::kLookForGeneration);
  const HttpAnswer now = server.get("/api/v1/search?q=grain", "If-None-Match: " + old.headers.at("etag") + "\r\n");
  CHECK(now.status == 200);
  CHECK(now.body.find("\"new\"") != std::string::npos);
}

TEST_CASE("serve: an index that is not there, or an address that is taken, is said at once") {
  const TempDir folder;
  const ProcessResult missing = run({searcher_binary(), "serve", "--index", (folder / "none").string()});
  CHECK(missing.exit_code == 3);
  CHECK(missing.err.find("none") != std::string::npos);
  const TestServer server(sample_index().path());
  const ProcessResult taken = run({searcher_binary(), "serve", "--index", sample_index().path(), "--listen",
                                   "127.0.0.1:" + std::to_string(server.port())});
  CHECK(taken.exit_code == 3);
  CHECK(taken.err.find("can not listen on 127.0.0.1:" + std::to_string(server.port())) != std::string::npos);
  for (const char* wrong : {"nonsense", "127.0.0.1", "127.0.0.1:99999", "127.0.0.1:x", "a b:1"}) {
    CHECK(run({searcher_binary(), "serve", "--index", sample_index().path(), "--listen", wrong}).exit_code == 2);
  }
  CHECK(run({searcher_binary(), "serve", "words", "--index", sample_index().path()}).exit_code == 2);
}
