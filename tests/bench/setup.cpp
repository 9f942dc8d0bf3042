// SPDX-License-Identifier: GPL-3.0-or-later
#include "setup.h"

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <thread>

#include <xapian.h>

namespace communique::bench {

namespace {

std::string processor() {
  std::ifstream info("/proc/cpuinfo");
  for (std::string line; std::getline(info, line);) {
    if (line.starts_with("model name")) return line.substr(std::min(line.find(':') + 2, line.size()));
  }
  return "unknown processor";
}

}  // namespace

void print_setup(const std::string& rest) {
  std::printf("communique setup version=%s build=\"%s\" xapian=%s cpu=\"%s\" cores=%u %s\n", COMMUNIQUE_VERSION,
              COMMUNIQUE_BUILD, Xapian::version_string(), processor().c_str(), std::thread::hardware_concurrency(),
              rest.c_str());
  std::fflush(stdout);
}

}  // namespace communique::bench
