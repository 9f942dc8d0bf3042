// SPDX-License-Identifier: GPL-3.0-or-later
// Which segments and which old shards make which new shard?
#include <algorithm>
#include <numeric>

#include "indexer/generation.h"

namespace communique::indexer {

namespace {

constexpr std::uint64_t kMergeFactor = 2;

std::vector<ShardPlan> cut_segments(const Change& change) {
  std::vector<std::size_t> order(change.segments.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    const Segment& left = change.segments[a];
    const Segment& right = change.segments[b];
    return std::pair(left.bucket, left.sequence) < std::pair(right.bucket, right.sequence);
  });
  std::vector<ShardPlan> plans;
  std::uint64_t bytes = 0;
  for (const std::size_t i : order) {
    if (plans.empty() || bytes + change.segments[i].bytes > kShardBytes) {
      plans.emplace_back();
      bytes = 0;
    }
    plans.back().segments.push_back(i);
    bytes += change.segments[i].bytes;
  }
  return plans;
}

}  // namespace

std::vector<ShardPlan> plan_shards(const std::optional<schema::Manifest>& old, const Change& change) {
  std::vector<ShardPlan> plans = cut_segments(change);
  if (!old || plans.size() != 1) return plans;
  std::uint64_t bytes = 0;
  for (const Segment& segment : change.segments) bytes += segment.bytes;
  std::vector<std::size_t> by_size;
  for (std::size_t i = 0; i < old->shards.size(); ++i) {
    const auto& dropped = change.dropped_shards;
    if (std::find(dropped.begin(), dropped.end(), i) == dropped.end()) by_size.push_back(i);
  }
  std::stable_sort(by_size.begin(), by_size.end(),
                   [&](std::size_t a, std::size_t b) { return old->shards[a].bytes() < old->shards[b].bytes(); });
  for (const std::size_t i : by_size) {
    const std::uint64_t more = old->shards[i].bytes();
    if (more > kMergeFactor * bytes || bytes + more > kShardBytes) break;
    plans.front().old_shards.push_back(i);
    bytes += more;
  }
  std::sort(plans.front().old_shards.begin(), plans.front().old_shards.end());
  return plans;
}

}  // namespace communique::indexer
