// SPDX-License-Identifier: GPL-3.0-or-later
// How do the forward indexes of segments and old shards become one? Documents follow each other as in the compacted
// database; words get new numbers, the most frequent the smallest.
#pragma once

#include <filesystem>
#include <vector>

namespace communique::indexer {

/// Reads one part at a time; memory grows with the words of all parts, not with their texts. `output` is synced. The
/// same parts make the same bytes. Throws Error(IndexDamaged, Io, DiskFull).
void merge_forward(const std::vector<std::filesystem::path>& parts, const std::filesystem::path& output);

}  // namespace communique::indexer
