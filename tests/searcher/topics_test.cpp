// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/topics.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "tests/support/temp_dir.h"

using namespace communique;
using namespace communique::searcher;

namespace {

std::vector<Topic> read(const std::string& content) {
  const tests::TempDir folder;
  return read_topics(folder.write("topics.tsv", content));
}

std::string refusal(const std::string& content) {
  try {
    read(content);
  } catch (const Error& error) {
    CHECK(error.code() == ErrorCode::Usage);
    return error.what();
  }
  FAIL("was accepted");
  return {};
}

}  // namespace

TEST_CASE("a topic is an ID, a text and, if wanted, filters") {
  const std::vector<Topic> topics = read(
      "\xEF\xBB\xBF"
      "7\twinter olympics\r\n\nc 8\ttrade\tspeaker:xi year:2020\n9\t\t\n10\ta");
  REQUIRE(topics.size() == 4);
  CHECK(topics[0].id == "7");
  CHECK(topics[0].text == "winter olympics");
  CHECK(topics[0].filters.empty());
  CHECK(topics[1].id == "c 8");
  CHECK(topics[1].filters == "speaker:xi year:2020");
  CHECK(topics[1].line == 3);
  CHECK(topics[2].text.empty());
  CHECK(topics[3].text == "a");
}

TEST_CASE("lines that are no topics are refused with their number") {
  CHECK(refusal("1\ta\nno tab\n").find("topics.tsv:2: there is no tab") != std::string::npos);
  CHECK(refusal("\ttext\n").find("topics.tsv:1: there is no tab") != std::string::npos);
  CHECK(refusal("1\ta\tyear:2020\tb\n").find("topics.tsv:1: there is a third tab") != std::string::npos);
  CHECK(refusal("1\ta\n2\t\xFF\n").find("topics.tsv:2: this is not UTF-8") != std::string::npos);
  CHECK_THROWS_AS(read_topics("/nonexistent/topics.tsv"), Error);
}

TEST_CASE("a topic's own filters narrow those given for all") {
  SearchRequest base;
  base.parse.filters = "year:\"2020\" year:\"2021\"";
  CHECK(topic_request(base, {"1", "a", "", 1}).parse.filters == base.parse.filters);
  CHECK(topic_request(base, {"1", "a", "year:2021", 1}).parse.filters ==
        "(year:\"2020\" year:\"2021\") AND (year:2021)");
  const SearchRequest alone = topic_request(SearchRequest{}, {"1", "NOT a OR", "year:2021", 1});
  CHECK(alone.parse.filters == "year:2021");
  CHECK(alone.parse.plain_text);
}
