// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstdio>

#include "analyse.h"
#include "commands.h"
#include "schema/error.h"
#include "setup.h"

namespace communique::bench {

int run_analyse(const CommandLine& line) {
  const std::string& file = line.operands.front();
  const AnalysisInput input = read_input(file, line.operands.size() > 1 ? line.operands.back() : "");
  char sizes[100];
  std::snprintf(sizes, sizeof sizes, "statements=%zu text_mb=%.2f", input.statements.size(), input.megabytes);
  print_setup("file=" + file + " " + sizes);
  const AnalysisFigures figures = time_analysis(input);
  const auto print = [&](const std::string& name, double seconds) {
    std::printf("communique %-14s seconds=%.2f mb_per_s=%.1f\n", name.c_str(), seconds, input.megabytes / seconds);
  };
  print("analyse", figures.seconds);
  for (const auto& [name, seconds] : figures.steps) print(name, seconds);
  return exit_codes::kDone;
}

}  // namespace communique::bench
