// SPDX-License-Identifier: GPL-3.0-or-later
// Phrases and words near one another: a query for documents in which given words stand in a window of positions.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include <xapian.h>

#include "searcher/open_index.h"
#include "searcher/word_positions.h"

namespace communique::searcher {

/// At least two words, at positions of their own, the first and the last less than `width` apart.
struct WordWindow {
  WordForms words;
  std::uint32_t width = 0;  ///< the number of words: next to one another
  bool ordered = true;      ///< in the order of `words`
};

bool stands_in(const WordWindow& window, const WordPositions& positions);

/// The documents in which the window is found, of any shard; they weigh as those that hold all of the words. `prefix`:
/// of the words' terms. Each document that holds all words is looked up in the forward index, some 0.3 us.
Xapian::Query window_query(std::shared_ptr<const ForwardByShard> forward, WordWindow window,
                           std::string_view prefix = {});

}  // namespace communique::searcher
