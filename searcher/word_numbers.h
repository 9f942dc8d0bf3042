// SPDX-License-Identifier: GPL-3.0-or-later
// Words as small numbers, the same for equal words, so that aligning texts compares numbers.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "searcher/text_diff.h"

namespace communique::searcher {

/// Views the words it has numbered: they must outlive it.
class WordNumbers {
 public:
  /// From 1 on.
  std::uint32_t of(std::string_view term) {
    return numbers_.try_emplace(term, static_cast<std::uint32_t>(numbers_.size() + 1)).first->second;
  }
  /// 0 for a word that has no number.
  std::uint32_t known(std::string_view term) const {
    const auto found = numbers_.find(term);
    return found == numbers_.end() ? 0 : found->second;
  }
  std::size_t size() const { return numbers_.size(); }
  std::vector<std::uint32_t> of(std::span<const DiffWord> words) {
    std::vector<std::uint32_t> numbers;
    numbers.reserve(words.size());
    for (const DiffWord& word : words) numbers.push_back(of(word.term));
    return numbers;
  }

 private:
  std::unordered_map<std::string_view, std::uint32_t> numbers_;
};

}  // namespace communique::searcher
