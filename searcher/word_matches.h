// SPDX-License-Identifier: GPL-3.0-or-later
// Which passages of a shard hold a query's words? From the word lists, for exact totals: a fifth of the time of walking
// Xapian's postings (docs/performance.md).
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include <xapian.h>

#include "schema/word_lists.h"
#include "searcher/open_index.h"
#include "searcher/query/ranked_words.h"

namespace communique::searcher {

/// A word's lists in one shard.
struct ListedWord {
  std::vector<schema::WordListReader> forms;  ///< of those that some passage of the shard holds
  std::uint64_t passages = 0;                 ///< in the lists together
};
ListedWord lists_of(OpenIndex& index, std::size_t shard, const RankedWord& word);

/// Docids of all passages of the shard that `words` matches, ascending; dead ones are left out. Throws
/// Error(IndexDamaged).
std::vector<Xapian::docid> documents_with_words(OpenIndex& index, std::size_t shard, const WordRanking& words);

/// For a list that goes on beyond its shard's last document.
[[noreturn]] void throw_beyond_shard(OpenIndex& index, std::size_t shard);

}  // namespace communique::searcher
