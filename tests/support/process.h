// SPDX-License-Identifier: GPL-3.0-or-later
// Running the real executables, as a user's shell would.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include <sys/types.h>

namespace communique::tests {

struct ProcessResult {
  int exit_code = 0;  ///< 128 + signal where one ended it, as shells count
  std::string out;
  std::string err;
};

/// Runs a program to its end. `input` goes to its standard input; `environment` entries "NAME=value" are added.
ProcessResult run(const std::vector<std::string>& arguments, const std::string& input = {},
                  const std::vector<std::string>& environment = {});

/// Starts a program with its output thrown away, for tests that kill it; wait_for() gathers it.
pid_t start(const std::vector<std::string>& arguments);
int wait_for(pid_t process);

/// Path of an executable of this build.
std::string indexer_binary();
std::string searcher_binary();

/// corpus/sample of the checkout.
std::filesystem::path sample_folder();

}  // namespace communique::tests
