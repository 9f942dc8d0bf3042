// SPDX-License-Identifier: GPL-3.0-or-later
// Words ranked from word lists, against Xapian's matcher with the same weighting scheme.
#include "searcher/word_ranking.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <random>
#include <string>
#include <vector>

#include "schema/bytes.h"
#include "schema/terms.h"
#include "searcher/document_ranges.h"
#include "searcher/query/compile.h"
#include "searcher/query/date_query.h"
#include "searcher/query/parse.h"
#include "searcher/word_matches.h"
#include "tests/searcher/random_statements.h"
#include "tests/searcher/ranking_by_matcher.h"
#include "tests/support/damage.h"
#include "tests/support/random.h"

namespace communique::tests {
namespace {

using namespace searcher;
using Xapian::Query;

Query term(std::string_view prefix, std::string_view value) { return Query(schema::make_term(prefix, value)); }

/// Filters and what is left out, as compile() makes them of fields and words.
std::vector<Query> some_filters(OpenIndex& index) {
  const Query france = term(schema::prefix::kCountry, "FRA");
  const Query year = term(schema::prefix::kYear, "2020");
  const auto dates = [&](const char* range) {
    return date_query(*schema::parse_date_range(range), year_bounds(index.manifest()));
  };
  return {france,
          year,
          dates("2020-02-29..2021-03"),
          dates("2020..2022"),
          Query(Query::OP_OR, france, term(schema::prefix::kCountry, "KOR")),
          Query(Query::OP_OR, term(schema::prefix::kMention, "bo-birch"), term(schema::prefix::kMention, "absent")),
          Query(Query::OP_SYNONYM, Query("summit"), Query("harbour")),
          Query(0.0, Query("border")),
          Query(Query::OP_AND, Query("grain"), Query("of")),
          index.whole_statements(Query("talked")),
          Query::MatchNothing};
}

class RankingMaker {
 public:
  RankingMaker(std::mt19937& random, OpenIndex& index, std::size_t most_forms = 6)
      : random_(random), filters_(some_filters(index)), most_forms_(most_forms) {}

  WordRanking any() {
    WordRanking ranking;
    ranking.all = below(random_, 2) == 0;
    for (std::uint32_t left = 1 + below(random_, 5); left > 0; --left) ranking.words.push_back(word());
    ranking.words[below(random_, ranking.words.size())].optional = false;
    for (std::uint32_t left = below(random_, 3); left > 0; --left) ranking.filters.push_back(filter());
    for (std::uint32_t left = below(random_, 3); left > 0; --left) ranking.excluded.push_back(filter());
    return ranking;
  }

 private:
  RankedWord word() {
    RankedWord word;
    std::vector<std::string> words(kVocabulary.begin(), kVocabulary.end());
    words.emplace_back("absent");
    std::shuffle(words.begin(), words.end(), random_);
    words.resize(below(random_, 2) == 0 ? 1 : 2 + below(random_, most_forms_ - 1));
    word.forms = words;
    word.factor = one_of(random_, std::vector<double>{1, 1, 0.1, 2.75, 1.0 / 3});
    word.optional = below(random_, 4) == 0;
    return word;
  }
  Query filter() { return one_of(random_, filters_); }

  std::mt19937& random_;
  std::vector<Query> filters_;
  std::size_t most_forms_;
};

void overwrite(const std::filesystem::path& file, const std::string& bytes) {
  std::ofstream(file, std::ios::binary) << bytes;
}

}  // namespace

TEST_CASE("random words with filters rank as the matcher ranks them") {
  std::size_t found = 0;
  for (unsigned seed = 1; seed <= 8; ++seed) {
    CAPTURE(seed);
    std::mt19937 random(seed);
    HandIndex hand(random_statements(random, seed == 1 ? 3 : 100, seed % 2 == 0));
    OpenIndex& index = hand.index();
    RankingMaker maker(random, index);
    for (int round = 0; round < 100; ++round) {
      CAPTURE(round);
      const WordRanking ranking = maker.any();
      found += check_ranking(index, whole_scope(index), ranking, index.without_dead(as_query(ranking)));
    }
  }
  CHECK(found > 10000);
}

TEST_CASE("words rank as the matcher ranks them over several shards") {
  for (unsigned seed = 21; seed <= 24; ++seed) {
    CAPTURE(seed);
    std::mt19937 random(seed);
    HandIndex hand(random_statements(random, 100, true), 2 + seed % 3);
    OpenIndex& index = hand.index();
    // Of three forms and more the matcher expects another number of passages in each shard, since it joins them in the
    // order of that shard's frequencies and rounds.
    RankingMaker maker(random, index, 2);
    for (int round = 0; round < 60; ++round) {
      CAPTURE(round);
      const WordRanking ranking = maker.any();
      check_ranking(index, whole_scope(index), ranking, index.without_dead(as_query(ranking)));
    }
  }
}

TEST_CASE("what has some of the words but not all ranks as the matcher ranks it") {
  std::size_t found = 0;
  for (unsigned seed = 51; seed <= 54; ++seed) {
    CAPTURE(seed);
    std::mt19937 random(seed);
    HandIndex hand(random_statements(random, 100, true));
    OpenIndex& index = hand.index();
    RankingMaker maker(random, index);
    for (int round = 0; round < 60; ++round) {
      CAPTURE(round);
      const WordRanking full = maker.any();
      const auto some = some_of(full);
      const bool optional =
          std::any_of(full.words.begin(), full.words.end(), [](const auto& one) { return one.optional; });
      REQUIRE(some.has_value() == (full.all && !optional));
      if (!some) continue;
      WordRanking any = full;
      any.all = false;
      const Query query(Query::OP_AND_NOT, index.without_dead(as_query(any)), as_query(full));
      found += check_ranking(index, whole_scope(index), *some, query);
    }
  }
  CHECK(found > 1000);
}

TEST_CASE("what matches is gathered while phrases are ranked") {
  const std::vector<std::string> queries = {"\"of the treaty\"",  "\"the treaty\" OR \"grain talks\"",
                                            "the NEAR/4 border",  "\"the of\" country:france",
                                            "grain -\"the the\"", "\"summit harbour grain border\""};
  std::size_t gathered = 0;
  for (unsigned seed = 41; seed <= 43; ++seed) {
    std::mt19937 random(seed);
    HandIndex hand(random_statements(random, 200, true));
    OpenIndex& index = hand.index();
    const SearchScope scope = whole_scope(index);
    for (const std::string& text : queries) {
      CAPTURE(text);
      const auto parsed = parse(text);
      REQUIRE(parsed);
      const auto compiled = compile(*parsed, index);
      REQUIRE(compiled);
      const Query query = index.without_dead(compiled->full);
      const RankedQuery asked{query, nullptr, true};
      REQUIRE(passes_everything(scope, asked, {}));
      MatchesByShard found(index.manifest().shards.size());
      const CandidateList with = first_candidates(index, scope, asked, {}, 10, &found);
      const CandidateList without = first_candidates(index, scope, asked, {}, 10);
      REQUIRE(with.candidates.size() == without.candidates.size());
      for (std::size_t i = 0; i < with.candidates.size(); ++i) {
        CHECK(with.candidates[i].place.shard == without.candidates[i].place.shard);
        CHECK(with.candidates[i].place.docid == without.candidates[i].place.docid);
        CHECK(with.candidates[i].weight == without.candidates[i].weight);
      }
      for (const std::size_t shard : scope.shards) {
        CHECK(found[shard] == matching_documents(index.shard(shard), query));
        gathered += found[shard].size();
      }
    }
  }
  CHECK(gathered > 200);
}

TEST_CASE("passages of different blocks of docids rank as the matcher ranks them") {
  std::mt19937 random(31);
  HandIndex hand(random_statements(random, 3500, true));
  OpenIndex& index = hand.index();
  REQUIRE(index.database().get_doccount() > 3 * 4096);
  RankingMaker maker(random, index);
  for (int round = 0; round < 40; ++round) {
    CAPTURE(round);
    const WordRanking ranking = maker.any();
    check_ranking(index, whole_scope(index), ranking, index.without_dead(as_query(ranking)));
  }
}

TEST_CASE("compiled queries of words and filters rank by words alone as they do in full") {
  struct Row {
    std::string query;
    bool words_only = true;
    ParseOptions options{};
  };
  const ParseOptions any{.match = MatchMode::Any};
  const ParseOptions plain{.plain_text = true};
  const std::vector<Row> rows = {
      {"treaty"},
      {"treaty grain"},
      {"treaty grain border summit"},
      {"treaty OR grain OR harbour"},
      {"treaty treaty"},
      {"=treaty"},
      {"the"},
      {"the of"},
      {"treaty absent"},
      {"treaty OR absent"},
      {"treaty grain year:2020"},
      {"treaty year:2019 year:2021"},
      {"treaty -grain"},
      {"treaty NOT (grain OR border)"},
      {"treaty -\"grain border\""},
      {"treaty country:FRA"},
      {"treaty country:FRA -country:RUS"},
      {"treaty -country:FRA"},
      {"treaty lang:en mentions:\"Bo Birch\""},
      {"treaty date:2020-02..2020-11-15"},
      {"treaty after:2019-03-05 before:2021-07-30"},
      {"(treaty OR grain) before:2020-11"},
      {"harbour title:summit"},
      {"treaty -title:summit"},
      {"treaty id:s3"},
      {"talks of the treaty on grain and harbour at the border"},
      {"talks of the treaty on grain and harbour at the border year:2020 -talked"},
      {"the of and to in the of"},
      {"treaty the of", true, any},
      {"grain grain summit the the treaty", true, plain},
      {"grain NOT summit: the treaty?", true, plain},
      {"\"treaty grain\"", false},
      {"treaty \"of grain\"", false},
      {"treaty NEAR/3 grain", false},
      {"(treaty OR grain) border", false},
      {"(treaty grain) OR border", false},
      {"summ*", false},
      {"treaty summ*", false},
      {"(treaty country:FRA) OR grain", false},
      {"(treaty grain)@statement", false},
  };
  for (unsigned seed = 41; seed <= 43; ++seed) {
    std::mt19937 random(seed);
    HandIndex hand(random_statements(random, 120, seed != 41), seed == 43 ? 3 : 1);
    for (const Row& row : rows) {
      CAPTURE(row.query);
      CHECK(check_words_only(hand.index(), row.query, row.options).has_value() == row.words_only);
    }
  }
}

TEST_CASE("an index without passages, or a scope without shards, ranks nothing") {
  HandIndex empty({{.id = "a", .date = "2020"}, {.id = "b"}});
  const WordRanking treaty{{{{"treaty"}}}};
  CHECK(check_ranking(empty.index(), whole_scope(empty.index()), treaty, as_query(treaty)) == 0);
  const SearchScope nowhere;
  const RankedPassages none = rank_words(empty.index(), nowhere, treaty, 10);
  CHECK(none.passages.empty());
  CHECK(none.complete);
}

TEST_CASE("lists that name passages beyond the shard's are damaged") {
  std::mt19937 random(51);
  HandIndex hand(random_statements(random, 40));
  const auto file = hand.folder() / "shards" / "a.lists";
  std::string bytes = slurp(file);
  std::string far;
  schema::append_number(far, (hand.index().database().get_doccount() + 1) << 1);
  bytes.replace(bytes.find(hand.index().lists(0).list(*hand.index().forward(0).find("the")).run), far.size(), far);
  overwrite(file, bytes);
  OpenIndex index(hand.folder());
  for (const bool all : {true, false}) {
    const WordRanking ranking{{{{"the"}}, {{"the", "of"}}}, all};
    CHECK(error_of([&] { rank_words(index, whole_scope(index), ranking, 10); }) == ErrorCode::IndexDamaged);
    CHECK(error_of([&] { documents_with_words(index, 0, ranking); }) == ErrorCode::IndexDamaged);
  }
}

TEST_CASE("whatever bytes of word lists are altered, ranking says so or finds documents of the shard") {
  std::mt19937 random(52);
  HandIndex hand(random_statements(random, 40, true));
  const auto file = hand.folder() / "shards" / "a.lists";
  const std::string good = slurp(file);
  int ranked = 0;
  for (int round = 0; round < 400; ++round) {
    overwrite(file, altered(good, random, 20));
    const auto error = error_of([&] {
      OpenIndex index(hand.folder());
      RankingMaker maker(random, index);
      const WordRanking ranking = maker.any();
      const RankedPassages found = rank_words(index, whole_scope(index), ranking, 1000);
      CHECK(documents_with_words(index, 0, ranking).size() >= found.passages.size());
      for (const RankedPassage& one : found.passages) CHECK(one.docid <= index.database().get_lastdocid());
      ++ranked;
    });
    if (error) CHECK(*error == ErrorCode::IndexDamaged);
  }
  CHECK(ranked > 50);
}

}  // namespace communique::tests
