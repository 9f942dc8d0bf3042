// SPDX-License-Identifier: GPL-3.0-or-later
// The commands of communique-indexer: each does what its command line says, prints, and returns the exit code.
#pragma once

#include <string_view>

#include "indexer/options.h"

namespace communique::indexer {

// Write an index.
int run_add(const CommandLine& line);
int run_delete(const CommandLine& line);

// Read an index.
int run_verify(const CommandLine& line);
int run_export(const CommandLine& line);
int run_info(const CommandLine& line);

// Need no index.
int run_analyse(const CommandLine& line);

/// Writes to standard output; false once the reader has closed it, which is no error.
bool print(std::string_view text);

}  // namespace communique::indexer
