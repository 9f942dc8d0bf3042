// SPDX-License-Identifier: GPL-3.0-or-later
// The commands of communique-searcher: each turns options into output and a process exit code.
#pragma once

#include "searcher/options/options.h"

namespace communique::searcher {

/// Throw Error for what is not about the query. Return a code of communique::exit_codes.
int run_find(const Options& options);
int run_topics(const Options& options);
int run_show(const Options& options);
int run_why_not(const Options& options);
int run_evaluate(const Options& options);

}  // namespace communique::searcher
