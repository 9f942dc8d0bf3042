// SPDX-License-Identifier: GPL-3.0-or-later
// The words and numbers beside a word of time: "31", "of", "December", "2021". For times.cpp only.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "corpus/events/time_words.h"

namespace communique::corpus {

/// A word or number. Both `start` and `end` are bytes of the text, equal if there is none.
struct TimeToken {
  std::size_t start = 0;
  std::size_t end = 0;
  int number = -1;                 ///< of up to four digits; an ordinal ending ("31st") is stepped over
  const TimeWord* word = nullptr;  ///< if it is one of the language's
  bool is(TimeKind kind) const { return word != nullptr && word->kind == kind; }
};

/// Reads around a place in a text, a few bytes each time. Views `text` and `words`.
class TimeTokens {
 public:
  TimeTokens(std::string_view text, const TimeWords& words) : text_(text), words_(words) {}

  /// The byte at `at`; 0 behind the end.
  unsigned char byte(std::size_t at) const { return at < text_.size() ? static_cast<unsigned char>(text_[at]) : 0; }

  /// The word [start, end) of the text, if it is one of the language's.
  const TimeWord* word_at(std::size_t start, std::size_t end) const;

  /// The token behind or before `at`, with nothing but a space, comma or full stop between.
  TimeToken next(std::size_t at) const;
  TimeToken previous(std::size_t at) const;

  /// The same, stepping over one word that may stand inside a date: "31 de diciembre", "the 31st of December".
  TimeToken next_value(std::size_t at) const;
  TimeToken previous_value(std::size_t at) const;

  static bool is_digit(unsigned char c) { return kBytes[c] == kDigit; }
  /// What a word may begin with: ASCII letters and the first bytes of Latin and Cyrillic ones.
  static bool is_letter(unsigned char c) { return kBytes[c] == kLetter; }
  /// Also digits and bytes inside a character; a curly apostrophe or a dash ends a word.
  static bool is_word_byte(unsigned char c) { return kBytes[c] != kNone; }

  /// The longest word of the tables, in bytes, is "понедельник".
  static constexpr std::size_t kLongestWord = 24;

 private:
  enum ByteKind : std::uint8_t { kNone, kLetter, kDigit, kInside };
  static constexpr std::array<ByteKind, 256> kBytes = [] {
    std::array<ByteKind, 256> kinds{};
    for (std::size_t c = 0; c < kinds.size(); ++c) {
      const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= 0xC3 && c < 0xE0);
      kinds[c] = letter ? kLetter : c >= '0' && c <= '9' ? kDigit : c >= 0x80 && c < 0xC0 ? kInside : kNone;
    }
    return kinds;
  }();

  TimeToken read(std::size_t start, std::size_t end) const;

  std::string_view text_;
  const TimeWords& words_;
};

}  // namespace communique::corpus
