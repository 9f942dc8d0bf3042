// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/document_filter.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "schema/terms.h"
#include "searcher/query/date_query.h"
#include "tests/searcher/random_statements.h"

namespace communique::tests {
namespace {

using searcher::DocumentFilter;
using Xapian::Query;
using Docids = std::vector<Xapian::docid>;
namespace prefix = schema::prefix;

Query term(std::string_view name, std::string_view value) { return Query(schema::make_term(name, value)); }

Query either(const Query& a, const Query& b) { return {Query::OP_OR, a, b}; }

/// What the filter lets through when asked about some documents in their order.
Docids admitted(searcher::OpenIndex& index, std::size_t shard, const std::vector<Query>& filters,
                const std::vector<Query>& excluded, const Docids& asked) {
  DocumentFilter filter(index, shard, filters, excluded);
  Docids through;
  for (const Xapian::docid docid : asked) {
    if (filter.admits(docid)) through.push_back(docid);
  }
  return through;
}

Docids all_of_shard(searcher::OpenIndex& index, std::size_t shard) {
  Docids all;
  for (Xapian::docid docid = 1; docid <= index.shard(shard).get_lastdocid(); ++docid) all.push_back(docid);
  return all;
}

/// The same by Xapian's matcher, one query at a time.
Docids matched(const Xapian::Database& shard, const Query& query) {
  Xapian::Enquire enquire(shard);
  enquire.set_query(query);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.set_docid_order(Xapian::Enquire::ASCENDING);
  const Xapian::MSet matches = enquire.get_mset(0, shard.get_doccount());
  return {matches.begin(), matches.end()};
}

bool contains(const Docids& docids, Xapian::docid docid) {
  return std::binary_search(docids.begin(), docids.end(), docid);
}

/// Three statements: head 1 and passages 2, 3; head 4 and passage 5; head 6 and passage 7, which are dead; head 8
/// and 9.
HandIndex& four_statements() {
  static HandIndex index(
      {{.id = "a",
        .passages = {{{"Grain came."}, {"bo-birch"}}, {{"Talks went on."}, {}}},
        .date = "2020-02-10",
        .country = "FRA"},
       {.id = "b", .passages = {{{"Grain and talks."}, {}}}, .date = "2021", .country = "RUS"},
       {.id = "c", .passages = {{{"Grain."}, {}}}, .date = "2020-02-11", .country = "FRA", .dead = true},
       {.id = "d", .passages = {{{"A border."}, {"bo-birch"}}}, .country = "KOR"}});
  return index;
}

}  // namespace

TEST_CASE("filters let documents through that match all of them, are not excluded and alive") {
  searcher::OpenIndex& index = four_statements().index();
  const Query france = term(prefix::kCountry, "FRA");
  const Query russia = term(prefix::kCountry, "RUS");
  const Query birch = term(prefix::kMention, "bo-birch");
  const Query grain("grain");
  const auto dates = [&](const char* range) {
    return searcher::date_query(*schema::parse_date_range(range), searcher::year_bounds(index.manifest()));
  };
  struct Row {
    std::vector<Query> filters;
    std::vector<Query> excluded;
    Docids admitted;
  };
  const std::vector<Row> rows = {
      {{}, {}, {1, 2, 3, 4, 5, 8, 9}},
      {{france}, {}, {1, 2, 3}},
      {{Query(0.0, france)}, {}, {1, 2, 3}},
      {{either(france, russia)}, {}, {1, 2, 3, 4, 5}},
      {{either(france, either(term(prefix::kCountry, "KOR"), Query("absent")))}, {}, {1, 2, 3, 8, 9}},
      {{Query(0.0, either(Query(2.0, france), birch))}, {}, {1, 2, 3, 8, 9}},
      {{france, birch}, {}, {1, 2}},
      {{Query("absent")}, {}, {}},
      {{Query::MatchNothing}, {}, {}},
      {{france, Query::MatchNothing}, {}, {}},
      {{Query::MatchAll}, {}, {1, 2, 3, 4, 5, 8, 9}},
      {{dates("2020")}, {}, {1, 2, 3}},
      {{dates("2020-02-05..2020-02-20")}, {}, {1, 2, 3}},
      {{dates("2020-02-11..2021")}, {}, {4, 5}},
      {{dates("2021-01..2021-02")}, {}, {}},
      {{either(dates("2020-02-09..2020-02-10"), russia)}, {}, {1, 2, 3, 4, 5}},
      {{Query(Query::OP_AND, grain, Query("talks"))}, {}, {5}},
      {{Query(Query::OP_SYNONYM, grain, Query("border"))}, {}, {2, 5, 9}},
      {{index.whole_statements(grain)}, {}, {1, 2, 3, 4, 5}},
      {{}, {france}, {4, 5, 8, 9}},
      {{}, {either(france, birch)}, {4, 5}},
      {{}, {france, russia}, {8, 9}},
      {{}, {dates("2020-02-01..2021")}, {8, 9}},
      {{}, {Query::MatchAll}, {}},
      {{}, {Query::MatchNothing}, {1, 2, 3, 4, 5, 8, 9}},
      {{grain}, {russia}, {2}},
      {{either(france, russia)}, {grain, birch}, {3, 4}},
      {{france}, {france}, {}},
  };
  for (const Row& row : rows) {
    const std::size_t number = static_cast<std::size_t>(&row - rows.data());
    CAPTURE(number);
    CHECK(admitted(index, 0, row.filters, row.excluded, all_of_shard(index, 0)) == row.admitted);
  }
}

TEST_CASE("a document may be asked about twice, and others left out") {
  searcher::OpenIndex& index = four_statements().index();
  const std::vector<Query> filters = {either(term(prefix::kCountry, "FRA"), Query("border"))};
  CHECK(admitted(index, 0, filters, {}, {2, 2, 5, 5, 9, 9}) == Docids{2, 2, 9, 9});
  CHECK(admitted(index, 0, filters, {}, {9}) == Docids{9});
  CHECK(admitted(index, 0, filters, {}, {7, 8, 1000}).empty());
  CHECK(admitted(index, 0, {}, filters, {3, 5}) == Docids{5});
}

TEST_CASE("any filters let through what Xapian's matcher finds by them, whichever documents are asked about") {
  std::mt19937 random(7);
  HandIndex hand(random_statements(random, 300, true), 2);
  searcher::OpenIndex& index = hand.index();
  const auto dates = [&](const char* range) {
    return searcher::date_query(*schema::parse_date_range(range), searcher::year_bounds(index.manifest()));
  };
  const std::vector<Query> choice = {term(prefix::kCountry, "FRA"),
                                     term(prefix::kYear, "2020"),
                                     Query("harbour"),
                                     either(Query("grain"), Query(0.0, either(Query("summit"), Query("absent")))),
                                     either(term(prefix::kMention, "cy-birch"), dates("2020-02-29..2021-06")),
                                     dates("2019..2020"),
                                     Query(Query::OP_SYNONYM, Query("talk"), Query("talked")),
                                     Query(Query::OP_AND_NOT, Query("treaty"), Query("border")),
                                     index.whole_statements(Query("harbours"))};
  for (int round = 0; round < 300; ++round) {
    const std::size_t shard = below(random, 2);
    std::vector<Query> filters;
    std::vector<Query> excluded;
    for (std::uint32_t left = below(random, 3); left > 0; --left) filters.push_back(one_of(random, choice));
    for (std::uint32_t left = below(random, 3); left > 0; --left) excluded.push_back(one_of(random, choice));
    Docids asked;
    Docids expected;
    const std::size_t share = 1 + below(random, 20);
    for (const Xapian::docid docid : all_of_shard(index, shard)) {
      if (below(random, share) != 0) continue;
      asked.push_back(docid);
      if (index.is_alive({shard, docid})) expected.push_back(docid);
    }
    const auto keep = [&](const Query& query, bool wanted) {
      const Docids found = matched(index.shard(shard), query);
      std::erase_if(expected, [&](Xapian::docid docid) { return contains(found, docid) != wanted; });
    };
    for (const Query& query : filters) keep(query, true);
    for (const Query& query : excluded) keep(query, false);
    CAPTURE(round);
    CHECK(admitted(index, shard, filters, excluded, asked) == expected);
  }
}

}  // namespace communique::tests
