// SPDX-License-Identifier: GPL-3.0-or-later
// What did the user ask? The query as a typed tree, before any name, date or word is looked up.
//
// text -> parse() -> QueryNode -> resolve/compile() -> Xapian::Query. The tree prints back as text that parses to an
// equal tree (to_text()).
#pragma once

#include <cstddef>
#include <string>
#include <variant>
#include <vector>

#include "schema/date.h"
#include "schema/fields.h"

namespace communique::searcher {

/// Where a node stands in the query text, UTF-8 bytes, end excluded; for the caret under an error or a notice.
struct SourceSpan {
  std::size_t start = 0;
  std::size_t end = 0;
  bool operator==(const SourceSpan&) const { return true; }  // trees are equal whatever their spans
};

struct QueryNode;

/// One word as typed: `winter`, `=cooperation` (this form only), `olympi*` (prefix).
struct WordClause {
  std::string text;
  bool exact = false;
  bool prefix = false;
  bool operator==(const WordClause&) const = default;
};

/// `"win-win cooperation"`: these words in this order, adjacent, inflections not joined.
struct PhraseClause {
  std::string text;
  bool operator==(const PhraseClause&) const = default;
};

/// `"a b"~5`, `a NEAR/5 b`, `a ADJ/5 b`: all within `distance` words of another; `ordered` for ADJ.
/// Operands are words, phrases, or an OR of words.
struct NearClause {
  std::vector<QueryNode> operands;
  unsigned distance = 10;
  bool ordered = false;
  bool operator==(const NearClause&) const;
};

/// `a /s b`: in one sentence.
struct SameSentenceClause {
  std::vector<QueryNode> operands;
  bool operator==(const SameSentenceClause&) const;
};

/// `(a b)@statement`: each operand somewhere in the statement, not needfully in one passage.
struct SameStatementClause {
  std::vector<QueryNode> operands;  ///< exactly one
  bool operator==(const SameStatementClause&) const;
};

/// `speaker:putin`, `year:2019..2021`, `between:china,russia`. The value is as typed, without its quotation marks.
struct FieldClause {
  schema::FieldId field = schema::FieldId::Leader;
  std::string value;
  bool quoted = false;
  bool operator==(const FieldClause&) const = default;
};

struct AndClause {
  std::vector<QueryNode> operands;
  bool operator==(const AndClause&) const;
};

struct OrClause {
  std::vector<QueryNode> operands;
  bool operator==(const OrClause&) const;
};

struct NotClause {
  std::vector<QueryNode> operands;  ///< exactly one
  bool operator==(const NotClause&) const;
};

struct QueryNode {
  std::variant<WordClause, PhraseClause, NearClause, SameSentenceClause, SameStatementClause, FieldClause, AndClause,
               OrClause, NotClause>
      clause;
  SourceSpan span;
  bool operator==(const QueryNode&) const = default;
};

/// The tree in the query language, with the fewest parentheses that keep its meaning.
std::string to_text(const QueryNode& node);

}  // namespace communique::searcher
