// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include <limits>

#include "indexer/batcher.h"
#include "indexer/generation.h"

using namespace communique;
using namespace communique::indexer;

namespace {

Segment segment(int bucket, std::uint64_t sequence, std::uint64_t bytes) {
  Segment result;
  result.bucket = bucket;
  result.sequence = sequence;
  result.bytes = bytes;
  return result;
}

schema::Manifest with_shards(std::initializer_list<std::uint64_t> sizes) {
  schema::Manifest manifest;
  for (const std::uint64_t bytes : sizes) {
    schema::ShardEntry shard;
    shard.file.bytes = bytes;
    manifest.shards.push_back(shard);
  }
  return manifest;
}

PlannedStatement planned(int year, std::size_t bytes) {
  PlannedStatement result;
  result.statement.text = std::string(bytes, 'x');
  if (year != 0) {
    result.statement.date = {static_cast<std::int16_t>(year), 0, 0};
    result.statement.date_origin = schema::DateOrigin::Metadata;
  }
  return result;
}

}  // namespace

TEST_CASE("segments lie by date, newest first, then by input order, whatever order they were built in") {
  Change change;
  change.segments = {segment(-2019, 4, 1), segment(-2021, 3, 1), segment(-2021, 0, 1),
                     segment(std::numeric_limits<int>::max(), 1, 1)};
  const auto plans = plan_shards(std::nullopt, change);
  REQUIRE(plans.size() == 1);
  CHECK(plans[0].segments == std::vector<std::size_t>{2, 1, 0, 3});
}

TEST_CASE("a shard is cut where it would get too large") {
  Change change;
  change.segments = {segment(-2021, 0, kShardBytes / 2), segment(-2020, 1, kShardBytes / 2),
                     segment(-2019, 2, kShardBytes / 2)};
  const auto plans = plan_shards(std::nullopt, change);
  REQUIRE(plans.size() == 2);
  CHECK(plans[0].segments == std::vector<std::size_t>{0, 1});
  CHECK(plans[1].segments == std::vector<std::size_t>{2});
}

TEST_CASE("a small new shard takes in old ones of its size, and leaves large ones alone") {
  struct Row {
    std::uint64_t fresh;
    std::initializer_list<std::uint64_t> old;
    std::vector<std::size_t> merged;
  };
  for (const Row& row : {Row{10, {1000}, {}}, Row{10, {1000, 20}, {1}}, Row{10, {1000, 20, 60}, {1, 2}},
                         Row{10, {1000, 21}, {}}, Row{600, {1000, 10}, {0, 1}}, Row{10, {}, {}}}) {
    Change change;
    change.segments = {segment(-2021, 0, row.fresh)};
    const auto plans = plan_shards(with_shards(row.old), change);
    REQUIRE(plans.size() == 1);
    CHECK(plans[0].old_shards == row.merged);
  }
}

TEST_CASE("n updates of one size leave about log n shards") {
  schema::Manifest manifest = with_shards({});
  for (int i = 0; i < 200; ++i) {
    Change change;
    change.segments = {segment(-2021, 0, 10)};
    const auto plans = plan_shards(manifest, change);
    REQUIRE(plans.size() == 1);
    schema::Manifest next;
    std::uint64_t bytes = 10;
    for (std::size_t k = 0; k < manifest.shards.size(); ++k) {
      const auto& merged = plans[0].old_shards;
      if (std::find(merged.begin(), merged.end(), k) == merged.end())
        next.shards.push_back(manifest.shards[k]);
      else
        bytes += manifest.shards[k].file.bytes;
    }
    next.shards.emplace_back();
    next.shards.back().file.bytes = bytes;
    manifest = next;
    CHECK(manifest.shards.size() <= 9);
  }
}

TEST_CASE("a dropped shard is not merged, and nothing to build makes no shard") {
  Change change;
  change.segments = {segment(-2021, 0, 10)};
  change.dropped_shards = {0};
  CHECK(plan_shards(with_shards({10}), change)[0].old_shards.empty());
  CHECK(plan_shards(with_shards({10}), Change{}).empty());
}

TEST_CASE("batches hold one year, in input order, and are bounded") {
  std::vector<Batch> batches;
  Batcher batcher(100, 250, [&](Batch&& batch) { batches.push_back(std::move(batch)); });
  for (int i = 0; i < 4; ++i) {
    for (const int year : {2021, 2020, 2019, 0}) batcher.add(planned(year, 30));
  }
  batcher.flush();
  std::size_t statements = 0;
  for (std::size_t i = 0; i < batches.size(); ++i) {
    CHECK(batches[i].sequence == i);
    CHECK(batches[i].text_bytes <= 130);
    for (const PlannedStatement& one : batches[i].statements) CHECK(bucket_of(one.statement) == batches[i].bucket);
    statements += batches[i].statements.size();
  }
  CHECK(statements == 16);
}
