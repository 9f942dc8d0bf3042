// SPDX-License-Identifier: GPL-3.0-or-later
// communique-searcher: reads the command line, runs a command, turns what it throws into a message and an exit code.
#include <algorithm>
#include <array>
#include <cassert>
#include <csignal>
#include <exception>
#include <new>
#include <string>
#include <utility>
#include <vector>

#include "schema/error.h"
#include "searcher/commands/commands.h"
#include "searcher/options/options.h"
#include "searcher/output.h"

namespace {

using namespace communique;

using searcher::Command;

int find_or_topics(const searcher::Options& options) {
  return options.topics.empty() ? searcher::run_find(options) : searcher::run_topics(options);
}

constexpr std::array<std::pair<Command, int (*)(const searcher::Options&)>, 16> kRuns = {
    {{Command::Find, find_or_topics},
     {Command::Show, searcher::run_show},
     {Command::Save, searcher::run_save},
     {Command::Saved, searcher::run_saved},
     {Command::New, searcher::run_new},
     {Command::Forget, searcher::run_forget},
     {Command::Cite, searcher::run_cite},
     {Command::CheckCitation, searcher::run_check_citation},
     {Command::Compare, searcher::run_compare},
     {Command::Pairs, searcher::run_pairs},
     {Command::First, searcher::run_first},
     {Command::CheckQuote, searcher::run_check_quote},
     {Command::Collocates, searcher::run_collocates},
     {Command::WhyNot, searcher::run_why_not},
     {Command::Serve, searcher::run_serve},
     {Command::Evaluate, searcher::run_evaluate}}};

int run(const std::vector<std::string>& arguments) {
  searcher::Options options = searcher::parse_options(arguments);
  if (options.help || options.version) {
    searcher::write_out(options.help ? searcher::help_text(options.command) : searcher::version_text());
    return exit_codes::kDone;
  }
  searcher::use_saved_search(options);
  const auto* found =
      std::find_if(kRuns.begin(), kRuns.end(), [&](const auto& row) { return row.first == options.command; });
  assert(found != kRuns.end());
  return found->second(options);
}

}  // namespace

int main(int argc, char** argv) {
  std::signal(SIGPIPE, SIG_IGN);  // a reader who leaves is seen as EPIPE where the output is written
  try {
    return run(std::vector<std::string>(argv + (argc > 0 ? 1 : 0), argv + argc));
  } catch (const Error& error) {
    searcher::report(error);
    return exit_code(error.code());
  } catch (const std::bad_alloc&) {
    searcher::report(Error(ErrorCode::Io, "out of memory"));
  } catch (const std::exception& error) {
    searcher::report(Error(ErrorCode::Io, error.what()));
  }
  return exit_codes::kIndex;
}
