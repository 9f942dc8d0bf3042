// SPDX-License-Identifier: GPL-3.0-or-later
// How long may a search take? Whoever walks many documents asks now and then whether there is time left.
#pragma once

#include <chrono>
#include <optional>

#include "schema/error.h"

namespace communique::searcher {

class Deadline {
 public:
  using Clock = std::chrono::steady_clock;

  /// Never over.
  Deadline() = default;
  explicit Deadline(Clock::time_point end) : end_(end) {}

  /// Throws Error(TooLong) when time is up. Costs a look at the clock, some 25 ns: for every few hundred documents, not
  /// for each.
  void check() const {
    if (!end_ || Clock::now() < *end_) return;
    throw Error(ErrorCode::TooLong, "the search took longer than it may",
                "ask for less: rarer words, a shorter period");
  }

 private:
  std::optional<Clock::time_point> end_;
};

}  // namespace communique::searcher
