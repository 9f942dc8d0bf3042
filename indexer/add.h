// SPDX-License-Identifier: GPL-3.0-or-later
// One run of `communique-indexer add`: reads the inputs, plans, builds, publishes. The function that knows the order.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "corpus/reader.h"
#include "indexer/plan.h"

namespace communique::indexer {

struct AddOptions {
  std::filesystem::path index;
  std::vector<std::string> inputs;
  corpus::ReadOptions read;
  std::filesystem::path gazetteer;  ///< a user's file; empty: what the index already has, or the built-in one
  bool prune = false;               ///< delete every statement that the inputs do not hold
  bool dry_run = false;             ///< plan and count, write nothing
  unsigned threads = 0;             ///< workers; 0: as many as the machine has processors
  std::size_t memory_mb = 1024;     ///< what a run may take, roughly; at least 128
  unsigned keep = 2;                ///< generations that stay on disk
};

/// How far a run has come, for the progress line.
struct AddProgress {
  std::uint64_t bytes_read = 0;   ///< of the input files, as they lie on disk
  std::uint64_t bytes_total = 0;  ///< 0 if unknown (standard input)
  std::uint64_t statements = 0;
  const char* stage = "reading";  ///< "reading", "building", "publishing"
};

/// What a run asks of its caller. All are called from the calling thread only.
struct AddEvents {
  std::function<void(const corpus::Rejection&)> rejected;
  std::function<void(const corpus::Statement&)> noted;  ///< a statement that was mended on the way (see its notes)
  std::function<void(const AddProgress&)> progress;
  std::function<bool()> interrupted;  ///< true: finish what was read and publish it
};

struct AddSummary {
  RunCounts counts;
  std::uint64_t passages = 0;    ///< written by this run
  std::uint64_t text_bytes = 0;  ///< of the statements added and replaced
  std::uint64_t generation = 0;  ///< live at the end; 0 if there is none
  std::uint64_t files = 0;
  std::uint64_t skipped_hidden = 0;
  std::uint64_t skipped_other = 0;
  bool interrupted = false;
  bool prune_left_out = false;  ///< --prune was given but an input could not be read whole
};

/// Runs it. Throws Error for what can not go on; then the live generation is the one that was.
AddSummary add(const AddOptions& options, const AddEvents& events);

}  // namespace communique::indexer
