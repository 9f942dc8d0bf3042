// SPDX-License-Identifier: GPL-3.0-or-later
// `find` where all matches are listed: as rows, or as the lines of a concordance.
#pragma once

#include "searcher/options/options.h"

namespace communique::searcher {

/// --all. Return a process exit code, as commands do.
int run_export(const Options& options);
/// --format kwic, --kwic.
int run_kwic(const Options& options);

}  // namespace communique::searcher
