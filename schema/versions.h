// SPDX-License-Identifier: GPL-3.0-or-later
// Which statements of the index are versions of one another? A file of each generation, written anew with it.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "schema/manifest.h"

namespace communique::schema {

/// A statement that has other versions: its documents are head .. head + passages of its shard.
struct Version {
  std::uint32_t shard = 0;  ///< number in the manifest
  std::uint32_t head = 0;   ///< docid
  std::uint32_t passages = 0;
  std::uint32_t cluster = 0;  ///< number of its cluster, from 0
  std::uint32_t rank = 0;     ///< place within it: 0 is the earliest, which represents it
  bool operator==(const Version&) const = default;
};

/// All clusters of a generation. Never changes.
class VersionTable {
 public:
  VersionTable() = default;
  /// Throws Error(IndexDamaged) naming `name` where the bytes name documents that the manifest's shards can not hold.
  VersionTable(std::string_view bytes, const Manifest& manifest, const std::string& name);

  bool empty() const { return by_cluster_.empty(); }
  std::size_t clusters() const { return first_of_cluster_.empty() ? 0 : first_of_cluster_.size() - 1; }
  /// The versions of a cluster, by rank.
  std::span<const Version> cluster(std::uint32_t number) const;
  /// The versions in a shard, by head.
  std::span<const Version> in_shard(std::size_t shard) const;
  /// The version with this head; null if the statement is the only one.
  const Version* find(std::size_t shard, std::uint32_t head) const;

 private:
  std::vector<Version> by_cluster_;
  std::vector<std::size_t> first_of_cluster_;  ///< and one more, the end
  std::vector<Version> by_shard_;
  std::vector<std::size_t> first_of_shard_;
};

/// The file's bytes. Each cluster's versions by rank; `cluster` and `rank` of the entries are not looked at.
std::string encode_versions(const std::vector<std::vector<Version>>& clusters);

}  // namespace communique::schema
