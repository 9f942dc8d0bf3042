// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/versions.h"

#include <algorithm>
#include <iterator>
#include <limits>
#include <map>
#include <memory>

#include "searcher/document_ranges.h"
#include "searcher/gallop.h"

namespace communique::searcher {
namespace {

constexpr std::uint32_t kNobody = std::numeric_limits<std::uint32_t>::max();

Xapian::docid last_of(const schema::Version& version) { return version.head + version.passages; }

/// The version that holds a document; null if none does.
const schema::Version* holder(std::span<const schema::Version> versions, Xapian::docid docid) {
  const auto after =
      std::upper_bound(versions.begin(), versions.end(), docid,
                       [](Xapian::docid wanted, const schema::Version& one) { return wanted < one.head; });
  if (after == versions.begin() || docid > last_of(*std::prev(after))) return nullptr;
  return &*std::prev(after);
}

}  // namespace

VersionChoice::VersionChoice(OpenIndex& index, bool heads_listed, bool all)
    : index_(index),
      heads_listed_(heads_listed),
      chosen_(all ? 0 : index.versions().clusters(), kNobody),
      settled_(chosen_.size()) {}

/// Notes the least rank of each cluster that a document stands in. `wanted` by cluster; null: all.
void VersionChoice::note(const std::vector<Xapian::docid>& documents, std::span<const schema::Version> versions,
                         const std::vector<bool>* wanted) {
  const auto matched = [&](const schema::Version& version) {
    if (settled_[version.cluster] || (wanted != nullptr && !(*wanted)[version.cluster])) return;
    chosen_[version.cluster] = std::min(chosen_[version.cluster], version.rank);
  };
  if (documents.size() < versions.size()) {
    for (const Xapian::docid docid : documents) {
      const schema::Version* version = holder(versions, docid);
      if (version != nullptr && (docid == version->head) == heads_listed_) matched(*version);
    }
    return;
  }
  auto found = documents.begin();
  for (const schema::Version& version : versions) {
    const Xapian::docid first = heads_listed_ ? version.head : version.head + 1;
    const Xapian::docid last = heads_listed_ ? version.head : last_of(version);
    found = gallop_to(found, documents.end(), first);
    if (found != documents.end() && *found <= last) matched(version);
  }
}

void VersionChoice::choose(const MatchesByShard& matches) {
  if (idle()) return;
  for (std::size_t shard = 0; shard < matches.size(); ++shard) {
    note(matches[shard], index_.versions().in_shard(shard), nullptr);
  }
  for (std::size_t cluster = 0; cluster < chosen_.size(); ++cluster) {
    settled_[cluster] = settled_[cluster] || chosen_[cluster] != kNobody;
  }
}

void VersionChoice::choose_among(const std::vector<Candidate>& candidates, const Xapian::Query& query) {
  if (idle()) return;
  const schema::VersionTable& versions = index_.versions();
  std::vector<std::uint32_t> open;
  for (const Candidate& candidate : candidates) {
    const schema::Version* version = versions.find(candidate.place.shard, candidate.head);
    if (version != nullptr && !settled_[version->cluster]) open.push_back(version->cluster);
  }
  std::sort(open.begin(), open.end());
  open.erase(std::unique(open.begin(), open.end()), open.end());
  if (open.empty()) return;
  std::map<std::size_t, std::vector<DocumentRange>> by_shard;
  std::vector<bool> wanted(chosen_.size());
  for (const std::uint32_t cluster : open) {
    wanted[cluster] = true;
    for (const schema::Version& version : versions.cluster(cluster)) {
      by_shard[version.shard].push_back({version.head, last_of(version)});
    }
  }
  for (auto& [shard, documents] : by_shard) {
    std::sort(documents.begin(), documents.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    auto ranges = std::make_shared<RangesByShard>();
    (*ranges)[index_.manifest().shards[shard].uuid] = std::move(documents);
    const Xapian::Query of_clusters(Xapian::Query::OP_AND, query, documents_query(std::move(ranges)));
    note(matching_documents(index_.shard(shard), of_clusters), versions.in_shard(shard), &wanted);
  }
  for (const std::uint32_t cluster : open) settled_[cluster] = true;
}

bool VersionChoice::is_hidden(const schema::Version& version) const {
  return chosen_[version.cluster] != kNobody && chosen_[version.cluster] != version.rank;
}

bool VersionChoice::hides(const Candidate& candidate) const {
  if (idle()) return false;
  const schema::Version* version = index_.versions().find(candidate.place.shard, candidate.head);
  return version != nullptr && is_hidden(*version);
}

void VersionChoice::leave_out_hidden(MatchesByShard& matches) const {
  if (idle()) return;
  for (std::size_t shard = 0; shard < matches.size(); ++shard) {
    std::vector<Xapian::docid>& documents = matches[shard];
    auto kept = documents.begin();
    auto next = documents.begin();
    for (const schema::Version& version : index_.versions().in_shard(shard)) {
      if (!is_hidden(version)) continue;
      const auto first = gallop_to(next, documents.end(), version.head);
      const auto after = gallop_to(first, documents.end(), last_of(version) + 1);
      kept = kept == next ? first : std::move(next, first, kept);
      next = after;
    }
    documents.erase(kept == next ? documents.end() : std::move(next, documents.end(), kept), documents.end());
  }
}

std::uint64_t other_versions(OpenIndex& index, const DocumentPlace& head) {
  const schema::Version* version = index.versions().find(head.shard, head.docid);
  return version == nullptr ? 0 : index.versions().cluster(version->cluster).size() - 1;
}

std::vector<DocumentPlace> other_version_heads(OpenIndex& index, const DocumentPlace& head) {
  std::vector<DocumentPlace> heads;
  const schema::Version* shown = index.versions().find(head.shard, head.docid);
  if (shown == nullptr) return heads;
  for (const schema::Version& version : index.versions().cluster(shown->cluster)) {
    if (version.rank != shown->rank) heads.push_back({version.shard, version.head});
  }
  return heads;
}

}  // namespace communique::searcher
