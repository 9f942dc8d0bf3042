// SPDX-License-Identifier: GPL-3.0-or-later
// What matches a query, all of it, whatever a page would show? For everything that counts, lists or reads all matches.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "searcher/matches/match_count.h"
#include "searcher/query/compile.h"
#include "searcher/search.h"

namespace communique::searcher {

/// A compiled query, ready to be run on an index.
struct RunnableQuery {
  Unit unit = Unit::Passage;  ///< what is listed
  bool heads = false;         ///< documents that match are heads, which stand for all passages of their statements
  Xapian::Query full;         ///< the dead left out
  SearchScope scope;
  /// The same as `full`, if it is no more than words and filters, else null; a view into the compiled query.
  const WordRanking* words = nullptr;
};

/// `by`: what is listed, if not what the query suggests.
RunnableQuery runnable(OpenIndex& index, const CompiledQuery& compiled, std::optional<Unit> by);

struct MatchSet {
  CompiledQuery compiled;
  std::vector<Notice> notices;  ///< of reading the query, resolving it, and of undated statements left out
  Unit unit = Unit::Passage;    ///< what is listed
  bool heads = false;           ///< see RunnableQuery
  AllMatches all;
  std::vector<Pattern> marked;  ///< what to mark in a text
  std::uint64_t undated = 0;    ///< undated statements that a date filter leaves out
};

/// Runs a query without ranking. Of the request it heeds what says what matches: the query's text, how it is parsed and
/// compiled, by, all_versions. An error is about the query, as with search(). Costs a pass over every match.
Result<MatchSet> match_all(OpenIndex& index, const SearchRequest& request);

/// Every statement of the index, as a query that matches all heads.
MatchSet match_everything(OpenIndex& index, bool all_versions);

/// "12 undated statements left out by the date: all else matches".
Notice undated_notice(std::uint64_t undated);

}  // namespace communique::searcher
