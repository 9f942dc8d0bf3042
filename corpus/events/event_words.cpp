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
bool is_digit(unsigned char c) { return c >= '0' && c <= '9'; }

/// Bytes of the letter or digit at `at`; 0 if none stands there. Of three-byte characters, the blocks of punctuation
/// are left out: U+2000 to U+206F, U+3000 to U+303F, U+FF00 to U+FF3F.
std::size_t letter_bytes(std::string_view text, std::size_t at) {
  const unsigned char c = byte_at(text, at);
  if (c < 0x80) return is_ascii_letter(c) || is_digit(c) ? 1 : 0;
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

void append_two_bytes(unsigned char first, unsigned char second, std::string& out) {
  const unsigned code_point = (first & 0x1FU) << 6U | (second & 0x3FU);
  if (code_point >= 0xC0 && code_point < 0x180 && kLatin[code_point - 0xC0] != '.') {
    const char letter = kLatin[code_point - 0xC0];
    if (letter != '*')
      out += letter;
    else if (code_point == 0xDF)
      out += "ss";
    else if (code_point == 0xC6 || code_point == 0xE6)
      out += "ae";
    else if (code_point == 0x132 || code_point == 0x133)
      out += "ij";
    else
      out += "oe";
    return;
  }
  unsigned lower = code_point;
  if (code_point >= 0x410 && code_point < 0x430)
    lower += 0x20;
  else if (code_point == 0x401 || code_point == 0x451)
    lower = 0x435;
  else if (code_point >= 0x400 && code_point < 0x410)
    lower += 0x50;
  out += static_cast<char>(0xC0U | lower >> 6U);
  out += static_cast<char>(0x80U | (lower & 0x3FU));
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
  while (is_ascii_letter(byte_at(text, end)) && byte_at(text, end + 1) == '.') end += 2;
  return end - at >= 4 && !is_ascii_letter(byte_at(text, end)) ? end : at;
}

/// What the characters between two words mean for the second.
struct Gap {
  bool stop = false;
  bool comma = false;

  void add(std::string_view text, std::size_t at) {
    const char c = text[at];
    if (c == ',') comma = true;
    if (c == '.' || c == ':' || c == ';' || c == '(' || c == ')' || c == '!' || c == '?' || c == '\n') stop = true;
    // An em dash; hyphens and en dashes with a space before them ("1941-1945" is one thing).
    if (text.substr(at).starts_with("\u2014")) stop = true;
    const bool spaced = at > 0 && text[at - 1] == ' ';
    if (spaced && ((c == '-' && byte_at(text, at + 1) <= ' ') || text.substr(at).starts_with("\u2013"))) stop = true;
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

}  // namespace

void append_folded(std::string_view word, std::string& out) {
  for (std::size_t at = 0; at < word.size();) {
    const unsigned char c = byte_at(word, at);
    if (c < 0x80) {
      out += static_cast<char>(c >= 'A' && c <= 'Z' ? c + 0x20 : c);
      ++at;
    } else if (c >= 0xC3 && c < 0xE0 && at + 1 < word.size()) {
      append_two_bytes(c, byte_at(word, at + 1), out);
      at += 2;
    } else {
      out += word[at++];
    }
  }
}

EventWords::EventWords(std::string_view text) {
  folded_.reserve(text.size() + 8);
  std::vector<std::uint32_t> ends;
  Gap gap;
  for (std::size_t at = 0; at < text.size();) {
    if (letter_bytes(text, at) == 0) {
      gap.add(text, at++);
      continue;
    }
    EventWord word;
    word.start = static_cast<std::uint32_t>(at);
    word.capital = is_capital(text, at);
    const std::string_view before = words_.empty()
                                        ? std::string_view()
                                        : std::string_view(folded_).substr(ends.size() > 1 ? ends[ends.size() - 2] : 0);
    word.after_stop = gap.stop && !(is_short_title(before) && text[words_.back().end] == '.');
    word.after_comma = gap.comma;
    gap = {};
    std::size_t end = acronym_end(text, at);
    if (end > at) {
      for (std::size_t letter = at; letter < end; letter += 2) append_folded(text.substr(letter, 1), folded_);
    } else {
      while (const std::size_t bytes = letter_bytes(text, end)) end += bytes;
      if (end > text.size()) end = text.size();
      append_folded(text.substr(at, end - at), folded_);
    }
    word.end = static_cast<std::uint32_t>(end);
    const std::size_t apostrophe = apostrophe_bytes(text, end);
    const bool genitive = apostrophe > 0 && (byte_at(text, end + apostrophe) | 0x20U) == 's' &&
                          letter_bytes(text, end + apostrophe + 1) == 0;
    word.possessive = genitive;
    at = genitive ? end + apostrophe + 1 : end;
    words_.push_back(word);
    ends.push_back(static_cast<std::uint32_t>(folded_.size()));
  }
  std::uint32_t start = 0;
  for (std::size_t at = 0; at < words_.size(); ++at) {
    words_[at].folded = std::string_view(folded_).substr(start, ends[at] - start);
    start = ends[at];
  }
}

void PhraseIndex::add(std::string_view phrase, std::size_t index) {
  const std::size_t space = phrase.find(' ');
  const std::string_view rest = space == std::string_view::npos ? std::string_view() : phrase.substr(space + 1);
  const std::string_view first = phrase.substr(0, space);
  if (first.empty()) return;
  lengths_[static_cast<unsigned char>(first[0])] |= std::uint64_t{1} << (first.size() % 64);
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
  if (first.empty() || (lengths_[static_cast<unsigned char>(first[0])] >> (first.size() % 64) & 1U) == 0) return best;
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
