// SPDX-License-Identifier: GPL-3.0-or-later
// Folding by two small tables: what it does not know (Greek, Han) stays as it is.
#include "corpus/events/event_words.h"

#include <algorithm>
#include <array>

#include "schema/utf8.h"

namespace communique::corpus {

namespace {

unsigned char byte_at(std::string_view text, std::size_t at) {
  return at < text.size() ? static_cast<unsigned char>(text[at]) : 0;
}

bool is_ascii_letter(unsigned char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// ASCII letters and digits lowered, 0 for all else.
constexpr std::array<char, 256> kSmall = [] {
  std::array<char, 256> small{};
  for (std::size_t c = 0; c < small.size(); ++c) {
    if ((c >= '0' && c <= '9') || (c >= 'a' && c <= 'z')) small[c] = static_cast<char>(c);
    if (c >= 'A' && c <= 'Z') small[c] = static_cast<char>(c + 0x20);
  }
  return small;
}();

/// Bytes of the letter or digit at `at`; 0 if none stands there. Of three-byte characters, the blocks of punctuation
/// are left out: U+2000 to U+206F, U+3000 to U+303F, U+FF00 to U+FF3F.
std::size_t letter_bytes(std::string_view text, std::size_t at) {
  const unsigned char c = byte_at(text, at);
  if (c < 0x80) return kSmall[c] != 0 ? 1 : 0;
  if (c < 0xC3) return 0;
  const unsigned char second = byte_at(text, at + 1);
  if (c < 0xE0) return 2;
  if (c == 0xE2 && (second == 0x80 || second == 0x81)) return 0;
  if (c == 0xE3 && second == 0x80) return 0;
  if (c == 0xEF && second == 0xBC) return 0;
  return c < 0xF0 ? 3 : 0;
}

/// U+00C0 to U+00FF, then U+0100 to U+017F; one letter each, '*' for two, '.' for those not folded.
constexpr std::string_view kLatin =
    "aaaaaa*ceeeeiiiidnooooo.ouuuuyt*aaaaaa*ceeeeiiiidnooooo.ouuuuyty"
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii**jjkkklllllll"
    "lllnnnnnnnnnoooooo**rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";
static_assert(kLatin.size() == 0x180 - 0xC0);

char* fold_two_bytes(unsigned char first, unsigned char second, char* out) {
  const unsigned code_point = (first & 0x1FU) << 6U | (second & 0x3FU);
  if (code_point >= 0xC0 && code_point < 0x180 && kLatin[code_point - 0xC0] != '.') {
    const char letter = kLatin[code_point - 0xC0];
    if (letter != '*') {
      *out++ = letter;
      return out;
    }
    const bool ae = code_point == 0xC6 || code_point == 0xE6;
    const bool ij = code_point == 0x132 || code_point == 0x133;
    return std::copy_n(code_point == 0xDF ? "ss" : ae ? "ae" : ij ? "ij" : "oe", 2, out);
  }
  unsigned lower = code_point;
  if (code_point >= 0x410 && code_point < 0x430)
    lower += 0x20;
  else if (code_point == 0x401 || code_point == 0x451)
    lower = 0x435;
  else if (code_point >= 0x400 && code_point < 0x410)
    lower += 0x50;
  *out++ = static_cast<char>(0xC0U | lower >> 6U);
  *out++ = static_cast<char>(0x80U | (lower & 0x3FU));
  return out;
}

bool is_capital(std::string_view text, std::size_t at) {
  const unsigned char c = byte_at(text, at);
  if (c < 0x80) return c >= 'A' && c <= 'Z';
  const unsigned code_point = (c & 0x1FU) << 6U | (byte_at(text, at + 1) & 0x3FU);
  if (c >= 0xE0) return false;
  if (code_point < 0x100) return code_point < 0xDF;
  if (code_point < 0x180) return code_point % 2 == 0;
  return code_point >= 0x400 && code_point < 0x430;
}

/// Bytes of the apostrophe at `at`, straight or curly; 0 if none.
std::size_t apostrophe_bytes(std::string_view text, std::size_t at) {
  if (byte_at(text, at) == '\'') return 1;
  return text.substr(at).starts_with("\u2019") ? 3 : 0;
}

/// The end of an acronym with full stops, "U.S.", whose first letter stands at `at`; `at` if there is none.
std::size_t acronym_end(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (byte_at(text, end + 1) == '.' && is_ascii_letter(byte_at(text, end))) end += 2;
  return end - at >= 4 && !is_ascii_letter(byte_at(text, end)) ? end : at;
}

/// What the characters between two words mean for the second.
struct Gap {
  bool stop = false;
  bool comma = false;

  void add(std::string_view text, std::size_t at) {
    const bool spaced = at > 0 && text[at - 1] == ' ';
    switch (text[at]) {
      case ',': comma = true; break;
      case '.': case ':': case ';': case '(': case ')': case '!': case '?': case '\n': stop = true; break;
      // Hyphens and en dashes with a space before them ("1941-1945" is one thing); an em dash.
      case '-': stop = stop || (spaced && byte_at(text, at + 1) <= ' '); break;
      case '\xE2':
        stop = stop || text.substr(at).starts_with("\u2014") || (spaced && text.substr(at).starts_with("\u2013"));
        break;
      default: break;
    }
  }
};

/// Titles whose full stop ends nothing; folded.
bool is_short_title(std::string_view word) {
  constexpr std::array<std::string_view, 14> kTitles = {"mr",  "mrs", "ms",  "dr",  "st",  "gen",  "sen",
                                                        "rep", "gov", "amb", "hon", "col", "prof", "m"};
  for (const auto title : kTitles) {
    if (word == title) return true;
  }
  return false;
}

/// The end of the word that begins at `at`; writes it folded to `out` and moves `out` behind it.
std::size_t read_word(std::string_view text, std::size_t at, char*& out) {
  std::size_t end = acronym_end(text, at);
  if (end > at) {
    for (std::size_t letter = at; letter < end; letter += 2) *out++ = kSmall[byte_at(text, letter)];
    return end;
  }
  for (;;) {
    char* to = out;
    for (char small = 0; end < text.size() && (small = kSmall[static_cast<unsigned char>(text[end])]) != 0; ++end) {
      *to++ = small;
    }
    out = to;
    const std::size_t bytes = letter_bytes(text, end);
    if (bytes == 0) return end;
    const std::size_t next = std::min(end + bytes, text.size());
    out = fold_word(text.substr(end, next - end), out);
    end = next;
  }
}

}  // namespace

char* fold_word(std::string_view word, char* out) {
  for (std::size_t at = 0; at < word.size();) {
    const unsigned char c = byte_at(word, at);
    if (c < 0x80) {
      *out++ = static_cast<char>(c >= 'A' && c <= 'Z' ? c + 0x20 : c);
      ++at;
    } else if (c >= 0xC3 && c < 0xE0 && at + 1 < word.size()) {
      out = fold_two_bytes(c, byte_at(word, at + 1), out);
      at += 2;
    } else {
      *out++ = word[at++];
    }
  }
  return out;
}

EventWords::EventWords(std::string_view text) : folded_(text.size(), '\0') {
  words_.reserve(text.size() / 6 + 4);
  char* out = folded_.data();
  Gap gap;
  for (std::size_t at = 0; at < text.size();) {
    if (text[at] == ' ') {
      ++at;
      continue;
    }
    if (letter_bytes(text, at) == 0) {
      gap.add(text, at++);
      continue;
    }
    EventWord word;
    word.start = static_cast<std::uint32_t>(at);
    word.capital = is_capital(text, at);
    const bool after_title =
        gap.stop && !words_.empty() && is_short_title(words_.back().folded) && text[words_.back().end] == '.';
    word.after_stop = gap.stop && !after_title;
    word.after_comma = gap.comma;
    gap = {};
    char* const first = out;
    const std::size_t end = read_word(text, at, out);
    word.folded = {first, static_cast<std::size_t>(out - first)};
    word.end = static_cast<std::uint32_t>(end);
    const std::size_t apostrophe = apostrophe_bytes(text, end);
    word.possessive = apostrophe > 0 && (byte_at(text, end + apostrophe) | 0x20U) == 's' &&
                      letter_bytes(text, end + apostrophe + 1) == 0;
    at = word.possessive ? end + apostrophe + 1 : end;
    words_.push_back(word);
  }
}

EventWords::EventWords(const EventWords& longer, std::size_t bytes) {
  const auto end = std::partition_point(longer.words_.begin(), longer.words_.end(),
                                        [&](const EventWord& word) { return word.end <= bytes; });
  words_.assign(longer.words_.begin(), end);
}

/// A cut at white space leaves the words before it as they are; any other may part one.
EventWords Fronts::cut(std::string_view text, const EventWords& words, std::size_t bytes) {
  const std::string_view front = front_of(text, bytes);
  const bool whole = front.size() == text.size() || text[front.size()] == ' ' || text[front.size()] == '\n';
  return whole ? EventWords(words, front.size()) : EventWords(front);
}

void PhraseIndex::add(std::string_view phrase, std::size_t index) {
  const std::size_t space = phrase.find(' ');
  const std::string_view rest = space == std::string_view::npos ? std::string_view() : phrase.substr(space + 1);
  const std::string_view first = phrase.substr(0, space);
  if (first.empty()) return;
  lengths_[beginning_of(first)] |= std::uint64_t{1} << (first.size() % 64);
  by_first_[first].push_back({rest, index});
}

void PhraseIndex::add_all(std::string_view phrases, std::size_t index) {
  while (!phrases.empty()) {
    const std::size_t end = std::min(phrases.find('|'), phrases.size());
    add(phrases.substr(0, end), index);
    phrases.remove_prefix(std::min(end + 1, phrases.size()));
  }
}

PhraseIndex::Match PhraseIndex::longest_at(const EventWords& words, std::size_t at) const {
  Match best;
  const std::string_view first = words.folded(at);
  if (first.empty() || (lengths_[beginning_of(first)] >> (first.size() % 64) & 1U) == 0) return best;
  const auto found = by_first_.find(first);
  if (found == by_first_.end()) return best;
  for (const Entry& entry : found->second) {
    std::size_t count = 1;
    std::string_view rest = entry.rest;
    while (!rest.empty() && at + count < words.size() && !words[at + count].after_stop) {
      const std::string_view word = rest.substr(0, rest.find(' '));
      if (words[at + count].folded != word) break;
      ++count;
      rest.remove_prefix(word.size() == rest.size() ? rest.size() : word.size() + 1);
    }
    if (rest.empty() && count > best.words) best = {entry.index, count};
  }
  return best;
}

std::string_view front_of(std::string_view text, std::size_t bytes) {
  if (text.size() <= bytes) return text;
  const std::size_t space = text.find_last_of(" \n", bytes);
  return text.substr(0, space == std::string_view::npos || space == 0 ? schema::code_point_start(text, bytes) : space);
}

}  // namespace communique::corpus
