// SPDX-License-Identifier: GPL-3.0-or-later
// What kind of sign is a character of an English text?
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace communique::corpus::attribution {

enum class Sign : std::uint8_t {
  Space, Letter, Digit, Apostrophe, Hyphen, Stop, Comma, Semicolon, Colon, Mark, Dash, Quote, Open, Close, Other
};

/// By ASCII character.
inline constexpr std::array<Sign, 128> kAscii = [] {
  std::array<Sign, 128> signs{};
  for (std::size_t c = 0; c < signs.size(); ++c) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
    signs[c] = c <= ' ' ? Sign::Space : letter ? Sign::Letter : c >= '0' && c <= '9' ? Sign::Digit : Sign::Other;
  }
  signs['\''] = signs['`'] = Sign::Apostrophe;
  signs['-'] = Sign::Hyphen;
  signs['.'] = Sign::Stop;
  signs['!'] = signs['?'] = Sign::Mark;
  signs[','] = Sign::Comma;
  signs[';'] = Sign::Semicolon;
  signs[':'] = Sign::Colon;
  signs['"'] = Sign::Quote;
  signs['('] = signs['['] = Sign::Open;
  signs[')'] = signs[']'] = Sign::Close;
  return signs;
}();

/// The kind of a code point above ASCII: what is neither white space nor punctuation counts as a letter.
Sign wide_sign(std::int32_t code_point);

/// Whether a code point above ASCII is a capital letter of the Latin or Cyrillic script.
bool is_wide_capital(std::int32_t code_point);

}  // namespace communique::corpus::attribution
