// SPDX-License-Identifier: GPL-3.0-or-later
// Which words or names might a misspelt one be? Looks through all words of the index and all names of the gazetteer.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "searcher/open_index.h"

namespace communique::searcher {

/// A word of the query as typed: UTF-8 bytes into the query text.
struct TypedWord {
  std::string term;  ///< normalised
  std::size_t start = 0;
  std::size_t end = 0;
  bool misspelt = false;  ///< no passage holds it, in any form; or hardly any does
  /// Passages that hold a misspelt word. Where there are any, it may only be a leader's surname: of rare words in two
  /// real corpora one in seven has a common word near by, and nine in ten of them are right as they are.
  std::uint64_t passages = 0;
};

/// A word in more passages, or of fewer letters, is not taken for a misspelt surname. Of 28,000 rare words in two real
/// corpora 15 are near a surname that is so much commoner, 12 of them misspelt.
inline constexpr std::uint64_t kRarePassages = 2;
inline constexpr std::size_t kRareLetters = 6;
inline constexpr std::uint64_t kCommonerBy = 10;

/// A piece of the query text to be replaced, and what by, best first.
struct Slip {
  std::size_t start = 0;
  std::size_t end = 0;
  std::vector<std::string> candidates;
};

/// Words next to one another in the query.
using WordRun = std::vector<TypedWord>;

/// Near words for each misspelt one: nearest first, then the commonest, where a leader's name counts kNameWeight times.
std::vector<Slip> near_words(const std::vector<WordRun>& runs, OpenIndex& index);

/// Full names near two to four words of which at least one is misspelt: "vladmir putim". The longest name wins.
std::vector<Slip> near_names(const std::vector<WordRun>& runs, OpenIndex& index);

inline constexpr unsigned kNameWeight = 10;

}  // namespace communique::searcher
