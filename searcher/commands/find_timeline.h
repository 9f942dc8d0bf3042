// SPDX-License-Identifier: GPL-3.0-or-later
// `find --timeline`: the queries of a command line, counted period by period.
#pragma once

#include <optional>

#include "searcher/count/timeline.h"
#include "searcher/options/options.h"

namespace communique::searcher {

/// Nothing if one of the queries is wrong, which is reported.
std::optional<Timeline> count_timeline(OpenIndex& index, const Options& options);

}  // namespace communique::searcher
