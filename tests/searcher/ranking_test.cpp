// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "searcher/ranking.h"
#include "tests/support/temp_dir.h"

using namespace communique;

namespace {

/// Passages of these lengths, each with the word once; with a head of length 0 before each pair where `heads`.
Xapian::Database passages(const std::string& path, const std::vector<unsigned>& lengths, bool heads) {
  Xapian::WritableDatabase database(path, Xapian::DB_CREATE);
  for (std::size_t i = 0; i < lengths.size(); ++i) {
    if (heads && i % 2 == 0) {
      Xapian::Document head;
      head.add_boolean_term("H");
      database.add_document(head);
    }
    Xapian::Document document;
    document.add_posting("word", 1);
    document.add_term("filling", lengths[i] - 1);
    database.add_document(document);
  }
  database.commit();
  return Xapian::Database(path);
}

std::vector<double> weights(const Xapian::Database& database, const Xapian::Weight& weight) {
  Xapian::Enquire enquire(database);
  enquire.set_query(Xapian::Query("word"));
  enquire.set_weighting_scheme(weight);
  const Xapian::MSet matches = enquire.get_mset(0, 100);
  std::vector<double> list;
  for (auto match = matches.begin(); match != matches.end(); ++match) list.push_back(match.get_weight());
  return list;
}

}  // namespace

TEST_CASE("heads do not change how much shorter passages are preferred") {
  const tests::TempDir folder;
  const std::vector<unsigned> lengths = {20, 60, 100, 150, 200, 40, 10, 300};
  const auto plain =
      weights(passages((folder / "plain").string(), lengths, false), searcher::passage_weight(0, 8, 0.3).scheme());
  const auto headed =
      weights(passages((folder / "headed").string(), lengths, true), searcher::passage_weight(4, 8, 0.3).scheme());
  REQUIRE(plain.size() == headed.size());
  // idf and the factor k1 + 1 differ, the same for all: what counts is the ratio of one passage to another.
  for (std::size_t i = 1; i < plain.size(); ++i) {
    CHECK(headed[i] / headed[0] == doctest::Approx(plain[i] / plain[0]).epsilon(1e-6));
  }
}

TEST_CASE("places of interleaved docids are told by shard") {
  searcher::SearchScope scope;
  scope.shards = {4, 7};
  CHECK(scope.place_of(1).shard == 4);
  CHECK(scope.place_of(1).docid == 1);
  CHECK(scope.place_of(6).shard == 7);
  CHECK(scope.place_of(6).docid == 3);
}
