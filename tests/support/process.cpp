// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/process.h"

#include <cstdlib>
#include <stdexcept>

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/support/temp_dir.h"

namespace communique::tests {

namespace {

/// What the child does between fork and exec: only calls that are safe there.
[[noreturn]] void become(const std::vector<std::string>& arguments, const std::vector<std::string>& environment,
                         const char* in, const char* out, const char* err) {
  const int from = ::open(in, O_RDONLY);
  const int to = ::open(out, O_WRONLY | O_CREAT | O_TRUNC, 0600);
  const int errors = ::open(err, O_WRONLY | O_CREAT | O_TRUNC, 0600);
  ::dup2(from, STDIN_FILENO);
  ::dup2(to, STDOUT_FILENO);
  ::dup2(errors, STDERR_FILENO);
  for (const std::string& entry : environment) ::putenv(const_cast<char*>(entry.c_str()));
  std::vector<char*> argv;
  for (const std::string& argument : arguments) argv.push_back(const_cast<char*>(argument.c_str()));
  argv.push_back(nullptr);
  ::execv(argv[0], argv.data());
  ::_exit(127);
}

}  // namespace

int wait_for(pid_t process) {
  int status = 0;
  if (::waitpid(process, &status, 0) < 0) throw std::runtime_error("waitpid failed");
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

pid_t start(const std::vector<std::string>& arguments) {
  const pid_t child = ::fork();
  if (child < 0) throw std::runtime_error("fork failed");
  if (child == 0) become(arguments, {}, "/dev/null", "/dev/null", "/dev/null");
  return child;
}

ProcessResult run(const std::vector<std::string>& arguments, const std::string& input,
                  const std::vector<std::string>& environment) {
  const TempDir folder;
  const std::string in = folder.write("in", input).string();
  const std::string out = (folder / "out").string();
  const std::string err = (folder / "err").string();
  const pid_t child = ::fork();
  if (child < 0) throw std::runtime_error("fork failed");
  if (child == 0) become(arguments, environment, in.c_str(), out.c_str(), err.c_str());
  ProcessResult result;
  result.exit_code = wait_for(child);
  result.out = slurp(out);
  result.err = slurp(err);
  return result;
}

std::string indexer_binary() { return COMMUNIQUE_BIN_DIR "/communique-indexer"; }
std::string searcher_binary() { return COMMUNIQUE_BIN_DIR "/communique-searcher"; }
std::filesystem::path sample_folder() { return COMMUNIQUE_SOURCE_DIR "/corpus/sample"; }

}  // namespace communique::tests
