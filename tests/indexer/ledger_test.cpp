// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include "indexer/ledger.h"
#include "schema/error.h"

using namespace communique;
using namespace communique::indexer;

namespace {

Ledger sample_ledger() {
  Ledger ledger;
  ledger.sources = {{"/data/a.jsonl", std::string(64, 'a'), "how", 2}, {"-", "", "how", 1}};
  for (const char* id : {"one", "two", "three"}) {
    LedgerRow row;
    row.id = hash128(id);
    row.content = hash128(std::string(id) + " text");
    row.shard = 1;
    row.head = 300;
    row.passages = 2;
    row.text_bytes = 70000;
    row.source = ledger.rows.empty() ? kNoSource : 1;
    ledger.rows.push_back(row);
  }
  return ledger;
}

}  // namespace

TEST_CASE("a ledger comes back as it was written") {
  for (const Ledger& ledger : {Ledger{}, sample_ledger()}) {
    const Ledger back = decode_ledger(encode(ledger), "l");
    CHECK(encode(back) == encode(ledger));
    REQUIRE(back.rows.size() == ledger.rows.size());
    CHECK(back.sources.size() == ledger.sources.size());
    if (!back.rows.empty()) {
      CHECK(back.rows[0].source == kNoSource);
      CHECK(back.rows[1].source == 1);
    }
  }
}

TEST_CASE("a ledger cut anywhere is damage, not a crash") {
  const std::string bytes = encode(sample_ledger());
  for (std::size_t size = 0; size < bytes.size(); ++size)
    CHECK_THROWS_AS(decode_ledger(bytes.substr(0, size), "l"), Error);
}

TEST_CASE("rows are found by the hash of their id") {
  const Ledger ledger = sample_ledger();
  const LedgerIndex index = index_by_id(ledger);
  CHECK(index.at(hash128("two")) == 1);
  CHECK_FALSE(index.contains(hash128("four")));
  CHECK(hash128("two").hex().size() == 32);
}
