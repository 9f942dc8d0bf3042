// SPDX-License-Identifier: GPL-3.0-or-later
// Showing how far a run is: a bar with rate and time left on a terminal, a plain line every five seconds elsewhere.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>

#include "indexer/add.h"

namespace communique::indexer {

enum class ProgressMode { Auto, Always, Never };

class ProgressLine {
 public:
  /// Writes to standard error. Auto: only if that is a terminal, or after five seconds.
  explicit ProgressLine(ProgressMode mode);
  void show(const AddProgress& progress);
  /// Takes the bar off the terminal, so that other output begins on a clean line.
  void clear();

 private:
  using Clock = std::chrono::steady_clock;
  std::string describe(const AddProgress& progress) const;

  ProgressMode mode_;
  bool terminal_;
  bool drawn_ = false;
  Clock::time_point start_ = Clock::now();
  Clock::time_point last_ = Clock::now();
  const char* last_stage_ = "";
};

}  // namespace communique::indexer
