// SPDX-License-Identifier: GPL-3.0-or-later
// communique-indexer: reads the command line, runs the command, and is the one place where errors end.
#include <cstdio>
#include <exception>
#include <new>

#include "indexer/commands/commands.h"
#include "schema/error.h"

namespace {

int run(int argc, char** argv) {
  namespace indexer = communique::indexer;
  const auto line = indexer::parse_command_line(argc, argv);
  if (!line) return communique::exit_codes::kDone;
  switch (line->command) {
    case indexer::Command::Add:
      return indexer::run_add(*line);
    case indexer::Command::Delete:
      return indexer::run_delete(*line);
    case indexer::Command::Verify:
      return indexer::run_verify(*line);
    case indexer::Command::Export:
      return indexer::run_export(*line);
    case indexer::Command::Info:
      return indexer::run_info(*line);
    case indexer::Command::Analyse:
      return indexer::run_analyse(*line);
  }
  return communique::exit_codes::kUsage;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    return run(argc, argv);
  } catch (const communique::Error& error) {
    std::fprintf(stderr, "communique-indexer: %s\n", error.what());
    if (!error.hint().empty()) std::fprintf(stderr, "  %s\n", error.hint().c_str());
    return communique::exit_code(error.code());
  } catch (const std::bad_alloc&) {
    std::fprintf(stderr,
                 "communique-indexer: out of memory; nothing published was lost\n  give a smaller --memory or fewer "
                 "--threads\n");
    return communique::exit_codes::kIndex;
  } catch (const std::exception& error) {
    std::fprintf(stderr, "communique-indexer: unexpected: %s; nothing published was lost\n", error.what());
    return communique::exit_codes::kIndex;
  }
}
