// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include "schema/bytes.h"
#include "schema/error.h"
#include "schema/versions.h"

using namespace communique;
using namespace communique::schema;

namespace {

Manifest two_shards() {
  Manifest manifest;
  manifest.shards.resize(2);
  for (ShardEntry& shard : manifest.shards) {
    shard.statements = 100;
    shard.passages = 900;
  }
  return manifest;
}

std::string sample() {
  return encode_versions(
      {{{1, 40, 3, 0, 0}, {0, 7, 2, 0, 0}, {1, 10, 9, 0, 0}}, {{0, 990, 10, 0, 0}, {0, 300, 0, 0, 0}}});
}

std::string numbers(std::initializer_list<std::uint64_t> values) {
  ByteWriter writer;
  for (const std::uint64_t value : values) writer.number(value);
  return "CQVERSN1" + writer.take();
}

}  // namespace

TEST_CASE("versions are found by cluster and by place") {
  const VersionTable table(sample(), two_shards(), "v");
  CHECK(table.clusters() == 2);
  REQUIRE(table.cluster(0).size() == 3);
  CHECK(table.cluster(0)[1].head == 7);
  CHECK(table.cluster(0)[2].rank == 2);
  CHECK(table.cluster(1)[0].cluster == 1);
  REQUIRE(table.in_shard(0).size() == 3);
  CHECK(table.in_shard(0)[1].head == 300);
  CHECK(table.in_shard(1)[0].head == 10);
  REQUIRE(table.find(1, 40) != nullptr);
  CHECK(table.find(1, 40)->rank == 0);
  CHECK(table.find(1, 41) == nullptr);
  CHECK(table.find(2, 40) == nullptr);
}

TEST_CASE("an index without versions has an empty table") {
  const VersionTable none;
  const VersionTable read(encode_versions({}), two_shards(), "v");
  for (const VersionTable* table : {&none, &read}) {
    CHECK(table->empty());
    CHECK(table->clusters() == 0);
    CHECK(table->in_shard(0).empty());
    CHECK(table->find(0, 1) == nullptr);
  }
}

TEST_CASE("a table that does not fit its manifest is damage, not a crash") {
  const std::string bytes = sample();
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    CHECK_THROWS_AS(VersionTable(bytes.substr(0, size), two_shards(), "v"), Error);
  }
  for (const std::string& other :
       {bytes + "x", numbers({1, 1, 0, 1, 1}), numbers({1, 2, 2, 1, 1, 0, 3, 1}), numbers({1, 2, 0, 0, 1, 0, 3, 1}),
        numbers({1, 2, 0, 1000, 1, 0, 3, 1}), numbers({1, 2, 0, 1, 4'000'000'000, 0, 3, 1}), numbers({4'000'000'000}),
        numbers({1, 4'000'000'000, 0, 1, 1})}) {
    CHECK_THROWS_AS(VersionTable(other, two_shards(), "v"), Error);
  }
}
