// SPDX-License-Identifier: GPL-3.0-or-later
// Small tables of words, written as one string with spaces between.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <unordered_set>

namespace communique::corpus {

/// Calls `take` for each word of `words`.
template <class Take>
constexpr void for_each_word(std::string_view words, Take take) {
  while (!words.empty()) {
    const std::size_t end = std::min(words.find(' '), words.size());
    if (end > 0) take(words.substr(0, end));
    words.remove_prefix(std::min(end + 1, words.size()));
  }
}

/// Immutable once built. Most words asked for are in no set: those are told by their first byte and length.
class WordSet {
 public:
  /// `words` must outlive the set, as literals do.
  explicit WordSet(std::string_view words) {
    for_each_word(words, [this](std::string_view word) {
      set_.insert(word);
      lengths_[static_cast<unsigned char>(word[0])] |= length_bit(word);
    });
  }

  bool contains(std::string_view word) const {
    if (word.empty() || (lengths_[static_cast<unsigned char>(word[0])] & length_bit(word)) == 0) return false;
    return set_.contains(word);
  }

 private:
  /// Lengths from 32 on share the bits of shorter ones.
  static std::uint32_t length_bit(std::string_view word) { return 1U << (word.size() % 32); }

  std::unordered_set<std::string_view> set_;
  std::array<std::uint32_t, 256> lengths_{};  ///< by first byte
};

}  // namespace communique::corpus
