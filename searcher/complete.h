// SPDX-License-Identifier: GPL-3.0-or-later
// What may the word that is being typed become? Leaders, countries and words of the index that begin with it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/open_index.h"

namespace communique::searcher {

struct Completion {
  enum class Kind { Leader, Country, Word };
  Kind kind = Kind::Word;
  std::string text;   ///< what to put in place of the word: `said-by:vladimir-putin`, `country:russia`, `olympics`
  std::string label;  ///< to read: "Vladimir Putin"
  std::uint32_t passages = 0;  ///< that name the leader or hold the word, dead ones included; for a country statements
};

std::string_view to_string(Completion::Kind kind);  ///< "leader", "country", "word"

/// Completions of the last words of a query, at most `limit` of each kind, the most frequent first; none of what the
/// index does not hold. A field typed before the word (`said-by:pu`) is kept and says which kind is meant. Looks at a
/// bounded number of names and words, so that it can be asked at every key.
std::vector<Completion> complete(OpenIndex& index, std::string_view query, std::size_t limit);

}  // namespace communique::searcher
