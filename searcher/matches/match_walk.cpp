// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/matches/match_walk.h"

#include <algorithm>
#include <limits>

#include "schema/terms.h"
#include "schema/xapian_guard.h"

namespace communique::searcher {
namespace {

constexpr std::uint32_t kUndated = std::numeric_limits<std::uint32_t>::max();

/// The dates of documents asked for in ascending order, as keys that sort in the order wanted.
class DateKeys {
 public:
  DateKeys(const Xapian::Database& database, WalkOrder order)
      : at_(database.valuestream_begin(schema::slot::kDate)),
        end_(database.valuestream_end(schema::slot::kDate)),
        order_(order) {}

  std::uint32_t of(Xapian::docid docid) {
    if (order_ == WalkOrder::Index) return 0;
    if (at_ != end_) at_.skip_to(docid);
    if (at_ == end_ || at_.get_docid() != docid) return kUndated;
    const std::uint32_t key = schema::date_from_value(*at_).key();
    return order_ == WalkOrder::DateAscending ? key : kUndated - 1 - key;
  }

 private:
  Xapian::ValueIterator at_;
  Xapian::ValueIterator end_;
  WalkOrder order_;
};

}  // namespace

MatchWalk::MatchWalk(OpenIndex& index, const MatchSet& matches, WalkOrder order) : index_(index), matches_(matches) {
  for (std::size_t shard = 0; shard < matches.all.by_shard.size(); ++shard) {
    if (matches.all.by_shard[shard].empty()) continue;
    const std::vector<Run> runs = schema::guard_xapian("reading dates", [&] { return runs_of(shard, order); });
    runs_.insert(runs_.end(), runs.begin(), runs.end());
  }
  std::stable_sort(runs_.begin(), runs_.end(), [](const Run& a, const Run& b) { return a.date < b.date; });
}

std::vector<MatchWalk::Run> MatchWalk::runs_of(std::size_t shard, WalkOrder order) {
  const std::vector<Xapian::docid>& documents = matches_.all.by_shard[shard];
  const std::vector<Xapian::docid>& heads = index_.heads(shard);
  DateKeys dates(index_.shard(shard), order);
  std::vector<Run> runs;
  auto next_head = heads.begin();
  for (std::size_t i = 0; i < documents.size(); ++i) {
    const Xapian::docid docid = documents[i];
    const bool same_statement = !runs.empty() && (next_head == heads.end() || docid < *next_head);
    if (!same_statement) next_head = std::upper_bound(next_head, heads.end(), docid);
    const bool is_head = *std::prev(next_head) == docid;
    if (is_head && !matches_.heads) {
      // Its passages that match follow; the run begins with them.
      if (!same_statement) runs.push_back({dates.of(docid), static_cast<std::uint32_t>(shard), static_cast<std::uint32_t>(i + 1), 0});
      continue;
    }
    if (!same_statement) {
      const Xapian::docid head = *std::prev(next_head);
      runs.push_back({dates.of(head), static_cast<std::uint32_t>(shard), static_cast<std::uint32_t>(i), 0});
    }
    ++runs.back().count;
  }
  std::erase_if(runs, [](const Run& run) { return run.count == 0; });
  return runs;
}

bool MatchWalk::next() {
  begins_statement_ = false;
  if (run_ < runs_.size() && in_run_ == runs_[run_].count) {
    ++run_;
    in_run_ = 0;
  }
  if (run_ == runs_.size()) return false;
  const Run& run = runs_[run_];
  shard_ = run.shard;
  docid_ = matches_.all.by_shard[shard_][run.first + in_run_];
  passage_read_ = false;
  if (in_run_ == 0) {
    head_ = index_.head_of({shard_, docid_});
    begins_statement_ = true;
    statement_read_ = false;
  }
  ++in_run_;
  return true;
}

const schema::StatementRecord& MatchWalk::statement() {
  if (!statement_read_) statement_ = index_.statement(head());
  statement_read_ = true;
  return statement_;
}

const schema::PassageRecord& MatchWalk::passage() {
  if (!passage_read_) passage_ = index_.passage(place());
  passage_read_ = true;
  return passage_;
}

}  // namespace communique::searcher
