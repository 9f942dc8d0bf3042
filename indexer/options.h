// SPDX-License-Identifier: GPL-3.0-or-later
// The command line of communique-indexer: one table per command, from which parsing and --help both come.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "indexer/add.h"
#include "indexer/progress_line.h"

namespace communique::indexer {

enum class Command { Add, Delete, Verify, Export, Info, Analyse };

/// The command line, checked but not yet acted upon.
struct CommandLine {
  Command command = Command::Add;
  AddOptions add;                ///< index, inputs and reading options, for the commands that take them
  std::vector<std::string> ids;  ///< delete
  std::string rejects_file;
  ProgressMode progress = ProgressMode::Auto;
  bool strict = false;
  bool json = false;
  bool quiet = false;
  bool explain = false;  ///< analyse: say why
};

/// What the arguments ask for. Nothing if they asked for --help or --version, which has been printed.
/// Throws Error(Usage) with what to write instead.
std::optional<CommandLine> parse_command_line(int argc, const char* const* argv);

}  // namespace communique::indexer
