// SPDX-License-Identifier: GPL-3.0-or-later
// What does each clause of a query say of one statement?
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace communique::searcher {

enum class ClauseKind { Word, Name, Phrase, Near, SameSentence, SameStatement, Filter, All, Any, Not };

/// "word", "name", "phrase", "near", "sentence", "statement", "filter", "all", "any", "not".
std::string_view to_string(ClauseKind kind);

/// One clause, judged by the index itself. A filter about statements holds in all passages or in none.
struct ClauseAnswer {
  ClauseKind kind = ClauseKind::Word;
  std::string clause;  ///< in the query language
  bool holds = false;  ///< in the passage asked about, else in some passage; where statements are listed, of the whole
  std::vector<std::uint32_t> passages;  ///< in which it holds, ascending; empty where statements are listed
  std::string reason;                   ///< why it does not, or where and how it does; may be empty
  std::vector<ClauseAnswer> parts;
};

/// What keeps a statement from matching, the first that applies.
enum class Obstacle { None, Filter, Excluded, Missing, Apart };

}  // namespace communique::searcher
