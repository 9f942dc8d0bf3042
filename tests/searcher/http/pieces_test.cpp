// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/http/pages/marked.h"

#include <doctest/doctest.h>

#include "searcher/http/pages/layout.h"

using namespace communique::searcher;
using namespace communique::searcher::http;

namespace {

Json said(const char* name, int start, int end, const char* type, double confidence) {
  return {{"leader", nullptr}, {"name", name},   {"start", start}, {"end", end},
          {"type", type},      {"joint", false}, {"cue", "said"},  {"confidence", confidence}};
}

std::string all_text(const Json& pieces) {
  std::string text;
  for (const Json& piece : pieces) text += piece.at("text").get<std::string>();
  return text;
}

}  // namespace

TEST_CASE("a passage is cut where what is known of it changes") {
  const Json passage = {{"text", "Ёва said we agree. Bo heard."},
                        {"highlights", {{9, 11}, {12, 17}}},
                        {"said_by", {said("Ёва", 9, 17, "direct", 0.9), said("nobody", 0, 3, "direct", 0.2)}},
                        {"mentions", {{{"leader", "bo"}, {"name", "Bo Birch"}, {"start", 19}, {"end", 21}}}}};
  const Json pieces = pages::pieces_of(passage);
  CHECK(all_text(pieces) == passage.at("text"));
  REQUIRE(pieces.size() == 7);
  CHECK(pieces[0].at("plain") == true);
  CHECK(pieces[1].at("text") == "we");
  CHECK(pieces[1].at("told").at("kind") == "said");
  CHECK(pieces[1].at("told").at("mark_in") == true);
  CHECK(pieces[2].at("told").at("plain_in") == true);
  CHECK(pieces[5].at("told").at("kind") == "named");
  const Json speakers = pages::speakers_of(passage);
  REQUIRE(speakers.size() == 2);  // who is hardly sure is not shown
  CHECK(speakers[0].at("name") == "Ёва");
  CHECK(speakers[0].at("kind") == "said");
  CHECK(speakers[1].at("kind") == "named");
}

TEST_CASE("pieces that lie beyond the text, overlap or are empty do not harm") {
  const Json passage = {{"text", "short"},
                        {"highlights", {{2, 400}, {0, 0}}},
                        {"said_by", {said("A", 1, 3, "indirect", 0.9), said("B", 2, 9, "direct", 0.9)}},
                        {"mentions", Json::array()}};
  CHECK(all_text(pages::pieces_of(passage)) == "short");
  CHECK(pages::pieces_of({{"text", ""}}).empty());
}

TEST_CASE("what is said within another's speech is told of who says it there") {
  const Json passage = {{"text", "He said and she replied so"},
                        {"said_by", {said("He", 0, 26, "direct", 0.9), said("She", 12, 20, "direct", 0.9)}}};
  const Json pieces = pages::pieces_of(passage);
  REQUIRE(pieces.size() == 3);
  CHECK(pieces[0].at("told").at("note").get<std::string>().starts_with("said by He"));
  CHECK(pieces[1].at("told").at("note").get<std::string>().starts_with("said by She"));
}

TEST_CASE("templates escape by where a value stands") {
  const std::string nasty = "\"><script>alert(1)</script>'&";
  const Json model = {{"detail", nasty},
                      {"place", {{"before", nasty}, {"wrong", nasty}, {"after", nasty}}},
                      {"hint_part", {{"hint", nasty}}}};
  const std::string html = pages::render("problem.html", model);
  CHECK(html.find("<script") == std::string::npos);
  CHECK(html.find("&lt;script&gt;") != std::string::npos);
}
