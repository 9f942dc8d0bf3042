// SPDX-License-Identifier: GPL-3.0-or-later
// What keeps a statement from matching, told from the answers of a query's clauses?
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "searcher/why/clauses.h"

namespace communique::searcher {

/// True for a filter about the whole statement.
bool is_statement_filter(const QueryNode& node);

/// For parts of an AND, each of which holds somewhere in a statement of so many passages, but not all in one of them.
std::string apart_reason(const std::vector<ClauseAnswer>& parts, std::uint32_t passages);

/// Fills `obstacle` and `why` from `root`.
void find_obstacle(const OpenStatement& statement, JudgedQuery& judged);

/// The query with what is about passages wrapped in ( )@statement, if that finds the statement; else empty.
std::string hint_for(const OpenStatement& statement, const QueryNode& root, const CompileOptions& options);

}  // namespace communique::searcher
