// SPDX-License-Identifier: GPL-3.0-or-later
// Reading of single tokens.
#include "corpus/events/time_tokens.h"

#include <array>

#include "corpus/events/event_words.h"

namespace communique::corpus {

namespace {

bool is_between(unsigned char c) { return c == ' ' || c == ',' || c == '.' || c == '\n'; }

/// ", " and ". " at most.
constexpr std::size_t kLongestGap = 2;

}  // namespace

const TimeWord* TimeTokens::word_at(std::size_t start, std::size_t end) const {
  if (end - start > kLongestWord || end == start) return nullptr;
  std::array<char, kLongestWord> folded;
  const char* const folded_end = fold_word(text_.substr(start, end - start), folded.data());
  return words_.find({folded.data(), static_cast<std::size_t>(folded_end - folded.data())});
}

TimeToken TimeTokens::read(std::size_t start, std::size_t end) const {
  TimeToken token{start, end, -1, nullptr};
  std::size_t digits = 0;
  while (start + digits < end && is_digit(byte(start + digits))) ++digits;
  if (digits == 0) {
    token.word = word_at(start, end);
    return token;
  }
  // "31st", "1er": an ordinal ending of two letters.
  const std::size_t ending = end - start - digits;
  if (digits <= 4 && (ending == 0 || (digits <= 2 && ending == 2))) {
    token.number = 0;
    for (std::size_t at = start; at < start + digits; ++at) token.number = token.number * 10 + (byte(at) - '0');
  }
  return token;
}

TimeToken TimeTokens::next(std::size_t at) const {
  std::size_t start = at;
  while (start <= at + kLongestGap && is_between(byte(start))) ++start;
  if (start == at || !is_word_byte(byte(start))) return {};
  std::size_t end = start;
  while (end < start + kLongestWord && is_word_byte(byte(end))) ++end;
  return read(start, end);
}

TimeToken TimeTokens::previous(std::size_t at) const {
  std::size_t end = at;
  while (end > 0 && end + kLongestGap >= at && is_between(byte(end - 1))) --end;
  if (end == at || end == 0 || !is_word_byte(byte(end - 1))) return {};
  std::size_t start = end;
  while (start > 0 && start + kLongestWord > end && is_word_byte(byte(start - 1))) --start;
  return read(start, end);
}

TimeToken TimeTokens::next_value(std::size_t at) const {
  const TimeToken token = next(at);
  return token.is(TimeKind::Filler) ? next(token.end) : token;
}

TimeToken TimeTokens::previous_value(std::size_t at) const {
  const TimeToken token = previous(at);
  return token.is(TimeKind::Filler) ? previous(token.start) : token;
}

}  // namespace communique::corpus
