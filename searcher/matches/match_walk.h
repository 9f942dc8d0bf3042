// SPDX-License-Identifier: GPL-3.0-or-later
// The matching passages one after the other, for what reads all of them: never more than one in memory.
#pragma once

#include <cstdint>
#include <vector>

#include "schema/record.h"
#include "searcher/matches/match_set.h"
#include "searcher/matches/statement_runs.h"

namespace communique::searcher {

enum class WalkOrder {
  Index,           ///< as stored: the quickest
  DateAscending,   ///< undated statements last
  DateDescending,  ///< undated statements last
};

/// Goes through every matching passage; those of one statement come together and in their order, statements of one date
/// in the order of the index. Where heads match (MatchSet::heads) each statement comes once, at its head. Throws Error
/// where the index can not be read.
class MatchWalk {
 public:
  /// Both must outlive the walk.
  MatchWalk(OpenIndex& index, const MatchSet& matches, WalkOrder order);

  /// To the next passage; false if there is none.
  bool next();

  DocumentPlace place() const { return place_; }
  DocumentPlace head() const { return {place_.shard, runs_[run_].head}; }
  bool at_head() const { return place_.docid == runs_[run_].head; }
  /// True at the first matching passage of a statement.
  bool begins_statement() const { return begins_statement_; }

  /// Of the statement where the walk is; read once for all of its passages. Valid until the walk moves to another one.
  const schema::StatementRecord& statement();
  /// Of the passage where the walk is, not its head. Valid until the next step.
  const schema::PassageRecord& passage();

 private:
  OpenIndex& index_;
  const MatchSet& matches_;
  std::vector<StatementRun> runs_;
  std::size_t run_ = 0;       ///< the statement of the step
  std::uint32_t in_run_ = 0;  ///< documents of it that are done
  DocumentPlace place_;
  bool begins_statement_ = false;
  bool statement_read_ = false;
  bool passage_read_ = false;
  schema::StatementRecord statement_;
  schema::PassageRecord passage_;
};

}  // namespace communique::searcher
