// SPDX-License-Identifier: GPL-3.0-or-later
// What does the command line ask for? Its text is checked here and nowhere else; nothing is opened yet.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "searcher/search.h"

namespace communique::searcher {

enum class Command { Find, Show, WhyNot, Evaluate };

enum class Format { Text, Json, JsonLines, Csv, Tsv, Trec };

/// What `evaluate` compares with what; empty paths were not given.
struct EvaluateOptions {
  std::filesystem::path qrels;
  std::filesystem::path score;    ///< an existing run to score instead of searching
  std::filesystem::path run;      ///< where to write the run
  std::filesystem::path compare;  ///< another run
  std::uint64_t seed = 1;
  bool per_topic = false;
};

/// A command line as understood. Paths are as given.
struct Options {
  std::optional<Command> command;  ///< none: only --help or --version was asked for
  bool help = false;
  bool version = false;
  std::filesystem::path index;  ///< --index, else $COMMUNIQUE_INDEX
  Format format = Format::Text;
  bool full = false;               ///< whole passages in text output
  SearchRequest request;           ///< find, why-not, evaluate
  std::filesystem::path topics;    ///< --topics; empty: one query
  std::string tag = "communique";  ///< last column of TREC runs
  std::string id;                  ///< show, why-not
  EvaluateOptions evaluate;
};

/// Reads a command line (argv[0] left out). Throws Error(Usage) with the nearest right spelling.
Options parse_options(const std::vector<std::string>& arguments);

/// --help of a command, or of the program.
std::string help_text(std::optional<Command> command);

/// Name and version of the program and of what an index must match.
std::string version_text();

}  // namespace communique::searcher
