// SPDX-License-Identifier: GPL-3.0-or-later
// How many queries a second do several threads answer?
#pragma once

#include <cstddef>
#include <filesystem>
#include <vector>

#include "queries.h"

namespace communique::bench {

struct MixedFigures {
  std::size_t queries = 0;  ///< of all threads and counted rounds
  double seconds = 0;       ///< from the first thread's start to the last one's end

  double per_second() const { return seconds > 0 ? static_cast<double>(queries) / seconds : 0; }
};

/// Each of `threads` opens the index for itself and runs the whole log `rounds` times, beginning at a place of its own,
/// so that no two run the same query at the same time. The first round is not counted; the counted ones begin together.
/// What a thread throws is thrown here, after all have ended.
MixedFigures time_mixed(const std::filesystem::path& index, const std::vector<LoggedQuery>& log, unsigned rounds,
                        unsigned threads);

}  // namespace communique::bench
