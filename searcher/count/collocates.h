// SPDX-License-Identifier: GPL-3.0-or-later
// Which words stand near what matches more often than by chance?
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "searcher/matches/match_set.h"

namespace communique::searcher {

struct CollocatesRequest {
  SearchRequest search;
  std::size_t window = 5;         ///< words on each side
  bool across_sentences = false;  ///< else only words of the match's sentence
  bool function_words = false;    ///< list them, too
  std::uint64_t least = 5;        ///< occurrences near a match
  std::size_t limit = 25;
};

/// A word as the index has it: forms of one word are counted apart.
struct Collocate {
  std::string word;
  std::uint64_t near = 0;  ///< occurrences within the window of a match, each counted once
  std::uint64_t left = 0;  ///< of these nearer to the match after them
  std::uint64_t right = 0;
  std::uint64_t total = 0;  ///< occurrences in the whole index
  double expected = 0;      ///< near a match, were all words spread evenly
  double g2 = 0;            ///< log-likelihood ratio; above 10.83 the chance is below 1 in 1,000
};

struct Collocates {
  std::string parsed;
  std::vector<Notice> notices;
  std::uint64_t passages = 0;    ///< that match
  std::uint64_t matches = 0;     ///< in their texts
  std::uint64_t near_words = 0;  ///< words within the windows
  std::uint64_t all_words = 0;   ///< of the index's texts
  std::size_t found = 0;         ///< words that could be listed
  std::vector<Collocate> words;  ///< the highest g2 first, the first `limit`
};

/// Reads every matching passage. An error is about the query: one of filters only has nothing to stand near.
Result<Collocates> collocates(OpenIndex& index, const CollocatesRequest& request);

/// Dunning's G2 of a 2 by 2 table: `near` of `near_words` words are this one, and `total` of `all_words`.
/// T. Dunning, Accurate Methods for the Statistics of Surprise and Coincidence, Computational Linguistics 19 (1993),
/// 61-74.
double log_likelihood(double near, double near_words, double total, double all_words);

}  // namespace communique::searcher
