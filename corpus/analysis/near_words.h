// SPDX-License-Identifier: GPL-3.0-or-later
// Which words stand right beside a place in a text? For rules that look at a few places only, where cutting the whole
// text into words would cost too much.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "corpus/span.h"

namespace communique::corpus {

/// What stands between two words of one phrase.
enum class Gap : std::uint8_t { None, Space, Hyphen, Possessive };

struct NearWord {
  Span word;            ///< empty if none stands there
  Gap gap = Gap::None;  ///< between it and what it stands beside; None for anything else, and at the text's ends
  bool joined() const { return gap != Gap::None && !word.empty(); }
};

/// True if the byte belongs to a word, or continues a character.
bool is_word_byte(std::string_view text, std::size_t at);

/// The word that begins at `at`, its end being `at` if none does. "U.S." is one, "secretary-general" are two.
Span word_from(std::string_view text, std::size_t at);

/// The word before `start`, and after `end`. Neither looks further than one word.
NearWord word_before(std::string_view text, std::size_t start);
NearWord word_after(std::string_view text, std::size_t end);

/// True if the word begins with a capital, in scripts that have them.
bool is_capitalised(std::string_view word);

/// In small letters; Latin, Greek and Cyrillic only.
std::string in_small_letters(std::string_view word);

}  // namespace communique::corpus
