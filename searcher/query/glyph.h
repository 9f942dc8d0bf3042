// SPDX-License-Identifier: GPL-3.0-or-later
// What is a character of a query: white space, a quotation mark, a parenthesis, a colon, or part of a word? Wide and
// typographic forms count as their plain ones.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace communique::searcher {

enum class GlyphKind { Space, Quote, Open, Close, Colon, Comma, Other };

struct Glyph {
  GlyphKind kind = GlyphKind::Other;
  std::size_t bytes = 1;
  char family = 0;  ///< of quotation marks: one closes another of its family
};

/// The character at a byte offset of valid UTF-8; `offset` must be below the size. Control characters are white space.
Glyph glyph_at(std::string_view text, std::size_t offset);

/// True if the character at `offset` is of that kind; false at the end.
bool is_at(std::string_view text, std::size_t offset, GlyphKind kind);

/// The first offset from `offset` on whose character is no white space; the size if there is none.
std::size_t skip_space(std::string_view text, std::size_t offset);

/// Where the word that begins at `offset` ends: at white space, a quotation mark or a parenthesis.
std::size_t end_of_word(std::string_view text, std::size_t offset);

/// Offset of the next quotation mark of a family, or npos.
std::size_t find_quote(std::string_view text, std::size_t offset, char family);

/// `text` with quotation marks and runs of white space as one space, none at the ends.
std::string tidy(std::string_view text);

}  // namespace communique::searcher
