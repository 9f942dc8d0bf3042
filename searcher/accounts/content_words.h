// SPDX-License-Identifier: GPL-3.0-or-later
// Which words of a text tell what it is about, and how much does each tell? Words of one stem are one, and what stands
// in few passages of the index tells most.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "searcher/open_index.h"

namespace communique::searcher {

/// A stem, by its number in one ContentWords.
using WordNumber = std::uint32_t;

class ContentWords {
 public:
  /// The index must outlive it.
  explicit ContentWords(OpenIndex& index) : index_(index) {}

  /// One entry for each word of the text that tells something, in order; `lang` is its ISO 639-1 code, or empty.
  std::vector<WordNumber> of(std::string_view text, std::string_view lang);
  /// The same for one normalised word; kNone if it tells nothing.
  WordNumber of_word(std::string_view term, std::string_view lang);

  /// Natural logarithm of how many times rarer than the commonest content words it is; above 0.
  double weight(WordNumber number) const { return weights_[number]; }

  static constexpr WordNumber kNone = static_cast<WordNumber>(-1);

 private:
  double weigh(std::string_view term, std::string_view lang) const;

  OpenIndex& index_;
  std::unordered_map<std::string, WordNumber> by_term_;  ///< "LANG TERM"
  std::unordered_map<std::string, WordNumber> by_stem_;
  std::vector<double> weights_;
};

/// How much two texts have in common, 0 to 1: the cosine of their words' weights, each word counted at most
/// logarithmically.
double likeness_of(const ContentWords& words, const std::vector<WordNumber>& left,
                   const std::vector<WordNumber>& right);

}  // namespace communique::searcher
