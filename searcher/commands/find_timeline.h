// SPDX-License-Identifier: GPL-3.0-or-later
// `find --timeline`: the queries of a command line, counted period by period.
#pragma once

#include <optional>

#include "searcher/count/timeline.h"
#include "searcher/options/options.h"

namespace communique::searcher {

/// `found`: the answer to the first query, with its dates counted; null if it was not asked. Nothing if one of the queries
/// is wrong, which is reported.
std::optional<Timeline> count_timeline(OpenIndex& index, const Options& options, const SearchResult* found);

}  // namespace communique::searcher
