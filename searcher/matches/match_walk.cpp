// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/matches/match_walk.h"

#include <algorithm>

namespace communique::searcher {
namespace {

/// The undated come last whatever the direction.
bool earlier(const StatementRun& a, const StatementRun& b) {
  if (a.date == 0 || b.date == 0) return a.date != 0 && b.date == 0;
  return a.date < b.date;
}

bool later(const StatementRun& a, const StatementRun& b) {
  if (a.date == 0 || b.date == 0) return a.date != 0 && b.date == 0;
  return a.date > b.date;
}

}  // namespace

MatchWalk::MatchWalk(OpenIndex& index, const MatchSet& matches, WalkOrder order)
    : index_(index), matches_(matches), runs_(statement_runs(index, matches.all, matches.heads)) {
  if (order == WalkOrder::DateAscending) std::stable_sort(runs_.begin(), runs_.end(), earlier);
  if (order == WalkOrder::DateDescending) std::stable_sort(runs_.begin(), runs_.end(), later);
}

bool MatchWalk::next() {
  if (run_ < runs_.size() && in_run_ == runs_[run_].documents) {
    ++run_;
    in_run_ = 0;
  }
  if (run_ == runs_.size()) return false;
  const StatementRun& run = runs_[run_];
  place_ = {run.shard, matches_.all.by_shard[run.shard][run.first + in_run_]};
  passage_read_ = false;
  begins_statement_ = in_run_ == 0;
  if (begins_statement_) statement_read_ = false;
  ++in_run_;
  return true;
}

const schema::StatementRecord& MatchWalk::statement() {
  if (!statement_read_) statement_ = index_.statement(head());
  statement_read_ = true;
  return statement_;
}

const schema::PassageRecord& MatchWalk::passage() {
  if (!passage_read_) passage_ = index_.passage(place_);
  passage_read_ = true;
  return passage_;
}

}  // namespace communique::searcher
