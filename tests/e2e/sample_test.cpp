// SPDX-License-Identifier: GPL-3.0-or-later
// The sample corpus as docs/sample-corpus.md describes it, searched as its readers would.
#include <doctest/doctest.h>

#include <algorithm>

#include "tests/support/test_index.h"

using namespace communique::tests;

namespace {

bool contains(const Ids& ids, const std::string& id) { return std::find(ids.begin(), ids.end(), id) != ids.end(); }

}  // namespace

TEST_CASE("the sample is indexed whole, and hidden files are left out") {
  const TestIndex index;
  const auto summary = index.add({sample_folder().string()});
  CHECK(summary["added"] == 69);
  CHECK(summary["rejected"] == 0);
  CHECK(summary["files_skipped"] == 2);
  CHECK(index.statements("zeppelin").empty());
}

TEST_CASE("searches of the sample find exactly what a careful reader expects") {
  struct Row {
    std::string query;
    Ids expected;
  };
  const std::string reference = "text/new-year-greetings.txt";
  for (const Row& row : {
           Row{"winter olympics",
               {"briefing-treaty-2021", "newyear-transcript-2021", "sample/" + reference, "xi-sanchez-2021"}},
           Row{"\"win-win cooperation\"", {"sample/" + reference, "xi-sanchez-2021"}},
           Row{"leader:mishoustine",
               {"briefing-treaty-2021", "liqiang-mishustin-2024", "newyear-fr-2021", "newyear-ru-2021",
                "sample/text/new-year-greetings.txt", "sample/text/plain/CHN_2021_greeting.txt"}},
           Row{"leader:zelensky",
               {"rutte-zelenskiy-2021", "sample/html/sunak-zelenskyy-2023.html", "scholz-zelensky-2022",
                "zelenskyy-thanks-2023"}},
           Row{"leader:Zelenskyy",
               {"rutte-zelenskiy-2021", "sample/html/sunak-zelenskyy-2023.html", "scholz-zelensky-2022",
                "zelenskyy-thanks-2023"}},
           Row{"lodz", {"call-short-2024", "press-conference-paris-2022", "sample/html/tusk-lodz-2024.html"}},
           Row{"cote d’ivoire",
               {"ouattara-cocoa-2015", "sample/html/tusk-lodz-2024.html",
                "sample/text/plain/CIV_2015_communique.txt"}},
           Row{"speaker:trump", {"trump-abe-2019", "trump-carney-2025", "trump-solberg-2018"}},
           Row{"leader:\"Russian president\" year:2014", {"putin-medvedev-2014"}},
           Row{"lang:ru", {"newyear-ru-2021", "ru-briefing-2019"}},
           Row{"lang:ja", {"kishida-modi-2022"}},
           Row{"year:2021 type:briefing", {"briefing-treaty-2021", "us-briefing-2021"}},
           Row{"date:..2000",
               {"chirac-sommet-1996", "clinton-reading-2000", "gorbachev-bush-1991", "kohl-einheit-1993",
                "mandela-school-1998"}},
           Row{"leader:may", {"may-in-may-2017"}},
           Row{"g20 covid-19", {"g20-note-undated"}},
           Row{"=cooperates", {"blair-africa-2005"}},
       }) {
    CAPTURE(row.query);
    CHECK(sample_index().statements(row.query) == sorted(row.expected));
  }
}

TEST_CASE("one man is found by every spelling of his name") {
  const Ids expected = sample_index().statements("leader:putin");
  CHECK(expected.size() >= 15);
  for (const std::string& query :
       std::initializer_list<std::string>{"leader:poutine", "leader:普京", "leader:Путин", "leader:\"Vladimir Putin\"",
                                          "leader:\"President Putin\""}) {
    CAPTURE(query);
    CHECK(sample_index().statements(query) == expected);
  }
}

TEST_CASE("two countries' events are found by their parties") {
  const Ids found = sample_index().statements("between:china,russia");
  for (const std::string& id :
       std::initializer_list<std::string>{"call-beijing-2020", "call-moscow-2020", "liqiang-mishustin-2024",
                                          "newyear-transcript-2021", "newyear-ru-2021"}) {
    CAPTURE(id);
    CHECK(contains(found, id));
  }
  CHECK_FALSE(contains(found, "tokayev-interview-2022"));
  CHECK_FALSE(contains(found, "niinisto-saimaa-2019"));
  CHECK(sample_index().statements("between:russia,china") == found);
}

TEST_CASE("a path pattern gives metadata to files that have none") {
  const TestIndex index;
  index.add({"--path-pattern", "plain/{country}_{year}_{type}.txt", sample_folder().string()});
  CHECK(index.statements("leader:\"Russian president\" year:2010") == Ids{"sample/text/plain/RUS_2010_readout.txt"});
  CHECK(index.statements("country:KOR year:2013 type:release") == Ids{"sample/text/plain/KOR_2013_release.txt"});
}

TEST_CASE("the JSON of a search is what docs/json-api.md promises") {
  const auto json = sample_index().find_json({"\"win-win cooperation\""});
  CHECK(json["api_version"].is_number());
  CHECK(json["query"]["text"] == "\"win-win cooperation\"");
  CHECK(json["total"]["exact"] == true);
  CHECK(json["total"]["statements"] == 2);
  CHECK(json["partial_shards"].empty());
  REQUIRE(json["hits"].size() == 2);
  for (const auto& hit : json["hits"]) {
    CHECK(hit["passage"]["id"].get<std::string>().find('#') != std::string::npos);
    REQUIRE(hit["passage"]["highlights"].size() >= 1);
    const std::size_t start = hit["passage"]["highlights"][0][0];
    const std::size_t end = hit["passage"]["highlights"][0][1];
    CHECK(end - start == std::string("win-win cooperation").size());
    CHECK(hit["statement"].contains("date_origin"));
    CHECK(hit["score"].is_number());
  }
  CHECK(json["took_ms"].is_number());
}

TEST_CASE("every output format answers, and shows the same hits") {
  for (const std::string& format : std::initializer_list<std::string>{"text", "json", "jsonl", "csv", "tsv", "trec"}) {
    CAPTURE(format);
    const auto result = sample_index().find({"--format", format, "winter olympics"});
    CHECK(result.exit_code == 0);
    CHECK(result.out.find("xi-sanchez-2021") != std::string::npos);
  }
  CHECK(sample_index().find({"--format", "xyz", "winter"}).exit_code == 2);
}

TEST_CASE("where nothing matches, a word that names a type of statement is proposed as that filter") {
  const auto proposed = [](const std::vector<std::string>& query) {
    const auto found = sample_index().find_json(query);
    return found["query"]["suggestions"].get<std::vector<std::string>>();
  };
  CHECK(proposed({"year:2022 greeting"}) == std::vector<std::string>{"year:2022 type:greeting"});
  CHECK(proposed({"year:2022 type:greeting"}).empty());
  CHECK(proposed({"greeting"}).empty());                  // finds the word
  CHECK(proposed({"year:1822 greeting"}).empty());        // nor would the filter find anything
  CHECK(proposed({"year:2022 \"greeting\""}).empty());  // a phrase is meant as it stands
}

TEST_CASE("pages follow one another without gap or repeat") {
  Ids seen;
  for (int offset = 0; offset < 20; offset += 5) {
    const auto found = sample_index().find_json({"--limit", "5", "--offset", std::to_string(offset), "the"});
    for (const auto& hit : found["hits"]) {
      seen.push_back(hit["passage"]["id"]);
    }
  }
  CHECK(seen.size() == 20);
  Ids unique = sorted(seen);
  unique.erase(std::unique(unique.begin(), unique.end()), unique.end());
  CHECK(unique.size() == seen.size());
}

TEST_CASE("sorting by date runs both ways, undated last") {
  for (const std::string& order : std::initializer_list<std::string>{"date", "-date"}) {
    CAPTURE(order);
    std::vector<std::string> dates;
    const auto found = sample_index().find_json({"--sort", order, "--limit", "100", "--by", "statement", "the"});
    for (const auto& hit : found["hits"]) {
      dates.push_back(hit["statement"]["date"].is_null() ? "" : hit["statement"]["date"].get<std::string>());
    }
    const auto undated = std::find(dates.begin(), dates.end(), "");
    CHECK(std::all_of(undated, dates.end(), [](const std::string& date) { return date.empty(); }));
    if (order == "date")
      CHECK(std::is_sorted(dates.begin(), undated));
    else
      CHECK(std::is_sorted(dates.begin(), undated, std::greater<>()));
  }
}

TEST_CASE("show gives a statement whole") {
  const auto result = run({searcher_binary(), "show", "--index", sample_index().path(), "xi-sanchez-2021"});
  CHECK(result.exit_code == 0);
  CHECK(result.out.find("Sánchez") != std::string::npos);
  CHECK(run({searcher_binary(), "show", "--index", sample_index().path(), "no-such-id"}).exit_code == 1);
}
