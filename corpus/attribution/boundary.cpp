// SPDX-License-Identifier: GPL-3.0-or-later
// Commas, semicolons, dashes, colons and brackets, and conjunctions that stand without one.
#include "corpus/attribution/boundary.h"

#include <algorithm>
#include <array>

#include "corpus/attribution/finite_verbs.h"
#include "corpus/attribution/word_table.h"

namespace communique::corpus::attribution {

namespace {

constexpr std::array<std::string_view, 7> kMarkNames = {"none", "comma", "semicolon", "dash", "colon", "close", "bare"};
constexpr std::array<std::string_view, 44> kWordNames = {
    "none", "and",       "but",        "or",      "who",     "which",  "that",      "while",       "although",
    "as",   "after",     "when",       "because", "if",      "since",  "where",     "with",        "in",
    "by",   "to",        "at",         "on",      "for",     "of",     "including", "preposition", "the",
    "a",    "possessor", "determiner", "he-she",  "pronoun", "name",   "auxiliary", "finite",      "ing",
    "ed",   "cue",       "base-cue",   "adverb",  "time",    "number", "quote",     "noun"};

template <class Enum, std::size_t kCount>
Enum named(const std::array<std::string_view, kCount>& names, std::string_view name) {
  const auto at = std::find(names.begin(), names.end(), name);
  return at == names.end() ? Enum::None : static_cast<Enum>(at - names.begin());
}

/// The words that stand for themselves, in the order of the enumeration from And to Including.
BoundaryWord own_word(std::string_view word) {
  constexpr auto kFirst = static_cast<std::size_t>(BoundaryWord::And);
  constexpr auto kLast = static_cast<std::size_t>(BoundaryWord::Including);
  if (word == "though") return BoundaryWord::Although;
  for (std::size_t at = kFirst; at <= kLast; ++at) {
    const std::string_view name = kWordNames.at(at);
    if (word.size() == name.size() && (word[0] | 0x20) == name[0] && word.substr(1) == name.substr(1)) {
      return static_cast<BoundaryWord>(at);
    }
  }
  return BoundaryWord::None;
}

BoundaryWord kind_of(const TokenisedText& text, std::uint32_t at, std::uint32_t last) {
  if (at >= last) return BoundaryWord::None;
  const Token& token = text.tokens[at];
  if (token.has(kOpensQuote)) return BoundaryWord::Quote;
  if (token.kind == TokenKind::Number) return BoundaryWord::Number;
  if (!token.word()) return BoundaryWord::Other;
  const std::string_view word = text.word(at);
  if (token.is(kCoordinator | kRelative | kSubordinator | kPreposition | kQuestion | kTo)) {
    const BoundaryWord own = own_word(word);
    if (own != BoundaryWord::None) return own;
    if (token.is(kPreposition)) return BoundaryWord::Preposition;
  }
  if (token.is(kPossessor)) return BoundaryWord::Possessor;
  if (token.is(kDeterminer)) {
    if (word == "the" || word == "The") return BoundaryWord::The;
    return word == "a" || word == "an" ? BoundaryWord::A : BoundaryWord::Determiner;
  }
  if (token.is(kPronoun)) return word == "he" || word == "she" ? BoundaryWord::HeShe : BoundaryWord::Pronoun;
  if (token.is(kAuxiliary | kModal)) return BoundaryWord::Auxiliary;
  if (token.is(kTime)) return BoundaryWord::Time;
  if (token.has(kCapital)) return BoundaryWord::Name;
  if (token.is(kAdverb)) return BoundaryWord::Adverb;
  if (token.has(kSuffixIng)) return BoundaryWord::Ing;
  if (looks_finite(text, at)) return token.cue != 0 ? BoundaryWord::Cue : BoundaryWord::Finite;
  if (token.cue != 0 && (WordTable::instance().cue(token.cue).forms & kBase) != 0) return BoundaryWord::BaseCue;
  return token.has(kSuffixEd) ? BoundaryWord::Ed : BoundaryWord::Noun;
}

BoundaryMark mark_of(const Token& token) {
  switch (token.kind) {
    case TokenKind::Comma:
      return BoundaryMark::Comma;
    case TokenKind::Semicolon:
      return BoundaryMark::Semicolon;
    case TokenKind::Dash:
      return BoundaryMark::Dash;
    case TokenKind::Colon:
      return BoundaryMark::Colon;
    case TokenKind::Close:
      return BoundaryMark::Close;
    default:
      return BoundaryMark::None;
  }
}

bool is_bare(const Token& token) {
  return token.word() && !token.has(kCapital) &&
         token.is(kCoordinator | kSubordinator | kRelative | kPreposition | kTo) && !token.is(kThat);
}

}  // namespace

std::string_view name_of(BoundaryMark mark) { return kMarkNames.at(static_cast<std::size_t>(mark)); }
std::string_view name_of(BoundaryWord word) {
  return word == BoundaryWord::Other ? "other" : kWordNames.at(static_cast<std::size_t>(word));
}
BoundaryMark boundary_mark(std::string_view name) { return named<BoundaryMark>(kMarkNames, name); }
BoundaryWord boundary_word(std::string_view name) {
  return name == "other" ? BoundaryWord::Other : named<BoundaryWord>(kWordNames, name);
}

std::uint32_t parenthesis_end(const TokenisedText& text, std::uint32_t comma, std::uint32_t last) {
  constexpr std::uint32_t kLongest = 16;
  if (comma + 1 >= last || text.tokens[comma + 1].is(kCoordinator)) return comma;
  const std::uint32_t end = std::min(last - 1, comma + kLongest);
  for (std::uint32_t at = comma + 1; at < end; ++at) {
    if (text.tokens[at].quotation != 0) return comma;
    const TokenKind kind = text.tokens[at].kind;
    if (kind == TokenKind::Comma) {
      const Token& next = text.tokens[at + 1];
      return at > comma + 1 && next.is(kAuxiliary | kModal) ? at + 1 : comma;
    }
    if (kind == TokenKind::Semicolon || kind == TokenKind::Colon || kind == TokenKind::Dash) return comma;
    if (at == comma + 1 && text.tokens[at].is(kPronoun) && !text.tokens[at].is(kDeterminer | kRelative)) return comma;
  }
  return comma;
}

std::uint32_t list_end(const TokenisedText& text, std::uint32_t comma, std::uint32_t last) {
  constexpr std::uint32_t kLongest = 24;
  constexpr std::uint32_t kLongestItem = 7;
  std::uint32_t item = comma + 1;
  bool adjectives = false;  ///< "unprovoked, unjustified, and premeditated"
  for (std::uint32_t at = comma + 1; at < std::min(last - 1, comma + kLongest); ++at) {
    const Token& token = text.tokens[at];
    if (token.quotation != 0 || at - item > kLongestItem) return comma;
    if (token.kind == TokenKind::Comma) {
      if (at == item) return comma;
      item = at + 1;
      continue;
    }
    if (!token.word() && token.kind != TokenKind::Number) return comma;
    if (token.is(kCoordinator)) {
      const bool closes = at + 1 < last && (at == item || text.tokens[at - 1].kind != TokenKind::Comma);
      if (!closes || item == comma + 1) return comma;  // "A, B, and C" only: "A, B and" may begin a clause
      const Token& next = text.tokens[at + 1];
      const bool verb = looks_finite(text, at + 1) && !(adjectives && next.has(kSuffixEd));
      return next.is(kPronoun & ~kDeterminer) || verb ? comma : at + 1;
    }
    const bool adjective = at == item && token.has(kSuffixEd) && text.tokens[at + 1].kind == TokenKind::Comma;
    adjectives = adjectives || adjective;
    const bool clause = token.is(kRelative | kSubordinator | kModal | kAuxiliary) ||
                        (at == item && token.is(kPronoun) && !token.is(kDeterminer)) ||
                        (!adjective && looks_finite(text, at));
    if (clause) return comma;
    if (at == comma + 1 && (token.has(kSuffixIng) || token.is(kPreposition))) return comma;
  }
  return comma;
}

Boundary next_boundary(const TokenisedText& text, std::uint32_t from, std::uint32_t last) {
  for (std::uint32_t at = from; at < last; ++at) {
    const Token& token = text.tokens[at];
    if (token.quotation != 0) {
      at = text.quotations[token.quotation - 1].tokens.last - 1;
      continue;
    }
    BoundaryKey key;
    key.mark = mark_of(token);
    if (key.mark == BoundaryMark::None && is_bare(token)) key.mark = BoundaryMark::Bare;
    if (key.mark == BoundaryMark::None) continue;
    if (key.mark == BoundaryMark::Dash) {  // "the winners - Rubio and Cruz - said"
      std::uint32_t second = at + 1;
      while (second < std::min(last, at + 24) && mark_of(text.tokens[second]) != BoundaryMark::Dash) ++second;
      if (second + 1 < std::min(last, at + 24)) {
        at = second;
        continue;
      }
    }
    if (key.mark == BoundaryMark::Comma) {
      const std::uint32_t closed = std::max(parenthesis_end(text, at, last), list_end(text, at, last));
      if (closed > at) {
        at = closed - 1;
        continue;
      }
    }
    const std::uint32_t word = key.mark == BoundaryMark::Bare ? at : at + 1;
    key.next = kind_of(text, word, last);
    const bool joins = key.next == BoundaryWord::And || key.next == BoundaryWord::But || key.next == BoundaryWord::Or;
    if (joins) key.second = kind_of(text, word + 1, last);
    return {at, key};
  }
  return {last, {}};
}

}  // namespace communique::corpus::attribution
