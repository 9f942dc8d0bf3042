// SPDX-License-Identifier: GPL-3.0-or-later
// The commands of communique-bench: each measures, and prints the setup and what came out. They return the exit code
// and throw Error for what can not go on.
#pragma once

#include "options.h"

namespace communique::bench {

int run_queries(const CommandLine& line);
int run_analyse(const CommandLine& line);
int run_index(const CommandLine& line);

}  // namespace communique::bench
