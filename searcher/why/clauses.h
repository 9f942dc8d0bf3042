// SPDX-License-Identifier: GPL-3.0-or-later
// Which clauses of a query hold in a statement, and what keeps it from matching?
#pragma once

#include <string>

#include "searcher/query/compile.h"
#include "searcher/why/clause_answer.h"
#include "searcher/why/open_statement.h"

namespace communique::searcher {

/// A query's answers for one statement.
struct JudgedQuery {
  ClauseAnswer root;
  Obstacle obstacle = Obstacle::None;
  std::string why;   ///< a sentence; empty if nothing stands in the way
  std::string hint;  ///< a query that would find the statement; empty if none was found
};

/// `unit` is what the whole query lists (CompiledQuery::unit). `parsed` must have a root.
JudgedQuery judge(const OpenStatement& statement, const ParsedQuery& parsed, const CompileOptions& options, Unit unit);

}  // namespace communique::searcher
