// SPDX-License-Identifier: GPL-3.0-or-later
// Why a statement is a hit, and why it is none: why-not by its reasons, and scores that are the sum of their parts.
#include <doctest/doctest.h>

#include <cmath>

#include "searcher/open_index.h"
#include "searcher/why/why_not.h"
#include "tests/support/test_index.h"

using namespace communique;
using namespace communique::tests;
using nlohmann::json;

namespace {

/// Sentences that fill a passage and hold no word that is asked for.
std::string filler(int sentences) {
  std::string text;
  for (int i = 0; i < sentences; ++i) {
    text += "Clerk " + std::to_string(i) + " counted the boxes in hall " + std::to_string(i) + ". ";
  }
  return text;
}

/// "harvest" stands at the beginning, "glacier" at the end, some passages later.
std::vector<json> records() {
  const std::string farewell = "The delegations agreed that every glacier of the valley is measured twice a year. ";
  return {{{"id", "talks"},
           {"title", "Talks in Strelsau"},
           {"date", "2021-05-04"},
           {"country", "FRA"},
           {"speaker", "Emmanuel Macron"},
           {"type", "speech"},
           {"source", "Harbour Wire"},
           {"text", "The old bridge over the river opened before the harvest festival. Cooperation is welcome. " +
                        filler(60) + farewell}},
          {{"id", "wire"},
           {"title", "Talks in Strelsau"},
           {"date", "2021-05-05"},
           {"text", "The old bridge over the river opened before the harvest festival. Cooperation is welcome. " +
                        filler(60) + farewell}},
          {{"id", "undated"}, {"text", "Nobody knows who paid for the lamps of the harvest hall."}},
          {{"id", "lamps"}, {"date", "2020-01-02"}, {"text", "Lamps were lit in the harvest hall, and a lamp fell."}}};
}

ProcessResult why_not(const TestIndex& index, std::vector<std::string> arguments) {
  arguments.insert(arguments.begin(), {searcher_binary(), "why-not", "--index", index.path()});
  return run(arguments);
}

json why_not_json(const TestIndex& index, std::vector<std::string> arguments) {
  arguments.insert(arguments.end(), {"--format", "json"});
  const ProcessResult result = why_not(index, std::move(arguments));
  CAPTURE(result.err);
  const json answer = json::parse(result.out);
  CHECK(result.exit_code == (answer["hit"].get<bool>() ? 0 : 1));
  return answer;
}

bool holds(const std::string& text, const std::string& piece) { return text.find(piece) != std::string::npos; }

/// All reasons of a tree of clauses in one text.
std::string reasons(const json& clause) {
  std::string text = clause["clause"].get<std::string>() + ": " +
                     (clause["reason"].is_null() ? "" : clause["reason"].get<std::string>()) + "\n";
  for (const json& part : clause["parts"]) text += reasons(part);
  return text;
}

}  // namespace

TEST_CASE("why-not names the clause that a statement fails, and what stands there instead") {
  const TestIndex index;
  index.add_records(records());
  struct Row {
    std::vector<std::string> arguments;
    std::string verdict;
    std::string reason;
  };
  for (const Row& row : {
           Row{{"talks", "harvest"}, "hit", "harvest: in passage 1"},
           Row{{"talks", "strelsau"}, "hit", "strelsau: in its title"},
           Row{{"talks", "cooperating"}, "hit", "as “Cooperation”"},
           Row{{"talks", "harvest", "--year", "2020"}, "filter", "its date is 2021-05-04"},
           Row{{"talks", "harvest date:2022.."}, "filter", "its date is 2021-05-04"},
           Row{{"undated", "harvest", "--year", "2020"}, "filter", "it is undated"},
           Row{{"talks", "harvest country:russia"}, "filter", "its country is France"},
           Row{{"lamps", "harvest country:russia"}, "filter", "it names no issuing country"},
           Row{{"talks", "type:call harvest"}, "filter", "its type is speech"},
           Row{{"talks", "source:ministry"}, "filter", "its source is Harbour Wire"},
           Row{{"talks", "title:bridge"}, "filter", "its title is “Talks in Strelsau”"},
           Row{{"talks", "speaker:putin harvest"}, "filter", "its speaker is Emmanuel Macron"},
           Row{{"lamps", "speaker:putin harvest"}, "filter", "it names no speaker"},
           Row{{"lamps", "said-by:putin harvest"}, "filter", "nobody is found to say anything in it"},
           Row{{"lamps", "mentions:putin"}, "filter", "no leader is named in it"},
           Row{{"talks", "between:france,russia"}, "filter", "its sides are France"},
           Row{{"lamps", "between:france,russia"}, "filter", "no sides of a call"},
           Row{{"talks", "id:lamps"}, "filter", "its id is talks"},
           Row{{"talks", "lang:fr harvest"}, "filter", "its language is en"},
           Row{{"talks", "country:russia OR year:2020"}, "filter", "none of these holds"},
           Row{{"talks", "harvst -lamps"}, "missing", "in none of its passages; the nearest word is “harvest”"},
           Row{{"talks", "=cooperate"}, "missing", "without = it is in passage 1, as “Cooperation”"},
           Row{{"talks", "\"festival harvest\""}, "missing", "but not next to one another in this order"},
           Row{{"talks", "\"harvest festivals\""}, "missing", "other forms of them are in passage 1"},
           Row{{"talks", "\"harvest glacier\""}, "missing", "no passage has them all"},
           Row{{"talks", "\"harvest umbrella\""}, "missing", "in none of its passages: umbrella"},
           Row{{"talks", "bridge NEAR/2 river"}, "missing", "but 3 words apart"},
           Row{{"talks", "river ADJ/3 bridge"}, "missing", "in another order"},
           Row{{"talks", "harvest NEAR/5 welcome"}, "missing", "farther apart or in different sentences"},
           Row{{"talks", "harvest /s cooperation"}, "missing", "them in different sentences"},
           Row{{"talks", "umbrella OR parasol"}, "missing", "none of these holds"},
           Row{{"talks", "harvest -bridge"}, "excluded", "passage 1 holds all that is asked for, but -bridge"},
           Row{{"talks", "year:2021 -bridge"}, "excluded", "it stands in passage 1"},
           Row{{"talks", "bridge -country:france"}, "excluded", "its country is France"},
           Row{{"talks", "harvest AND glacier"}, "apart", "no passage holds them all"},
           Row{{"talks", "(harvest glacier)@statement"}, "hit", "glacier: in passage"},
           Row{{"talks", "(harvest -glacier)@statement"}, "excluded", "-glacier: it stands in passage"},
           Row{{"wire", "harvest"}, "other_version", ""},
           Row{{"wire", "harvest", "--all-versions"}, "hit", ""},
           Row{{"wire", "harvest", "--from", "2021-05-05"}, "hit", ""},
           Row{{"lamps", "lamp umbrella"}, "hit", "umbrella: in none of its passages"},
           Row{{"talks", "harvest bridge", "--match", "any"}, "hit", ""},
       }) {
    CAPTURE(json(row.arguments).dump());
    const json answer = why_not_json(index, row.arguments);
    CAPTURE(answer.dump());
    CHECK(answer["verdict"].get<std::string>() == row.verdict);
    CHECK(holds(reasons(answer["clauses"]), row.reason));
    CHECK_FALSE(answer["why"].get<std::string>().empty());
  }
}

TEST_CASE("words that stand apart come with a query that finds them") {
  const TestIndex index;
  index.add_records(records());
  const json answer = why_not_json(index, {"talks", "harvest", "glacier", "--match", "all", "--year", "2021"});
  CHECK(answer["verdict"].get<std::string>() == "apart");
  const std::string hint = answer["hint"];
  REQUIRE(holds(hint, "search for "));
  CHECK(index.statements(hint.substr(std::string("search for ").size())) == Ids{"talks"});
}

TEST_CASE("a hit's place is told, by which passage, and what is listed instead of it") {
  const TestIndex index;
  index.add_records(records());
  const json first = why_not_json(index, {"lamps", "lamps"});
  CHECK(first["rank"].get<int>() == 1);
  CHECK(first["listed"].get<std::string>() == "lamps#1");
  const json beyond = why_not_json(index, {"undated", "lamps", "--limit", "1"});
  CHECK(beyond["rank"].get<int>() == 2);
  CHECK(beyond["hint"].get<std::string>() == "--offset 1 shows it");
  const json statement = why_not_json(index, {"talks", "--year", "2021"});
  CHECK(statement["listed"].get<std::string>() == "talks");
  const json version = why_not_json(index, {"wire", "harvest"});
  CHECK(holds(version["why"], "talks (2021-05-04), Harbour Wire, hit "));
  const json partial = why_not_json(index, {"talks", "harvest", "umbrella", "--limit", "1"});
  CHECK(partial["verdict"].get<std::string>() == (partial["rank"].get<int>() == 1 ? "hit" : "partial"));
  CHECK(partial["partial"].get<bool>());
  // The title's word stands in every passage.
  const std::string listed = why_not_json(index, {"talks", "strelsau"})["listed"];
  const std::string unlisted = listed == "talks#1" ? "talks#2" : "talks#1";
  const json other = why_not_json(index, {unlisted, "strelsau"});
  CHECK(other["verdict"].get<std::string>() == "other_passage");
  CHECK(other["listed"].get<std::string>() == listed);
  CHECK(why_not_json(index, {unlisted, "strelsau", "--per-statement", "0"})["rank"].get<int>() > 1);
  const json passage = why_not_json(index, {"talks#2", "harvest"});
  CHECK(passage["verdict"].get<std::string>() == "missing");
  CHECK(holds(reasons(passage["clauses"]), "but in passage 1"));
}

TEST_CASE("why-not agrees with find on every statement of the sample") {
  searcher::OpenIndex index(sample_index().path());
  for (const char* query : {"winter olympics", "president -treaty", "xi jinping", "jinping poutine -trade",
                            "year:2021 country:china", "said-by:putin trade", "(cooperation OR treaty) china",
                            "what did the president say about trade and friendship"}) {
    CAPTURE(query);
    searcher::SearchRequest request;
    request.query = query;
    request.limit = 1000;
    const auto found = searcher::search(index, request);
    REQUIRE(found.has_value());
    std::map<std::string, std::size_t> ranks;
    for (const searcher::Hit& hit : found->hits) ranks.emplace(hit.statement.id, hit.rank);
    for (const auto& [id, record] : sample_index().exported()) {
      CAPTURE(id);
      const auto answer = searcher::why_not(index, *searcher::look_up(index, id), request);
      REQUIRE(answer.has_value());
      const auto rank = ranks.find(id);
      CHECK((answer->verdict == searcher::Verdict::Hit) == (rank != ranks.end()));
      CHECK(answer->rank == (rank == ranks.end() ? 0 : rank->second));
      CHECK_FALSE(answer->why.empty());
    }
  }
}

TEST_CASE("why-not refuses what it can not answer") {
  struct Row {
    std::vector<std::string> arguments;
    int exit_code;
    std::string message;
  };
  for (const Row& row : {
           Row{{"xi-sanchez-2012", "trade"}, 1, "Did you mean xi-sanchez-2021"},
           Row{{"XI-SANCHEZ-2021", "trade"}, 1, "Did you mean xi-sanchez-2021?"},
           Row{{"zzzzzzzzzzzz", "trade"}, 1, "No statement or passage has the id \"zzzzzzzzzzzz\".\n"},
           Row{{"xi-sanchez-2021#9", "trade"}, 1, "The statement has 1 passage."},
           Row{{"xi-sanchez-2021", "speker:xi"}, 2, "did you mean speaker:"},
           Row{{"xi-sanchez-2021", "trade", "--country", "Atlantis"}, 2, "there is no country"},
           Row{{"xi-sanchez-2021"}, 2, "why-not needs a QUERY or a filter"},
           Row{{}, 2, "why-not needs an ID"},
           Row{{"xi-sanchez-2021", "trade", "--topics", "x"}, 2, "--topics is no option of why-not"},
           Row{{"xi-sanchez-2021", "trade", "--format", "csv"}, 2, "--format takes one of text, json"},
       }) {
    CAPTURE(json(row.arguments).dump());
    const ProcessResult result = why_not(sample_index(), row.arguments);
    CHECK(result.exit_code == row.exit_code);
    CHECK(result.out.empty());
    CHECK(holds(result.err, row.message));
  }
}

TEST_CASE("the text shows the query as a tree with yes and no") {
  const ProcessResult result =
      why_not(sample_index(), {"xi-sanchez-2021", "(winter OR umbrella) \"olympics winter\"", "--year", "2020"});
  CHECK(result.exit_code == 1);
  CHECK(holds(result.out, "Not a hit. It is left out by year:2020 (its date is 2021-07-08)."));
  CHECK(holds(result.out, "\n  yes  any of\n  yes    winter"));
  CHECK(holds(result.out, "\n  no     umbrella"));
  CHECK(holds(result.out, "\n  no   \"olympics winter\"  "));
  CHECK(holds(result.out, "\n  no   year:2020"));
}

TEST_CASE("the parts of a score add up to it") {
  for (const char* query :
       {"winter", "winter olympics", "\"winter olympics\"", "olympi* =games", "xi jinping trade", "путин olympics",
        "trade NEAR/8 tourism", "winter /s olympics", "(winter games) OR treaty OR \"trade and\"",
        "(winter trade)@statement", "said-by:putin winter olympics", "said-by:putin olympics -trade year:2021",
        "mentions:\"Nobody Known\" OR president", "non-proliferation OR well-being", "cocoa olympics",
        "what did the president say about the winter olympics and the trade of the two countries"}) {
    for (const std::vector<std::string>& more :
         {std::vector<std::string>{}, {"--per-statement", "0"}, {"--sort", "date"}, {"--by", "statement"}}) {
      CAPTURE(query);
      std::vector<std::string> arguments{query, "--explain", "--limit", "300"};
      arguments.insert(arguments.end(), more.begin(), more.end());
      const json found = sample_index().find_json(arguments);
      for (const json& hit : found["hits"]) {
        CAPTURE(hit["explanation"].dump());
        double sum = 0;
        for (const json& part : hit["explanation"]) {
          CHECK(part["weight"].get<double>() > 0);
          sum += part["weight"].get<double>();
        }
        const double score = hit["score"];
        CHECK(std::abs(sum - score) <= 1e-6 * score);
      }
    }
  }
}

TEST_CASE("each part says what it is for and where it stands") {
  const json found = sample_index().find_json({"said-by:putin", "winter", "olympics", "--explain"});
  REQUIRE_FALSE(found["hits"].empty());
  std::map<std::string, json> parts;
  for (const json& part : found["hits"][0]["explanation"]) parts[part["text"]] = part;
  CHECK(parts["winter"]["kind"].get<std::string>() == "text");
  CHECK(parts["winter"]["count"].get<int>() > 0);
  CHECK(parts["winter"]["forms"][0].get<std::string>() == "Winter");
  CHECK(parts["winter olympics"]["kind"].get<std::string>() == "pair");
  CHECK(parts["said-by:"]["kind"].get<std::string>() == "said");
  // A query that ranks by nothing has nothing to explain; without --explain there is no such key.
  CHECK(sample_index().find_json({"year:2021", "--explain"})["hits"][0]["explanation"].empty());
  CHECK_FALSE(sample_index().find_json({"winter"})["hits"][0].contains("explanation"));
  const std::string text = sample_index().find({"winter olympics", "--explain"}).out;
  CHECK(holds(text, "  score\n"));
  CHECK(holds(text, "side by side or near one another\n"));
  CHECK_FALSE(holds(sample_index().find({"winter olympics"}).out, "  score\n"));
}
