// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/remove.h"

#include <algorithm>

#include "indexer/index_writer.h"

namespace communique::indexer {

RemoveSummary remove_statements(const std::filesystem::path& index, const std::vector<std::string>& ids) {
  IndexWriter writer(index, false);
  const LedgerIndex by_id = index_by_id(writer.ledger());
  RemoveSummary summary;
  Change change;
  for (const std::string& id : ids) {
    const auto found = by_id.find(hash128(id));
    if (found == by_id.end()) {
      summary.unknown.push_back(id);
    } else {
      change.dead.push_back(found->second);
    }
  }
  std::sort(change.dead.begin(), change.dead.end());
  change.dead.erase(std::unique(change.dead.begin(), change.dead.end()), change.dead.end());
  summary.deleted = change.dead.size();
  if (!change.dead.empty()) {
    change.sources = writer.ledger().sources;
    change.user_gazetteer = writer.ledger().user_gazetteer;
    // A shard of which nothing lives any more goes at once; thinner ones are made anew by the next `add`.
    for (const std::size_t shard : writer.shards_to_rebuild(change.dead)) {
      std::uint64_t living = 0;
      for (const LedgerRow& row : writer.ledger().rows) living += row.shard == shard ? 1 : 0;
      for (const std::uint32_t row : change.dead) living -= writer.ledger().rows[row].shard == shard ? 1 : 0;
      if (living == 0) change.dropped_shards.push_back(shard);
    }
    writer.publish(change, writer.gazetteer_json());
  }
  summary.generation = writer.manifest()->generation;
  return summary;
}

}  // namespace communique::indexer
