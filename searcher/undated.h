// SPDX-License-Identifier: GPL-3.0-or-later
// How many undated statements does a query's date filter leave out? They are never dropped in silence.
#pragma once

#include <cstdint>

#include "searcher/open_index.h"
#include "searcher/query/compile.h"

namespace communique::searcher {

/// Undated statements that match all of the query but its dates. 0, at no cost, for a query without dates and for an
/// index without undated statements; else a pass over the undated documents that match.
std::uint64_t undated_left_out(OpenIndex& index, const ParsedQuery& parsed, const CompiledQuery& compiled,
                               const CompileOptions& options);

}  // namespace communique::searcher
