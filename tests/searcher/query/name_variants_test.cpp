// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/query/name_variants.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "searcher/query/suggest.h"
#include "tests/searcher/query/hand_index.h"

namespace communique::tests {
namespace {

using searcher::CompiledQuery;
using Ids = std::vector<std::string>;

HandIndex& corpus() {
  static HandIndex index({
      {.id = "latin", .passages = {{.sentences = {"Ada Alder spoke of trade.", "Birch was silent."}}}, .date = "2019"},
      {.id = "script", .passages = {{.sentences = {"Ада Алдер говорила."}}, {.sentences = {"Алдер молчала."}}}},
      {.id = "han", .passages = {{.sentences = {"林美美出席會議。"}}}},
      {.id = "month", .passages = {{.sentences = {"In May all went well.", "May Lin came."}}}, .date = "2020"},
      {.id = "titled", .passages = {{.sentences = {"Nobody came."}}}, .title = "Алдер в городе"},
      {.id = "mei", .passages = {{.sentences = {"Мэй Лин приехала."}}}},
      {.id = "roe", .passages = {{.sentences = {"Eve Roe laughed, Ро did not."}}}},
  });
  return index;
}

CompiledQuery compiled(const std::string& text, const searcher::CompileOptions& options = {}) {
  const auto parsed = searcher::parse(text);
  REQUIRE(parsed);
  const auto query = searcher::compile(*parsed, corpus().index(), options);
  REQUIRE(query);
  return *query;
}

Ids found(const std::string& text) { return corpus().matches(compiled(text).full); }

std::string notice_of(const std::string& text) {
  const CompiledQuery query = compiled(text);
  return query.notices.empty() ? std::string() : query.notices.front().text;
}

}  // namespace

TEST_CASE("a name in plain words finds the leader's other forms") {
  struct Row {
    std::string query;
    Ids expected;
  };
  for (const Row& row : {
           Row{"alder", {"latin#1", "script#1", "script#2"}},
           Row{"АЛДЕР", {"latin#1", "script#1", "script#2"}},
           Row{"ada alder", {"latin#1", "script#1"}},
           Row{"aldera OR trade", {"latin#1"}},
           Row{"ada aldera", {"latin#1", "script#1"}},
           Row{"ada alder trade", {"latin#1"}},
           Row{"may lin", {"han#1", "mei#1", "month#1"}},
           Row{"林美美", {"han#1", "mei#1", "month#1"}},
           Row{"alder NEAR/2 spoke", {"latin#1"}},
           Row{"spoke -алдер", {}},
           Row{"(ada alder birch)@statement", {"latin#1"}},
           Row{"what has ada alder to say of it at all", {"latin#1", "script#1"}},
           Row{"roe", {"roe#1"}},
           Row{"title:alder", {"titled"}},
           Row{"what may mary lin say of it at all", {"han#1", "mei#1", "month#1"}},
       }) {
    INFO(row.query);
    CHECK(found(row.query) == row.expected);
  }
}

TEST_CASE("what is no name, or wanted as it is written, finds only itself") {
  struct Row {
    std::string query;
    Ids expected;
  };
  for (const Row& row : {
           Row{"=alder", {"latin#1"}},
           Row{"\"alder\"", {"latin#1"}},
           Row{"\"ada alder\"", {"latin#1"}},
           Row{"ada =alder", {"latin#1"}},
           Row{"alde*", {"latin#1"}},
           Row{"may", {"month#1"}},
           Row{"ада", {"script#1"}},
           Row{"lin may", {"month#1"}},
           Row{"birch", {"latin#1"}},
           Row{"мэй", {"mei#1"}},
       }) {
    INFO(row.query);
    CHECK(found(row.query) == row.expected);
    CHECK(notice_of(row.query) == std::string());
  }
  searcher::CompileOptions exact;
  exact.exact_names = true;
  CHECK(corpus().matches(compiled("alder", exact).full) == Ids{"latin#1"});
  CHECK(corpus().matches(compiled("may lin", exact).full) == Ids{"month#1"});
}

TEST_CASE("a name that others bear too is not widened to theirs") {
  CHECK(found("fogg roe") == Ids{"roe#1"});  // by Ро, not by Roe
  CHECK(notice_of("fogg roe") == "\"fogg roe\" also finds Ро (--exact-names: only as written)");
  CHECK(found("fogg-roe") == Ids{"roe#1"});
}

TEST_CASE("the notice names the forms that the index holds") {
  CHECK(notice_of("alder") == "\"alder\" also finds Алдер (--exact-names: only as written)");
  CHECK(notice_of("may lin") == "\"may lin\" also finds 林美美, Мэй Лин (--exact-names: only as written)");
  CHECK(notice_of("alder NEAR alder") == "\"alder\" also finds Алдер (--exact-names: only as written)");
  CHECK(compiled("alder NEAR alder").notices.size() == 1);
  CHECK(notice_of("title:alder") == "\"alder\" also finds Алдер (--exact-names: only as written)");
}

TEST_CASE("in free text a form that shares a word with the name is counted by that word alone") {
  const CompiledQuery query = compiled("what has may mary lin to say of it");
  REQUIRE(query.notices.size() == 1);
  CHECK(query.notices.front().text == "\"may mary lin\" also finds 林美美, Мэй Лин (--exact-names: only as written)");
  CHECK(query.full.get_description().find("may PHRASE") == std::string::npos);
  CHECK(notice_of("may mary lin") ==
        "\"may mary lin\" also finds May Lin, 林美美, Мэй Лин (--exact-names: only as written)");
}

TEST_CASE("all forms of a name are marked, and any of its words is a partial match") {
  const CompiledQuery query = compiled("ada alder");
  const auto marks = [&](const std::vector<std::string>& terms) {
    return std::any_of(query.patterns.begin(), query.patterns.end(), [&](const searcher::Pattern& pattern) {
      return pattern.positions.size() == terms.size() &&
             std::equal(terms.begin(), terms.end(), pattern.positions.begin(),
                        [](const std::string& term, const auto& forms) { return forms.front() == term; });
    });
  };
  CHECK(marks({"ada"}));
  CHECK(marks({"ада", "алдер"}));
  REQUIRE(query.has_partial);
  CHECK(corpus().matches(compiled("may lin").partial) == Ids{"han#1", "mei#1", "month#1"});
}

TEST_CASE("misspelt names are mended as names, under the filters beside the text") {
  const auto suggested = [](const std::string& text, const std::string& filters = {}, bool few = true) {
    searcher::ParseOptions options;
    options.filters = filters;
    const auto parsed = searcher::parse(text, options);
    REQUIRE(parsed);
    return searcher::suggest({text, *parsed, options, {}, few}, corpus().index());
  };
  CHECK(suggested("aldre") == Ids{"alder"});
  CHECK(suggested("aldre trade", "year:2019") == Ids{"alder trade"});
  CHECK(suggested("aldre", "year:2020").empty());
  CHECK(suggested("adda aldre") == Ids{"ada alder"});
  CHECK(suggested("adda aldre of the trade and all that silent", "year:2019") ==
        Ids{"ada alder of the trade and all that silent"});
  CHECK(suggested("adda aldre of the trade and all that silent", "year:2020").empty());
  CHECK(suggested("aldera") == Ids{"alder"});
  CHECK(suggested("ada aldera").empty());  // another form of it is there
  CHECK(suggested("lin").empty());
}

TEST_CASE("who is named among other words is proposed as the speaker where that finds something") {
  const auto proposed = [](const std::string& text) {
    const auto parsed = searcher::parse(text);
    REQUIRE(parsed);
    const auto suggestion = searcher::suggest_speaker({text, *parsed}, corpus().index());
    return suggestion ? suggestion->name + ": " + suggestion->query : std::string();
  };
  // Nobody says anything in this corpus; tests/e2e/names_test.cpp has one in which somebody does.
  for (const std::string text :
       {"alder trade", "alder", "alder and", "birch silent", "alder birch trade", "may trade"}) {
    INFO(text);
    CHECK(proposed(text) == std::string());
  }
}

}  // namespace communique::tests
