// SPDX-License-Identifier: GPL-3.0-or-later
// Which terms stand at which positions for a piece of query text? The reading side of what schema/words.h promises of
// the index.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace communique::searcher {

/// A hyphenated word within a sequence: its parts, and the term of the parts written as one.
struct JoinedWord {
  std::size_t first = 0;  ///< of its parts, in Sequence::terms
  std::size_t last = 0;   ///< of its parts, included
  std::string term;
};

/// Terms at consecutive positions. A run of Han characters is its overlapping pairs; the last character has a term of
/// its own only if something follows it, or if it stands alone.
struct Sequence {
  std::vector<std::string> terms;
  std::vector<JoinedWord> joined;
  bool plain = true;  ///< no Han

  /// One word in the text's sense: a plain word, a Han character or pair, or one hyphenated word.
  bool is_single() const { return terms.size() == 1; }
  bool is_hyphenated() const {
    return joined.size() == 1 && joined.front().first == 0 && joined.front().last + 1 == terms.size();
  }
};

Sequence read_sequence(std::string_view text);

/// The ways a sequence may be written: with the parts of hyphenated words apart (as in hyphenated text, too) and as
/// one. At most `limit`, the parts apart first.
std::vector<std::vector<std::string>> spellings(const Sequence& sequence, std::size_t limit = 4);

}  // namespace communique::searcher
