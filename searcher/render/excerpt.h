// SPDX-License-Identifier: GPL-3.0-or-later
// Which part of a passage is shown when there is no room for all of it?
#pragma once

#include <cstddef>
#include <vector>

#include "schema/record.h"
#include "searcher/search.h"

namespace communique::searcher {

/// A piece of a text to show: UTF-8 bytes, at code point bounds.
struct TextRange {
  std::size_t start = 0;
  std::size_t end = 0;
  bool operator==(const TextRange&) const = default;
};

/// Pieces of the passage's text of about `budget` bytes in all, ascending: whole sentences around what matched, the
/// ones with the most matches first; a sentence that is too long is cut at words. All of the text if it fits.
std::vector<TextRange> excerpt(const schema::PassageRecord& passage, const std::vector<Highlight>& highlights,
                               std::size_t budget);

}  // namespace communique::searcher
