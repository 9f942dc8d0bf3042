// SPDX-License-Identifier: GPL-3.0-or-later
// How do the live generation and a change make the next one? Compacts, merges, hashes and writes every file of the new
// generation but the manifest and CURRENT, which IndexWriter::publish() adds last.
#pragma once

#include <optional>
#include <string_view>

#include "indexer/index_writer.h"
#include "indexer/ledger.h"
#include "schema/manifest.h"

namespace communique::indexer {

struct Generation {
  schema::Manifest manifest;
  Ledger ledger;
};

/// All files it names are on disk and synced when it returns. Throws Error(DiskFull, Io).
Generation make_generation(const schema::IndexPaths& paths, const std::optional<schema::Manifest>& old,
                           const Ledger& old_ledger, const Change& change, std::string_view gazetteer_json);

/// Shards are cut at about so many bytes of segments (compaction leaves about three quarters of it).
inline constexpr std::uint64_t kShardBytes = 1'300'000'000;

/// What goes into one new shard: old shards that are merged into it, then segments in docid order.
struct ShardPlan {
  std::vector<std::size_t> old_shards;
  std::vector<std::size_t> segments;  ///< numbers in Change::segments
};

/// Groups the segments into shards by date bucket, and chooses the small old shards that a small new one takes in: as
/// long as the smallest is at most twice what the new one has, so that after n updates there are about log(n) shards
/// and each document has been copied about log(n) times.
std::vector<ShardPlan> plan_shards(const std::optional<schema::Manifest>& old, const Change& change);

}  // namespace communique::indexer
