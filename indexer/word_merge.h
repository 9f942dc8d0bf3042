// SPDX-License-Identifier: GPL-3.0-or-later
// How do the forward indexes and word lists of segments and old shards become one? Documents follow each other as in
// the compacted database; words get new numbers, the most frequent the smallest.
#pragma once

#include <filesystem>
#include <vector>

namespace communique::indexer {

struct WordFiles {
  std::filesystem::path forward;
  std::filesystem::path lists;
};

/// Reads one part at a time; memory grows with the words of all parts and with their lists, a tenth of the text.
/// `output` is synced. The same parts make the same bytes. Throws Error(IndexDamaged, Io, DiskFull).
void merge_words(const std::vector<WordFiles>& parts, const WordFiles& output);

}  // namespace communique::indexer
