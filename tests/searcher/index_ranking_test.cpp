// SPDX-License-Identifier: GPL-3.0-or-later
// Ranking by words on indexes that the indexer made: what its word lists say must be what its postings say.
#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "searcher/open_index.h"
#include "tests/searcher/ranking_by_matcher.h"
#include "tests/support/random.h"
#include "tests/support/test_index.h"

using namespace communique;
using nlohmann::json;
using searcher::OpenIndex;

namespace {

using Entries = std::vector<std::pair<Xapian::docid, Xapian::termcount>>;

Entries by_lists(OpenIndex& index, std::size_t shard, schema::WordNumber number) {
  Entries entries;
  schema::WordListReader at(index.lists(shard).list(number).run);
  for (; at.docid() != 0; at.next()) entries.emplace_back(at.docid(), at.count());
  return entries;
}

Entries by_postings(const Xapian::Database& shard, std::string_view term) {
  Entries entries;
  const std::string name(term);
  const auto end = shard.postlist_end(name);
  for (auto at = shard.postlist_begin(name); at != end; ++at) entries.emplace_back(*at, at.get_wdf());
  return entries;
}

/// Checks every word and the length of every document.
void check_lists(OpenIndex& index, std::size_t shard) {
  const Xapian::Database& database = index.shard(shard);
  const schema::ForwardIndex& forward = index.forward(shard);
  const schema::WordLists& lists = index.lists(shard);
  REQUIRE(lists.documents() == database.get_lastdocid());
  for (Xapian::docid docid = 1; docid <= lists.documents(); ++docid) {
    CHECK(lists.length(docid) == database.get_doclength(docid));
  }
  REQUIRE(lists.words() == forward.words());
  for (schema::WordNumber place = 0; place < forward.words(); ++place) {
    const schema::ForwardWord word = forward.word_at(place);
    CAPTURE(word.term);
    const schema::WordList list = lists.list(word.number);
    const Entries expected = by_postings(database, word.term);
    CHECK(by_lists(index, shard, word.number) == expected);
    CHECK(list.passages == expected.size());
    CHECK(list.occurrences == database.get_collection_freq(std::string(word.term)));
    CHECK(list.last == (expected.empty() ? 0 : expected.back().first));
  }
}

std::vector<json> records(std::uint32_t seed, int count) {
  const std::vector<std::string> words = {"treaty", "grain", "harbour", "border",
                                          "summit", "the",   "of",      "non-proliferation"};
  std::mt19937 random(seed);
  std::vector<json> records;
  for (int i = 0; i < count; ++i) {
    std::string text;
    for (std::uint32_t left = 5 + tests::below(random, 400); left > 0; --left) {
      text += tests::one_of(random, words) + (tests::below(random, 9) == 0 ? ". " : " ");
    }
    const std::string title = tests::one_of(random, words) + " and " + tests::one_of(random, words);
    records.push_back({{"id", "s" + std::to_string(i)}, {"title", title}, {"text", text + "end."}, {"lang", "en"}});
    records.back()["country"] = i % 3 == 0 ? "FRA" : "RUS";
    if (i % 5 != 0) records.back()["date"] = std::to_string(2018 + i % 4) + "-03-1" + std::to_string(i % 10);
  }
  return records;
}

}  // namespace

TEST_CASE("word lists say the same as the postings, and words rank by them, in a new index and after updates") {
  const tests::TestIndex made;
  bool dead = false;
  std::size_t shards = 0;
  for (const auto& [seed, count] : {std::pair{1U, 300}, {1U, 330}, {2U, 20}, {3U, 60}}) {
    made.add_records(records(seed, count));
    OpenIndex index(made.path());
    for (std::size_t shard = 0; shard < index.manifest().shards.size(); ++shard) {
      check_lists(index, shard);
      dead = dead || !index.manifest().shards[shard].tombstones.empty();
    }
    shards = std::max(shards, index.manifest().shards.size());
    for (const char* query :
         {"treaty", "treaty grain", "treaty OR harbour", "grain summit year:2020", "border -treaty country:FRA",
          "the treaty of the border and the summit at a harbour", "summit before:2019-03-12", "harbour after:2020"}) {
      CHECK(tests::check_words_only(index, query).has_value());
    }
  }
  CHECK(dead);
  CHECK(shards > 1);
}

TEST_CASE("word lists of the sample say the same as its postings, and words rank by them") {
  OpenIndex index(tests::sample_index().path());
  for (std::size_t shard = 0; shard < index.manifest().shards.size(); ++shard) check_lists(index, shard);
  for (const char* query : {"president", "cooperation trade", "cooperation OR trade OR peace", "president country:FRA",
                            "how do the two countries speak of trade and of peace in their region"}) {
    CHECK(tests::check_words_only(index, query).has_value());
  }
}
