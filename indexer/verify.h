// SPDX-License-Identifier: GPL-3.0-or-later
// Is every byte of the live generation the one that was published? By size and SHA-256: Xapian has no checksums, and
// its own check misses most single flipped bits.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace communique::indexer {

struct VerifySummary {
  std::uint64_t generation = 0;
  std::uint64_t files = 0;
  std::uint64_t bytes = 0;
  std::vector<std::string> problems;  ///< one line per damaged file; empty if all is well
};

/// Reads every file the live manifest names. Throws Error(IndexMissing, IndexVersion, IndexDamaged) where the manifest
/// itself can not be trusted. `reading` is told each file before it is read.
VerifySummary verify(const std::filesystem::path& index, const std::function<void(const std::string&)>& reading = {});

}  // namespace communique::indexer
