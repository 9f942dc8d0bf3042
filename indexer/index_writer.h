// SPDX-License-Identifier: GPL-3.0-or-later
// An index opened for writing: what it holds now, and how it becomes the next generation. Nothing of the live
// generation is ever changed; a crash at any moment leaves it as it was, and the next writer sweeps what was left.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/index_lock.h"
#include "indexer/ledger.h"
#include "indexer/segment_builder.h"
#include "schema/families.h"
#include "schema/manifest.h"

namespace communique::indexer {

/// What a run changes.
struct Change {
  std::vector<Segment> segments;            ///< new and changed statements
  std::vector<std::uint32_t> dead;          ///< rows of the ledger that are deleted or replaced, ascending, each once
  std::vector<std::size_t> dropped_shards;  ///< shards whose live statements are among `segments` again (or has none)
  std::map<std::string, schema::Vocabulary> words;  ///< of the segments, by language
  std::string dictionary;  ///< what the segments' texts are compressed with: the live one if there is one
  UserGazetteer user_gazetteer;
  std::vector<LedgerSource> sources;  ///< all sources; rows of segments and ledger refer to these numbers
};

class IndexWriter {
 public:
  /// Locks the index, reads its live generation and sweeps what a crash left. With `create`, an absent or empty folder
  /// becomes an index. Throws Error(IndexLocked, IndexMissing, IndexVersion, IndexDamaged, Io, Usage).
  /// `keep` (at least 1): how many generations stay on disk.
  IndexWriter(const std::filesystem::path& index, bool create, unsigned keep = 2);

  const schema::IndexPaths& paths() const { return paths_; }
  /// The live generation; nullopt before the first is published.
  const std::optional<schema::Manifest>& manifest() const { return manifest_; }
  const Ledger& ledger() const { return ledger_; }
  /// Text of the gazetteer file the live generation was made with; empty if there is none yet.
  std::string gazetteer_json() const;

  /// The dictionary that texts are compressed with; nullopt before the first generation.
  std::optional<std::string> dictionary() const;

  /// Folder for segments; made on first use, emptied by the next writer.
  std::filesystem::path building_folder();
  /// Removes it with all in it.
  void drop_building() const;

  /// Shards that should be made anew from their stored records once `dead` are gone: more than a quarter is dead.
  std::vector<std::size_t> shards_to_rebuild(const std::vector<std::uint32_t>& dead) const;

  /// Makes the change the live generation, durable before it returns. Throws Error(DiskFull, Io): then the old
  /// generation stands, and the object must not be used again.
  void publish(const Change& change, std::string_view gazetteer_json);

 private:
  std::vector<std::filesystem::path> folders() const;
  void sweep() const;

  schema::IndexPaths paths_;
  unsigned keep_;
  std::optional<IndexLock> lock_;
  std::optional<schema::Manifest> manifest_;
  Ledger ledger_;
};

}  // namespace communique::indexer
