// SPDX-License-Identifier: GPL-3.0-or-later
// Which words of a query follow one another? Passages that have them so rank above those that have them apart.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace communique::searcher {

struct CompileState;
struct ParsedQuery;

/// Two words of a query, one right after the other.
struct WordPair {
  std::size_t first = 0;  ///< in QueryPairs::words
  std::size_t second = 0;
  double weight = 0;           ///< as a word's: the mean of both words' inverse document frequencies
  bool function_word = false;  ///< one of them is one
};

/// Each word once, with the forms it is found by, and each pair once.
struct QueryPairs {
  std::vector<std::vector<std::string>> words;
  std::vector<WordPair> pairs;

  bool empty() const { return pairs.empty(); }
};

/// Pairs of words that a text is ranked by: side by side, or in free text; not of phrases, OR, NEAR or NOT, which say
/// themselves how words stand. No pair of two function words.
QueryPairs pairs_of(CompileState& state, const ParsedQuery& query);

}  // namespace communique::searcher
