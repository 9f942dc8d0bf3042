// SPDX-License-Identifier: GPL-3.0-or-later
// UTF-8: checking it, counting code points, cutting at them, and making text safe for a terminal.
#include "schema/utf8.h"

#include <algorithm>

#include <cassert>
#include <cstring>

#include <unicode/utf8.h>

namespace communique::schema {

namespace {

constexpr std::size_t kWordBytes = sizeof(std::uint64_t);
constexpr std::uint64_t kHighBits = 0x8080808080808080U;

/// The first offset from `pos` on that may hold a byte outside ASCII.
std::size_t skip_ascii(std::string_view text, std::size_t pos) {
  while (pos + kWordBytes <= text.size()) {
    std::uint64_t word = 0;
    std::memcpy(&word, text.data() + pos, kWordBytes);
    if ((word & kHighBits) != 0) break;
    pos += kWordBytes;
  }
  while (pos < text.size() && static_cast<signed char>(text[pos]) >= 0) ++pos;
  return pos;
}

bool is_continuation(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; }

}  // namespace

// ICU's macros count in signed 32 bits, so they get a window of one code point and the length of a text is no limit;
// what they convert inside is theirs.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"
std::int32_t next_code_point(std::string_view text, std::size_t& pos) {
  const std::size_t left = text.size() - pos;
  const auto window = static_cast<std::int32_t>(left < U8_MAX_LENGTH ? left : U8_MAX_LENGTH);
  std::int32_t used = 0;
  UChar32 code_point = 0;
  U8_NEXT(text.data() + pos, used, window, code_point);
  pos += static_cast<std::size_t>(used);
  return code_point < 0 ? -1 : code_point;
}

std::int32_t previous_code_point(std::string_view text, std::size_t& pos) {
  const std::size_t from = pos < U8_MAX_LENGTH ? 0 : pos - U8_MAX_LENGTH;
  auto used = static_cast<std::int32_t>(pos - from);
  UChar32 code_point = 0;
  U8_PREV(text.data() + from, 0, used, code_point);
  pos = from + static_cast<std::size_t>(used);
  return code_point < 0 ? -1 : code_point;
}
#pragma GCC diagnostic pop

std::size_t first_invalid_utf8(std::string_view text) {
  for (std::size_t pos = skip_ascii(text, 0); pos < text.size(); pos = skip_ascii(text, pos)) {
    const std::size_t start = pos;
    if (next_code_point(text, pos) < 0) return start;
  }
  return std::string_view::npos;
}

std::size_t count_code_points(std::string_view text) {
  std::size_t count = 0;
  for (const char byte : text) count += is_continuation(byte) ? 0U : 1U;
  return count;
}

std::size_t code_point_start(std::string_view text, std::size_t offset) {
  assert(offset <= text.size());
  while (offset > 0 && offset < text.size() && is_continuation(text[offset])) --offset;
  return offset;
}

std::size_t CodePointCounter::at(std::size_t byte_offset) {
  assert(byte_offset <= text_.size());
  if (byte_offset < bytes_) bytes_ = code_points_ = 0;
  code_points_ += count_code_points(text_.substr(bytes_, byte_offset - bytes_));
  bytes_ = byte_offset;
  return code_points_;
}

namespace {

/// Counting the bytes that begin a code point also works where a piece of text begins inside one.
std::size_t count_starts(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

}  // namespace

CodePointIndex::CodePointIndex(std::string_view text) : text_(text) {
  before_.reserve(text.size() / kStride + 1);
  std::size_t count = 0;
  for (std::size_t at = 0; at <= text.size(); at += kStride) {
    before_.push_back(count);
    count += count_starts(text.substr(at, kStride));
  }
}

std::size_t CodePointIndex::at(std::size_t byte_offset) const {
  const std::size_t block = byte_offset / kStride;
  return before_[block] + count_starts(text_.substr(block * kStride, byte_offset - block * kStride));
}

std::string lower_ascii(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return lower;
}

std::string without_controls(std::string_view text) {
  constexpr std::string_view kReplacement = "\xEF\xBF\xBD";
  std::string safe;
  safe.reserve(text.size());
  for (std::size_t pos = 0; pos < text.size(); ++pos) {
    const auto byte = static_cast<unsigned char>(text[pos]);
    const bool c0 = (byte < 0x20 && byte != '\t' && byte != '\n') || byte == 0x7F;
    const bool c1 = byte == 0xC2 && pos + 1 < text.size() && static_cast<unsigned char>(text[pos + 1]) < 0xA0;
    if (c0 || c1) {
      safe += kReplacement;
      pos += c1 ? 1 : 0;
    } else {
      safe += text[pos];
    }
  }
  return safe;
}

}  // namespace communique::schema
