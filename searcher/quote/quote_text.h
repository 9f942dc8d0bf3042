// SPDX-License-Identifier: GPL-3.0-or-later
// What does a quotation claim to stand in a text? Its words, in pieces where it says that some were left out or put in.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "schema/error.h"
#include "searcher/text_diff.h"

namespace communique::searcher {

/// Words that are to follow one another. Places are bytes of Quote::text.
struct QuotePiece {
  std::vector<DiffWord> words;
  /// What stands between the piece before and this one: words put into brackets, else dots for words left out.
  bool inserted_before = false;
};

struct Quote {
  std::string text;                     ///< as given, but "[T]he" reads "The", and "[sic]" is gone
  std::vector<QuotePiece> pieces;       ///< at least one, each with words
  std::size_t words = 0;                ///< of all pieces
  bool omissions = false;               ///< "...", "…" or "[...]" stands between pieces
  std::vector<std::string> insertions;  ///< "[he]": words of the one who quotes, without the brackets
};

inline constexpr std::size_t kMostQuoteBytes = std::size_t{64} * 1024;
inline constexpr std::size_t kMostQuotePieces = 64;

/// An error says why the text can not be checked: not UTF-8, less than two words, or too long.
Result<Quote> read_quote(std::string text);

}  // namespace communique::searcher
