// SPDX-License-Identifier: GPL-3.0-or-later
// Why is a statement not among the hits of a search? Or at which place is it?
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "schema/error.h"
#include "searcher/search.h"
#include "searcher/statement_id.h"
#include "searcher/why/clause_answer.h"

namespace communique::searcher {

enum class Verdict {
  Hit,
  OtherVersion,  ///< matches, but another version of it is listed in its place
  OtherPassage,  ///< the passage asked about matches, but another one of its statement is listed
  Partial,       ///< holds some of the words, and full matches fill the page
  Filter,        ///< left out by a filter
  Missing,       ///< lacks words
  Excluded,      ///< holds what NOT leaves out
  Apart,         ///< holds all that is asked for, but in different passages
};

/// "hit", "other_version", "other_passage", "partial", "filter", "missing", "excluded", "apart".
std::string_view to_string(Verdict verdict);

struct WhyNot {
  std::string query;
  std::string parsed;
  std::vector<Notice> notices;
  schema::StatementRecord statement;
  std::uint32_t passage = 0;  ///< asked about; 0: the statement
  Verdict verdict = Verdict::Hit;
  std::string why;       ///< a sentence
  std::string hint;      ///< what to search or to add instead; may be empty
  std::size_t rank = 0;  ///< of the hit that stands for the statement in the whole list; 0: none
  std::string listed;    ///< id of that hit, a passage's where passages are listed; empty: none
  bool partial = false;  ///< the hit holds some of the words only
  ClauseAnswer clauses;
};

/// Asks the index about each clause, and runs the search as far as the statement's place in it. An error is about the
/// query, as search() gives it. `named.passage` must be one of the statement's.
Result<WhyNot> why_not(OpenIndex& index, const NamedStatement& named, const SearchRequest& request);

}  // namespace communique::searcher
