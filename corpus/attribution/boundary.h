// SPDX-License-Identifier: GPL-3.0-or-later
// Places in a sentence where reported content may end, and what tells them apart.
#pragma once

#include <cstdint>
#include <string_view>

#include "corpus/attribution/tokens.h"

namespace communique::corpus::attribution {

enum class BoundaryMark : std::uint8_t { None, Comma, Semicolon, Dash, Colon, Close, Bare };

/// The word after the mark, or for Bare the word at the place itself.
enum class BoundaryWord : std::uint8_t {
  None,
  And,
  But,
  Or,
  Who,
  Which,
  That,
  While,
  Although,
  As,
  After,
  When,
  Because,
  If,
  Since,
  Where,
  With,
  In,
  By,
  To,
  At,
  On,
  For,
  Of,
  Including,
  Preposition,
  The,
  A,
  Possessor,
  Determiner,
  HeShe,
  Pronoun,
  Name,
  Auxiliary,
  Finite,
  Ing,
  Ed,
  Cue,
  BaseCue,
  Adverb,
  Time,
  Number,
  Quote,
  Noun,
  Other
};

struct BoundaryKey {
  BoundaryMark mark = BoundaryMark::None;
  BoundaryWord next = BoundaryWord::None;
  BoundaryWord second = BoundaryWord::None;  ///< the word after "and", "but", "or"

  std::uint32_t packed(bool report) const {
    return static_cast<std::uint32_t>(mark) | static_cast<std::uint32_t>(next) << 8U |
           static_cast<std::uint32_t>(second) << 16U | (report ? 1U << 24U : 0U);
  }
};

struct Boundary {
  std::uint32_t at = 0;
  BoundaryKey key;
};

std::string_view name_of(BoundaryMark mark);
std::string_view name_of(BoundaryWord word);
BoundaryMark boundary_mark(std::string_view name);  ///< None if there is no such name
BoundaryWord boundary_word(std::string_view name);

/// Where the parenthesis that opens with the comma at `comma` closes, one past its second comma: "Chavez, the president
/// of Venezuela, would"; `comma` if it opens none.
std::uint32_t parenthesis_end(const TokenisedText& text, std::uint32_t comma, std::uint32_t last);

/// Past the "and" of the list whose first comma is at `comma`: "democratic, sovereign, and prosperous"; `comma` if it
/// separates clauses.
std::uint32_t list_end(const TokenisedText& text, std::uint32_t comma, std::uint32_t last);

/// The first boundary at or after `from` and before `last`; its `at` is `last` if there is none. Quotations and
/// parentheses and lists are passed over, but for one that begins right after a mark.
Boundary next_boundary(const TokenisedText& text, std::uint32_t from, std::uint32_t last);

}  // namespace communique::corpus::attribution
