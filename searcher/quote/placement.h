// SPDX-License-Identifier: GPL-3.0-or-later
// Where in a text do the pieces of a quotation fit best, in their order and near one another?
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "searcher/quote/quote_text.h"

namespace communique::searcher {

/// Words of a text, end excluded.
struct WordRange {
  std::size_t first = 0;
  std::size_t end = 0;
};

struct Placement {
  std::vector<WordRange> pieces;  ///< one for each, ascending; empty where a piece stands nowhere near
  std::size_t distance = 0;       ///< words of the quotation that are missing or others, and others' between them
};

class QuotePlacer {
 public:
  explicit QuotePlacer(const Quote& quote);

  /// The best place in a text given as word numbers of number(); the first of several. nullopt if not even two fifths of
  /// the words stand together anywhere.
  std::optional<Placement> place(std::span<const std::uint32_t> text) const;

  /// 0 for a word that the quotation has not.
  std::uint32_t number(std::string_view term) const;

 private:
  struct Located {
    WordRange range;
    std::size_t distance = 0;
  };
  enum class Wanted { First, Last, All };

  std::vector<Located> locate(std::size_t piece, std::string_view text, WordRange within, Wanted wanted) const;
  Located beside(std::size_t piece, std::string_view text, WordRange anchor, bool before) const;
  Placement around(const Located& anchor, std::string_view text) const;

  const Quote& quote_;
  std::vector<std::string> patterns_;  ///< pieces, a byte for a word
  std::size_t anchor_ = 0;             ///< the longest piece: placed first
  std::vector<std::pair<std::string_view, std::uint32_t>> numbers_;  ///< ascending
};

}  // namespace communique::searcher
