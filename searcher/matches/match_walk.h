// SPDX-License-Identifier: GPL-3.0-or-later
// The matching passages one after the other, for what reads all of them: never more than one in memory.
#pragma once

#include <cstdint>
#include <vector>

#include "schema/record.h"
#include "searcher/matches/match_set.h"

namespace communique::searcher {

enum class WalkOrder {
  Index,           ///< as stored: the quickest
  DateAscending,   ///< undated statements last
  DateDescending,  ///< undated statements last
};

/// Goes through every matching passage; those of one statement come together and in their order. Where statements match
/// by their heads, all their passages are gone through if MatchSet::unit says so, else each statement once, at its head.
/// Costs 16 bytes a statement where the order is not the index's. Throws Error where the index can not be read.
class MatchWalk {
 public:
  /// Both must outlive the walk.
  MatchWalk(OpenIndex& index, const MatchSet& matches, WalkOrder order);

  /// To the next passage; false if there is none.
  bool next();

  DocumentPlace place() const { return {shard_, docid_}; }
  DocumentPlace head() const { return {shard_, head_}; }
  bool at_head() const { return docid_ == head_; }
  /// True at the first matching passage of a statement.
  bool begins_statement() const { return begins_statement_; }

  /// Of the statement where the walk is; read once for all of its passages. Valid until the walk moves to another one.
  const schema::StatementRecord& statement();
  /// Of the passage where the walk is, not its head. Valid until the next step.
  const schema::PassageRecord& passage();

 private:
  /// The matching documents of one statement: all_.by_shard[shard][first .. first + count).
  struct Run {
    std::uint32_t date = 0;  ///< Date::key() in the order wanted; the greatest if undated
    std::uint32_t shard = 0;
    std::uint32_t first = 0;
    std::uint32_t count = 0;
  };

  std::vector<Run> runs_of(std::size_t shard, WalkOrder order);

  OpenIndex& index_;
  const MatchSet& matches_;
  std::vector<Run> runs_;
  std::size_t run_ = 0;       ///< the statement of the step
  std::uint32_t in_run_ = 0;  ///< documents of it that are done
  std::size_t shard_ = 0;
  Xapian::docid docid_ = 0;
  Xapian::docid head_ = 0;
  bool begins_statement_ = false;
  bool statement_read_ = false;
  bool passage_read_ = false;
  schema::StatementRecord statement_;
  schema::PassageRecord passage_;
};

}  // namespace communique::searcher
