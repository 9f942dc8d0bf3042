// SPDX-License-Identifier: GPL-3.0-or-later
// How quick is indexing, and what does it take?
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "indexer/add.h"

namespace communique::bench {

struct IndexingFigures {
  indexer::AddSummary summary;
  double seconds = 0;  ///< of the whole run, from opening the index to the new generation's being live
  /// Seconds by stage (AddProgress::stage), in order. While "reading" goes on the workers analyse and build what was
  /// read; "building" is what is left of that afterwards.
  std::vector<std::pair<std::string, double>> stages;
  std::uint64_t peak_bytes = 0;   ///< most memory the process has held so far
  std::uint64_t index_bytes = 0;  ///< of the live generation's files
};

/// Runs `communique-indexer add` in process. Throws Error, also where no statement was added or replaced, and
/// Error(Interrupted) after Ctrl-C.
IndexingFigures time_indexing(const indexer::AddOptions& options);

}  // namespace communique::bench
