// SPDX-License-Identifier: GPL-3.0-or-later
// communique-searcher: reads the command line, runs a command, turns what it throws into a message and an exit code.
#include <csignal>
#include <exception>
#include <new>
#include <string>
#include <vector>

#include "schema/error.h"
#include "searcher/commands/commands.h"
#include "searcher/options/options.h"
#include "searcher/output.h"

namespace {

using namespace communique;

int run(const std::vector<std::string>& arguments) {
  searcher::Options options = searcher::parse_options(arguments);
  if (options.help || options.version) {
    searcher::write_out(options.help ? searcher::help_text(options.command) : searcher::version_text());
    return exit_codes::kDone;
  }
  searcher::use_saved_search(options);
  if (*options.command == searcher::Command::Show) return searcher::run_show(options);
  if (*options.command == searcher::Command::Save) return searcher::run_save(options);
  if (*options.command == searcher::Command::Saved) return searcher::run_saved(options);
  if (*options.command == searcher::Command::New) return searcher::run_new(options);
  if (*options.command == searcher::Command::Forget) return searcher::run_forget(options);
  if (*options.command == searcher::Command::Cite) return searcher::run_cite(options);
  if (*options.command == searcher::Command::CheckCitation) return searcher::run_check_citation(options);
  if (*options.command == searcher::Command::Compare) return searcher::run_compare(options);
  if (*options.command == searcher::Command::Pairs) return searcher::run_pairs(options);
  if (*options.command == searcher::Command::First) return searcher::run_first(options);
  if (*options.command == searcher::Command::CheckQuote) return searcher::run_check_quote(options);
  if (*options.command == searcher::Command::Collocates) return searcher::run_collocates(options);
  if (*options.command == searcher::Command::WhyNot) return searcher::run_why_not(options);
  if (*options.command == searcher::Command::Evaluate) return searcher::run_evaluate(options);
  return options.topics.empty() ? searcher::run_find(options) : searcher::run_topics(options);
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
