// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/searcher/ranking_by_matcher.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

#include "searcher/matches/match_set.h"
#include "searcher/query/and_parts.h"
#include "searcher/word_matches.h"
#include "searcher/word_ranking.h"

namespace communique::tests {
namespace {

using namespace searcher;
using Passages = std::vector<RankedPassage>;

constexpr double kRounding = 1e-9;  // of a weight: sums are added up in another order

bool same_weight(double a, double b) { return std::abs(a - b) <= kRounding * std::max(std::abs(a), std::abs(b)); }

bool same_place(const RankedPassage& a, const RankedPassage& b) { return a.shard == b.shard && a.docid == b.docid; }

Passages by_place(Passages passages) {
  std::sort(passages.begin(), passages.end(), [](const RankedPassage& a, const RankedPassage& b) {
    return std::pair(a.shard, a.docid) < std::pair(b.shard, b.docid);
  });
  return passages;
}

Passages by_matcher(OpenIndex& index, const SearchScope& scope, const Xapian::Query& query, std::size_t count) {
  Xapian::Enquire enquire(scope.database);
  enquire.set_query(query);
  enquire.set_weighting_scheme(passage_weight(index, scope).scheme());
  const Xapian::MSet matches = enquire.get_mset(0, static_cast<Xapian::doccount>(count));
  Passages passages;
  for (auto match = matches.begin(); match != matches.end(); ++match) {
    const DocumentPlace place = scope.place_of(*match);
    passages.push_back({place.shard, place.docid, match.get_weight()});
  }
  return passages;
}

/// The same passages with the same weights; `a` and `b` are in one order.
bool same_passages(const Passages& a, const Passages& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const RankedPassage& left, const RankedPassage& right) {
    return same_place(left, right) && same_weight(left.weight, right.weight);
  });
}

bool same_weights(const Passages& a, const Passages& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const RankedPassage& left, const RankedPassage& right) {
    return same_weight(left.weight, right.weight);
  });
}

bool heaviest_first(const Passages& passages) {
  return std::is_sorted(passages.begin(), passages.end(),
                        [](const RankedPassage& a, const RankedPassage& b) { return a.weight > b.weight; });
}

Xapian::Query as_query(const RankedWord& word) {
  std::vector<Xapian::Query> forms;
  for (const std::string& form : word.forms) forms.emplace_back(form);
  const Xapian::Query any =
      forms.size() == 1 ? forms.front() : Xapian::Query(Xapian::Query::OP_SYNONYM, forms.begin(), forms.end());
  return word.factor == 1 ? any : Xapian::Query(word.factor, any);
}

/// What documents_with_words() finds, by place.
bool finds(OpenIndex& index, const SearchScope& scope, const WordRanking& ranking, const Passages& expected) {
  Passages found;
  for (const std::size_t shard : scope.shards) {
    for (const Xapian::docid docid : documents_with_words(index, shard, ranking)) found.push_back({shard, docid});
  }
  return std::equal(found.begin(), found.end(), expected.begin(), expected.end(), same_place);
}

/// The same first ones whether all that matches is gathered on the way or not; and that is what matches.
bool gathers(OpenIndex& index, const SearchScope& scope, const WordRanking& ranking, const RankedPassages& first,
             const Passages& expected) {
  MatchesByShard found(index.manifest().shards.size());
  const RankedPassages again = rank_words(index, scope, ranking, first.passages.size(), &found);
  Passages gathered;
  for (const std::size_t shard : scope.shards) {
    for (const Xapian::docid docid : found[shard]) gathered.push_back({shard, docid});
  }
  return same_passages(again.passages, first.passages) &&
         again.complete == (gathered.size() == first.passages.size()) &&
         std::equal(gathered.begin(), gathered.end(), expected.begin(), expected.end(), same_place);
}

}  // namespace

SearchScope whole_scope(OpenIndex& index) {
  SearchScope scope;
  scope.database = index.database_for({}, true, &scope.shards);
  return scope;
}

Xapian::Query as_query(const WordRanking& ranking) {
  using Xapian::Query;
  std::vector<Query> deciding;
  std::vector<Query> optional;
  for (const RankedWord& word : ranking.words) (word.optional ? optional : deciding).push_back(as_query(word));
  Query query = ranking.all ? all_of(deciding) : any_of(deciding);
  if (!optional.empty()) query = Query(Query::OP_AND_MAYBE, query, any_of(optional));
  if (!ranking.filters.empty()) query = Query(Query::OP_FILTER, query, all_of(ranking.filters));
  if (!ranking.excluded.empty()) query = Query(Query::OP_AND_NOT, query, any_of(ranking.excluded));
  return query;
}

std::size_t check_ranking(OpenIndex& index, const SearchScope& scope, const WordRanking& ranking,
                          const Xapian::Query& query) {
  CAPTURE(query.get_description());
  const Passages expected = by_matcher(index, scope, query, scope.database.get_doccount());
  const RankedPassages all = rank_words(index, scope, ranking, expected.size() + 1);
  CHECK(all.complete);
  CHECK(heaviest_first(all.passages));
  CHECK(same_passages(by_place(all.passages), by_place(expected)));
  if (!ranking.but_not_all) CHECK(finds(index, scope, ranking, by_place(expected)));
  for (const std::size_t count : {std::size_t{1}, expected.size() / 3, expected.size() - 1, expected.size()}) {
    if (count == 0 || count > expected.size()) continue;
    CAPTURE(count);
    const RankedPassages some = rank_words(index, scope, ranking, count);
    REQUIRE(some.passages.size() == count);
    if (count < expected.size()) CHECK(!some.complete);
    const Passages first(all.passages.begin(), all.passages.begin() + static_cast<std::ptrdiff_t>(count));
    CHECK(std::equal(first.begin(), first.end(), some.passages.begin(), same_place));
    CHECK(same_weights(some.passages, by_matcher(index, scope, query, count)));
    CHECK(gathers(index, scope, ranking, some, by_place(expected)));
  }
  return expected.size();
}

std::optional<std::size_t> check_words_only(OpenIndex& index, const std::string& text, const ParseOptions& options) {
  CAPTURE(text);
  const auto parsed = parse(text, options);
  REQUIRE(parsed);
  const auto compiled = compile(*parsed, index);
  REQUIRE_MESSAGE(compiled, compiled.error().message);
  if (!compiled->words_only) return std::nullopt;
  const RunnableQuery run = runnable(index, *compiled, std::nullopt);
  return check_ranking(index, run.scope, *compiled->words_only, run.full);
}

}  // namespace communique::tests
