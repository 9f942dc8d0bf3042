// SPDX-License-Identifier: GPL-3.0-or-later
// Which passages of a shard hold a query's words? From the word lists, for exact totals: a fifth of the time of walking
// Xapian's postings (docs/performance.md).
#pragma once

#include <cstddef>
#include <vector>

#include <xapian.h>

#include "searcher/open_index.h"
#include "searcher/query/ranked_words.h"

namespace communique::searcher {

/// Docids of all passages of the shard that `words` matches, ascending; dead ones are left out. Throws
/// Error(IndexDamaged).
std::vector<Xapian::docid> documents_with_words(OpenIndex& index, std::size_t shard, const WordRanking& words);

/// For a list that goes on beyond its shard's last document.
[[noreturn]] void throw_beyond_shard(OpenIndex& index, std::size_t shard);

}  // namespace communique::searcher
