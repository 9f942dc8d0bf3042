// SPDX-License-Identifier: GPL-3.0-or-later
// communique-bench: reads the command line, runs the command, and is the one place where errors end.
#include <cstdio>
#include <exception>
#include <string>
#include <vector>

#include "commands.h"
#include "schema/error.h"

namespace {

using namespace communique;

int run(const std::vector<std::string>& arguments) {
  const auto line = bench::parse_command_line(arguments);
  if (!line) return exit_codes::kDone;
  switch (line->command) {
    case bench::Command::Queries:
      return bench::run_queries(*line);
    case bench::Command::Analyse:
      return bench::run_analyse(*line);
    case bench::Command::Index:
      return bench::run_index(*line);
  }
  return exit_codes::kUsage;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    return run(std::vector<std::string>(argv + 1, argv + argc));
  } catch (const Error& error) {
    std::fprintf(stderr, "communique-bench: %s\n", error.what());
    if (!error.hint().empty()) std::fprintf(stderr, "  %s\n", error.hint().c_str());
    return exit_code(error.code());
  } catch (const std::exception& error) {
    std::fprintf(stderr, "communique-bench: unexpected: %s\n", error.what());
    return exit_codes::kIndex;
  }
}
