// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/versions.h"

#include <algorithm>
#include <tuple>

#include "schema/bytes.h"
#include "schema/error.h"

namespace communique::schema {
namespace {

constexpr std::string_view kMagic = "CQVERSN1";

[[noreturn]] void fail(const std::string& name) {
  throw Error(ErrorCode::IndexDamaged, name + " is cut or altered",
              "run `communique-indexer verify` to see which files are damaged");
}

Version read_version(ByteReader& reader, const Manifest& manifest, const std::string& name) {
  Version version;
  version.shard = reader.number32();
  version.head = reader.number32();
  version.passages = reader.number32();
  if (version.shard >= manifest.shards.size()) fail(name);
  const ShardEntry& shard = manifest.shards[version.shard];
  if (version.head == 0 || std::uint64_t{version.head} + version.passages > shard.statements + shard.passages) {
    fail(name);
  }
  return version;
}

}  // namespace

VersionTable::VersionTable(std::string_view bytes, const Manifest& manifest, const std::string& name) {
  if (!bytes.starts_with(kMagic)) fail(name);
  ByteReader reader(bytes.substr(kMagic.size()));
  const std::uint64_t clusters = reader.number();
  if (clusters > reader.left()) fail(name);
  for (std::uint32_t cluster = 0; cluster < clusters; ++cluster) {
    first_of_cluster_.push_back(by_cluster_.size());
    const std::uint64_t versions = reader.number();
    if (versions < 2 || versions > reader.left()) fail(name);
    for (std::uint32_t rank = 0; rank < versions; ++rank) {
      by_cluster_.push_back(read_version(reader, manifest, name));
      by_cluster_.back().cluster = cluster;
      by_cluster_.back().rank = rank;
    }
  }
  if (!reader.at_end()) fail(name);
  first_of_cluster_.push_back(by_cluster_.size());
  by_shard_ = by_cluster_;
  const auto place = [](const Version& one) { return std::tie(one.shard, one.head); };
  std::sort(by_shard_.begin(), by_shard_.end(),
            [&](const Version& a, const Version& b) { return place(a) < place(b); });
  for (std::uint32_t shard = 0; shard <= manifest.shards.size(); ++shard) {
    const auto first = std::lower_bound(by_shard_.begin(), by_shard_.end(), shard,
                                        [](const Version& one, std::uint32_t wanted) { return one.shard < wanted; });
    first_of_shard_.push_back(static_cast<std::size_t>(first - by_shard_.begin()));
  }
}

std::span<const Version> VersionTable::cluster(std::uint32_t number) const {
  return std::span(by_cluster_)
      .subspan(first_of_cluster_[number], first_of_cluster_[number + 1] - first_of_cluster_[number]);
}

std::span<const Version> VersionTable::in_shard(std::size_t shard) const {
  if (shard + 1 >= first_of_shard_.size()) return {};
  return std::span(by_shard_).subspan(first_of_shard_[shard], first_of_shard_[shard + 1] - first_of_shard_[shard]);
}

const Version* VersionTable::find(std::size_t shard, std::uint32_t head) const {
  const std::span<const Version> versions = in_shard(shard);
  const auto found = std::lower_bound(versions.begin(), versions.end(), head,
                                      [](const Version& one, std::uint32_t wanted) { return one.head < wanted; });
  return found != versions.end() && found->head == head ? &*found : nullptr;
}

std::string encode_versions(const std::vector<std::vector<Version>>& clusters) {
  ByteWriter writer;
  writer.number(clusters.size());
  for (const std::vector<Version>& cluster : clusters) {
    writer.number(cluster.size());
    for (const Version& version : cluster) {
      writer.number(version.shard);
      writer.number(version.head);
      writer.number(version.passages);
    }
  }
  return std::string(kMagic) + writer.take();
}

}  // namespace communique::schema
