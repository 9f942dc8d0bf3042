// SPDX-License-Identifier: GPL-3.0-or-later
// From segments and small shards to one shard: an immutable, compacted, single-file Xapian database and, beside it,
// the forward index, the word lists and the records.
#pragma once

#include <filesystem>
#include <vector>

#include "indexer/segment_builder.h"
#include "schema/manifest.h"

namespace communique::indexer {

/// Something that goes into a shard: a segment, or a shard that is merged into another.
struct ShardPart {
  ShardFiles files;
  std::uint32_t documents = 0;
};

/// SHA-256 in hex.
struct ShardHashes {
  std::string database;
  std::string forward;
  std::string records;
  std::string lists;
};

struct BuiltShard {
  std::string uuid;  ///< of the database, by which readers know shards apart
  ShardHashes hashes;
};

/// Compacts the parts, in order, into `output`. Documents keep their order, so a part's docids move up by the number of
/// documents in the parts before it. All files are synced; two threads. Throws Error(DiskFull, Io, IndexDamaged).
BuiltShard build_shard(const std::vector<ShardPart>& parts, const ShardFiles& output);

/// Lets the process open as many files as the system allows it: a compaction holds several per segment.
/// Returns how many databases may be open at once.
std::size_t raise_open_file_limit();

}  // namespace communique::indexer
