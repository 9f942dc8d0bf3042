// SPDX-License-Identifier: GPL-3.0-or-later
// Words beside a place, read character by character with a quick way for ASCII.
#include "corpus/analysis/near_words.h"

#include <unicode/uchar.h>

#include <algorithm>

#include "schema/char_class.h"

namespace communique::corpus {

namespace {

/// Bytes of white space and marks that may stand between two words of a phrase.
constexpr std::size_t kMaxGapBytes = 5;

bool is_ascii_word(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return (byte >= '0' && byte <= '9') || ((byte | 0x20U) >= 'a' && (byte | 0x20U) <= 'z');
}

bool is_word(const schema::Char& c) {
  return c.kind == schema::CharClass::Letter || c.kind == schema::CharClass::Digit;
}

std::uint32_t offset(std::size_t at) { return static_cast<std::uint32_t>(at); }

Gap gap_of(std::string_view gap) {
  if (gap == " " || gap == "\n" || gap == "\u00A0" || gap == "\r\n") return Gap::Space;
  if (gap == "-" || gap == "\u2011") return Gap::Hyphen;
  for (const std::string_view possessive : {"'s ", "\u2019s ", "' ", "\u2019 ", "'s\n", "\u2019s\n", "'", "\u2019"}) {
    if (gap == possessive) return Gap::Possessive;
  }
  return Gap::None;
}

}  // namespace

bool is_word_byte(std::string_view text, std::size_t at) {
  const auto byte = static_cast<unsigned char>(text[at]);
  if (byte < 0x80) return is_ascii_word(text[at]);
  return (byte & 0xC0U) == 0x80U || schema::char_at(text, at).kind == schema::CharClass::Letter;
}

Span word_from(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size()) {
    if (is_ascii_word(text[end])) {
      ++end;
      continue;
    }
    // The first dot of "U.S."
    if (text[end] == '.' && end == at + 1 && end + 2 < text.size() && text[end + 2] == '.') {
      ++end;
      continue;
    }
    if (static_cast<unsigned char>(text[end]) < 0x80) break;
    const schema::Char c = schema::char_at(text, end);
    if (!is_word(c)) break;
    end += c.bytes;
  }
  if (end == at + 3 && text[at + 1] == '.' && end < text.size() && text[end] == '.') ++end;
  return {offset(at), offset(end)};
}

NearWord word_before(std::string_view text, std::size_t start) {
  std::size_t end = start;
  const std::size_t least = start - std::min(start, kMaxGapBytes);
  while (end > least && !is_word_byte(text, end - 1) && text[end - 1] != '.') --end;
  // The s of a possessive reads as a word.
  for (const std::string_view mark : {"'s", "\u2019s"}) {
    if (end < start && text.substr(0, end).ends_with(mark)) end -= mark.size();
  }
  const Gap gap = gap_of(text.substr(end, start - end));
  if (end >= 4 && text[end - 1] == '.' && text[end - 3] == '.') return {{offset(end - 4), offset(end)}, gap};
  std::size_t first = end;
  while (first > 0) {
    const schema::Char c = schema::char_before(text, first);
    if (!is_word(c)) break;
    first -= c.bytes;
  }
  return {{offset(first), offset(end)}, gap};
}

NearWord word_after(std::string_view text, std::size_t end) {
  std::size_t start = end;
  const std::size_t most = std::min(text.size(), end + kMaxGapBytes);
  while (start < most && !is_word_byte(text, start)) {
    start += std::max<std::uint32_t>(schema::char_at(text, start).bytes, 1);
  }
  start = std::min(start, text.size());
  return {word_from(text, start), gap_of(text.substr(end, start - end))};
}

bool is_capitalised(std::string_view word) {
  if (word.empty()) return false;
  if (static_cast<unsigned char>(word[0]) < 0x80) return word[0] >= 'A' && word[0] <= 'Z';
  return u_isUUppercase(schema::char_at(word, 0).code_point) != 0;
}

std::string in_small_letters(std::string_view word) {
  std::string small;
  for (std::size_t at = 0; at < word.size();) {
    if (static_cast<unsigned char>(word[at]) < 0x80) {
      small += word[at] >= 'A' && word[at] <= 'Z' ? static_cast<char>(word[at] | 0x20) : word[at];
      ++at;
      continue;
    }
    const schema::Char c = schema::char_at(word, at);
    const std::int32_t folded = u_tolower(c.code_point);
    if (c.bytes == 2 && folded >= 0x80 && folded < 0x800) {
      small += static_cast<char>(0xC0 | (folded >> 6));
      small += static_cast<char>(0x80 | (folded & 0x3F));
    } else {
      small += word.substr(at, c.bytes);
    }
    at += std::max<std::uint32_t>(c.bytes, 1);
  }
  return small;
}

}  // namespace communique::corpus
