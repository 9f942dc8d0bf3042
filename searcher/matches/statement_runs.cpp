// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/matches/statement_runs.h"

#include <algorithm>

#include "schema/terms.h"
#include "schema/xapian_guard.h"

namespace communique::searcher {
namespace {

/// The dates of a shard's documents, asked for in ascending order.
class Dates {
 public:
  explicit Dates(const Xapian::Database& database)
      : at_(database.valuestream_begin(schema::slot::kDate)), end_(database.valuestream_end(schema::slot::kDate)) {}

  std::uint32_t of(Xapian::docid docid) {
    if (at_ != end_) at_.skip_to(docid);
    if (at_ == end_ || at_.get_docid() != docid) return 0;
    return schema::date_from_value(*at_).key();
  }

 private:
  Xapian::ValueIterator at_;
  Xapian::ValueIterator end_;
};

void add_runs(OpenIndex& index, std::uint32_t shard, const std::vector<Xapian::docid>& documents, bool heads,
              std::vector<StatementRun>& runs) {
  const std::span<const Xapian::docid> all_heads = index.heads(shard);
  const Xapian::docid end_of_shard = index.shard(shard).get_lastdocid() + 1;
  Dates dates(index.shard(shard));
  auto next_head = all_heads.begin();
  for (std::uint32_t i = 0; i < documents.size();) {
    next_head = std::upper_bound(next_head, all_heads.end(), documents[i]);
    const Xapian::docid head = *std::prev(next_head);
    const Xapian::docid end = next_head == all_heads.end() ? end_of_shard : *next_head;
    if (documents[i] == head && !heads) {
      ++i;
      continue;
    }
    std::uint32_t last = i;
    while (last < documents.size() && documents[last] < end) ++last;
    const std::uint32_t count = last - i;
    runs.push_back({dates.of(head), shard, head, i, count, heads ? end - head - 1 : count});
    i = last;
  }
}

}  // namespace

std::vector<StatementRun> statement_runs(OpenIndex& index, const AllMatches& matches, bool heads) {
  std::vector<StatementRun> runs;
  for (std::size_t shard = 0; shard < matches.by_shard.size(); ++shard) {
    if (matches.by_shard[shard].empty()) continue;
    schema::guard_xapian("reading dates", [&] {
      add_runs(index, static_cast<std::uint32_t>(shard), matches.by_shard[shard], heads, runs);
    });
  }
  return runs;
}

}  // namespace communique::searcher
