// SPDX-License-Identifier: GPL-3.0-or-later
// What is a code point to the normaliser: part of a word, a connector within one, or a separator?
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace communique::schema {

enum class CharClass : std::uint8_t {
  Separator,   ///< spaces, punctuation, symbols, emoji, controls, unassigned
  Letter,      ///< letters of scripts that put spaces between words; letter-like numerals ("Ⅳ", "₂")
  Digit,       ///< decimal digits of any script
  Raised,      ///< superscript digits: mostly note marks, so they never belong to the word before
  Mark,        ///< combining marks; belong to the letter before, if there is one
  Ignorable,   ///< soft hyphen, joiners, direction marks, variation selectors: as if they were not there
  Apostrophe,  ///< ' and all that is written for it
  Hyphen,      ///< U+002D, U+2010, U+2011
  Han,         ///< Chinese, Japanese kana, Korean: one word per character
  Complex,     ///< Thai, Lao, Khmer, Myanmar and kin: words found by a dictionary
};

/// `code_point` may be any value; what is no code point is a Separator.
CharClass char_class(std::int32_t code_point);

/// A code point of a text: its value, class and length in bytes.
struct Char {
  std::int32_t code_point = -1;  ///< -1 at the end of the text and for bytes that are not UTF-8
  CharClass kind = CharClass::Separator;
  std::uint32_t bytes = 0;  ///< 0 at the end of the text
};

/// The code point at `pos`, which may be the text's size.
Char char_at(std::string_view text, std::size_t pos);

/// The code point that ends at `pos`; `bytes` is 0 at the front of the text.
Char char_before(std::string_view text, std::size_t pos);

}  // namespace communique::schema
