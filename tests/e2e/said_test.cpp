// SPDX-License-Identifier: GPL-3.0-or-later
// Who said what, from file to answer: the reference case in the sample, its transcript, briefing and translations.
#include <doctest/doctest.h>

#include <algorithm>

#include "tests/support/test_index.h"

using namespace communique::tests;
using nlohmann::json;

namespace {

constexpr const char* kReport = "sample/text/new-year-greetings.txt";

/// Everything that `name` is said to say in the passages a query finds, in one text.
std::string words_of(const std::string& query, const std::string& name) {
  std::string words;
  const json found = sample_index().find_json({query, "--per-statement", "0"});
  for (const json& hit : found["hits"]) {
    const std::string text = hit["passage"]["text"];  // ASCII in the statements asked for: bytes are code points
    for (const json& said : hit["passage"]["said_by"]) {
      if (said["name"] != name) continue;
      words += text.substr(said["start"], said["end"].get<std::size_t>() - said["start"].get<std::size_t>()) + "\n";
    }
  }
  return words;
}

bool holds(const std::string& text, const std::string& piece) { return text.find(piece) != std::string::npos; }

}  // namespace

TEST_CASE("said-by finds who says it, not whoever is named beside it") {
  struct Row {
    std::string query;
    Ids expected;
  };
  const Ids olympics = {"briefing-treaty-2021", "newyear-transcript-2021", kReport};
  for (const Row& row : {
           Row{"\"winter olympics\" said-by:putin year:2021", olympics},
           Row{"\"winter olympics\" said-by:\"Russian president\" year:2021", olympics},
           Row{"\"winter olympics\" said-by:путин", olympics},
           Row{"\"winter olympics\" said-by:blinken", {}},
           Row{"\"win-win cooperation\" said-by:\"Pedro Sánchez\"", {"xi-sanchez-2021"}},
           Row{"said-by:Hensley", {"us-briefing-2021"}},
           Row{"said-by:\"Carol Hensley\"", {"us-briefing-2021"}},
           Row{"said-by:\"Nobody Atall\"", {}},
       }) {
    CAPTURE(row.query);
    CHECK(sample_index().statements(row.query) == row.expected);
  }
}

TEST_CASE("the reference case: each sentence is its speaker's") {
  const std::string all = std::string("id:") + kReport;
  const std::string report = "greetings OR greeting OR president id:" + std::string(kReport);
  struct Row {
    std::string name;
    std::string piece;
  };
  for (const Row& row : {
           Row{"Xi Jinping", "the outgoing year had brought a rich harvest"},
           Row{"Xi Jinping", "celebrated twenty years of the treaty"},
           Row{"Xi Jinping", "Our trade has never been so large"},
           Row{"Xi Jinping", "China would keep its doors open"},
           Row{"Vladimir Putin", "he was confident that the Winter Olympics"},
           Row{"Vladimir Putin", "rested on mutual respect"},
           Row{"Vladimir Putin", "I look forward to cheering"},
           Row{"Li Keqiang", "win-win cooperation in energy"},
           Row{"Mikhail Mishustin", "joint projects were moving ahead"},
           Row{"Mikhail Mishustin", "We shall meet again soon"},
       }) {
    CAPTURE(row.name);
    CAPTURE(row.piece);
    const std::string words = words_of("said-by:\"" + row.name + "\" " + all, row.name);
    CHECK(holds(words, row.piece));
  }
  CHECK_FALSE(holds(words_of("said-by:\"Xi Jinping\" " + all, "Xi Jinping"), "rested on mutual respect"));
  CHECK_FALSE(holds(words_of("said-by:putin " + all, "Vladimir Putin"), "China would keep its doors open"));
}

TEST_CASE("the reference case: its date is inferred, marked, and has a reason") {
  const json found = sample_index().find_json({std::string("id:") + kReport});
  REQUIRE(found["hits"].size() == 1);
  const json& statement = found["hits"][0]["statement"];
  CHECK(statement["date"] == "2021-12-31");
  CHECK(statement["date_origin"] == "inferred");
  CHECK(statement["type"] == "greeting");
  CHECK(holds(sample_index().find({std::string("id:") + kReport}).out, "2021-12-31 (inferred)"));
  // Given, it would be exported; inferred, it is not.
  CHECK_FALSE(sample_index().exported().at(kReport).contains("date"));
  CHECK_FALSE(sample_index().exported().at(kReport).contains("type"));
}

TEST_CASE("a date filter says how many undated statements it leaves out") {
  const TestIndex index;
  index.add_records({{{"id", "dated"}, {"text", "The harbour was opened by the mayor."}, {"date", "2015-05-05"}},
                     {{"id", "undated"}, {"text", "The harbour was closed by the mayor."}},
                     {{"id", "other"}, {"text", "Nothing of the kind is told here."}}});
  const json found = index.find_json({"harbour year:2015"});
  CHECK(found["total"]["statements"] == 1);
  CHECK(found["total"]["undated_left_out"] == 1);
  CHECK(found["query"]["notices"].size() == 1);
  CHECK(index.find_json({"harbour"})["total"]["undated_left_out"] == 0);
  CHECK(index.find_json({"mayor -year:2015"})["total"]["undated_left_out"] == 0);
  CHECK(index.find_json({"year:2014"})["total"]["undated_left_out"] == 2);
}

TEST_CASE("a passage of a transcript is of one speaker") {
  const json found = sample_index().find_json({"said-by:putin id:newyear-transcript-2021", "--per-statement", "0"});
  for (const json& hit : found["hits"]) {
    for (const json& said : hit["passage"]["said_by"]) CHECK(said["name"] != "Xi Jinping");
  }
  CHECK(found["hits"].size() == 1);
}

TEST_CASE("words the wanted speaker says rank above words beside them") {
  const TestIndex index;
  index.add_records({
      {{"id", "beside"},
       {"text", "The harbour festival opened with harbour lights on the harbour wall. Putin said that he was pleased."},
       {"date", "2015-05-05"}},
      {{"id", "said"},
       {"text", "Many guests came to the coast in the spring of that year. Putin said that the harbour would be enlarged."},
       {"date", "2015-05-05"}},
  });
  const json found = index.find_json({"harbour said-by:putin"});
  REQUIRE(found["hits"].size() == 2);
  CHECK(found["hits"][0]["statement"]["id"] == "said");
}
