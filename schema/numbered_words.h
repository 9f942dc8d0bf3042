// SPDX-License-Identifier: GPL-3.0-or-later
// Words numbered as they come, each with a count. Looked into for every word of a text: open addressing, hashes stored,
// short terms side by side.
#pragma once

#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <tsl/robin_map.h>

#include "schema/forward_index.h"

namespace communique::schema {

/// May be moved, not copied: the table views the terms, which stay where they are.
class NumberedWords {
 public:
  NumberedWords() = default;
  NumberedWords(NumberedWords&&) = default;
  NumberedWords& operator=(NumberedWords&&) = default;

  /// The word's number; the next one, with a count of 0, for a new word.
  WordNumber number_of(std::string_view term) {
    if (const auto known = numbers_.find(term); known != numbers_.end()) return known->second;
    const WordNumber number = size();
    terms_.emplace_back(term);
    numbers_.emplace(terms_.back(), number);
    counts_.push_back(0);
    return number;
  }
  void count(WordNumber number, std::uint32_t times) { counts_[number] += times; }

  WordNumber size() const { return static_cast<WordNumber>(terms_.size()); }
  /// Views of a word live as long as this, moved or not.
  const std::string& term(WordNumber number) const { return terms_[number]; }
  ForwardWord word(WordNumber number) const { return {terms_[number], number, counts_[number]}; }

 private:
  tsl::robin_map<std::string_view, WordNumber, std::hash<std::string_view>, std::equal_to<>,
                 std::allocator<std::pair<std::string_view, WordNumber>>, true>
      numbers_;                        ///< of the terms
  std::deque<std::string> terms_;      ///< by number
  std::vector<std::uint32_t> counts_;  ///< by number
};

}  // namespace communique::schema
