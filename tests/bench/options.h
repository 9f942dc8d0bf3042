// SPDX-License-Identifier: GPL-3.0-or-later
// The command line of communique-bench: one table per command, from which parsing and --help both come.
#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace communique::bench {

enum class Command { Queries, Analyse, Index };

/// The command line, checked but not yet acted upon.
struct CommandLine {
  Command command = Command::Queries;
  std::filesystem::path index;        ///< queries: always given; index: empty for a folder that is removed afterwards
  std::vector<std::string> operands;  ///< queries: the log; analyse: file, perhaps gazetteer; index: the inputs
  unsigned rounds = 0;                ///< queries: at least 2
  std::optional<unsigned> threads;    ///< at least 1
  std::size_t memory_mb = 0;          ///< index: as AddOptions
};

/// What the arguments ask for. Nothing if they asked for --help or --version, which has been printed.
/// Throws Error(Usage) with what to write instead.
std::optional<CommandLine> parse_command_line(const std::vector<std::string>& arguments);

}  // namespace communique::bench
