// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include <memory>
#include <string>
#include <vector>

#include "searcher/document_ranges.h"
#include "tests/support/temp_dir.h"

using namespace communique;
using searcher::DocumentRange;
using searcher::RangesByShard;

namespace {

using Docids = std::vector<Xapian::docid>;

/// A database of ten documents: each holds "every", the even ones "even".
Xapian::Database ten_documents(const std::string& path) {
  Xapian::WritableDatabase database(path, Xapian::DB_CREATE);
  for (int number = 1; number <= 10; ++number) {
    Xapian::Document document;
    document.add_posting("every", 1);
    if (number % 2 == 0) document.add_posting("even", 2);
    database.add_document(document);
  }
  database.commit();
  return Xapian::Database(path);
}

Xapian::Query ranges_in(const Xapian::Database& shard, std::vector<DocumentRange> ranges) {
  auto by_shard = std::make_shared<RangesByShard>();
  (*by_shard)[shard.get_uuid()] = std::move(ranges);
  return searcher::documents_query(by_shard);
}

const Xapian::Query kEven("even");

}  // namespace

TEST_CASE("all matching documents are listed in order") {
  const tests::TempDir folder;
  const Xapian::Database shard = ten_documents((folder / "a").string());
  CHECK(searcher::matching_documents(shard, kEven) == Docids{2, 4, 6, 8, 10});
  CHECK(searcher::matching_documents(shard, Xapian::Query("absent")).empty());
  CHECK(searcher::matching_documents(shard, Xapian::Query()).empty());
  CHECK(searcher::matching_documents(shard, Xapian::Query::MatchAll).size() == 10);
  const Xapian::Query optional(Xapian::Query::OP_AND_MAYBE, kEven, Xapian::Query("every"));
  CHECK(searcher::matching_documents(shard, optional) == Docids{2, 4, 6, 8, 10});
}

TEST_CASE("alternatives are listed once each, whatever they weigh") {
  const tests::TempDir folder;
  const Xapian::Database shard = ten_documents((folder / "a").string());
  using Xapian::Query;
  const Query both(Query::OP_SYNONYM, Query("even"), Query("every"));
  CHECK(searcher::matching_documents(shard, both).size() == 10);
  const Query nested(Query::OP_OR, Query(0.5, Query(Query::OP_SYNONYM, kEven, Query("absent"))), kEven);
  CHECK(searcher::matching_documents(shard, nested) == Docids{2, 4, 6, 8, 10});
  const Query with_and(Query::OP_OR, Query(Query::OP_AND, kEven, Query("every")), Query("absent"));
  CHECK(searcher::matching_documents(shard, with_and) == Docids{2, 4, 6, 8, 10});
}

TEST_CASE("ranges take part in a query on either side") {
  const tests::TempDir folder;
  const Xapian::Database shard = ten_documents((folder / "a").string());
  const Xapian::Query some = ranges_in(shard, {{1, 1}, {4, 6}, {10, 10}});
  using searcher::matching_documents;
  CHECK(matching_documents(shard, some) == Docids{1, 4, 5, 6, 10});
  CHECK(matching_documents(shard, Xapian::Query(Xapian::Query::OP_FILTER, kEven, some)) == Docids{4, 6, 10});
  CHECK(matching_documents(shard, Xapian::Query(Xapian::Query::OP_AND_NOT, kEven, some)) == Docids{2, 8});
  CHECK(matching_documents(shard, Xapian::Query(Xapian::Query::OP_OR, kEven, some)) == Docids{1, 2, 4, 5, 6, 8, 10});
  CHECK(matching_documents(shard, ranges_in(shard, {})).empty());
}

TEST_CASE("many ranges are skipped through") {
  const tests::TempDir folder;
  Xapian::WritableDatabase database((folder / "a").string(), Xapian::DB_CREATE);
  std::vector<DocumentRange> ranges;
  for (Xapian::docid number = 1; number <= 3000; ++number) {
    Xapian::Document document;
    if (number % 997 == 0) document.add_posting("rare", 1);
    database.add_document(document);
    if (number % 3 == 0) ranges.push_back({number, number});
  }
  database.commit();
  const Xapian::Query query(Xapian::Query::OP_AND, Xapian::Query("rare"), ranges_in(database, ranges));
  CHECK(searcher::matching_documents(database, query) == Docids{2991});
}

TEST_CASE("each shard has its own ranges when several are searched together") {
  const tests::TempDir folder;
  const Xapian::Database first = ten_documents((folder / "a").string());
  const Xapian::Database second = ten_documents((folder / "b").string());
  auto ranges = std::make_shared<RangesByShard>();
  (*ranges)[second.get_uuid()] = {{3, 4}};
  Xapian::Database both;
  both.add_database(first);
  both.add_database(second);
  Xapian::Enquire enquire(both);
  enquire.set_query(searcher::documents_query(ranges));
  const Xapian::MSet matches = enquire.get_mset(0, 10);
  Docids found;
  for (auto match = matches.begin(); match != matches.end(); ++match) found.push_back(*match);
  CHECK(found == Docids{6, 8});  // docids of two shards are interleaved: 3 and 4 of the second
}
