// SPDX-License-Identifier: GPL-3.0-or-later
// The words and marks of an English text, with what the rules of attribution need to know of each: its class, whether
// it may report speech, the sentence and the quotation it lies in.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "corpus/span.h"

namespace communique::corpus::attribution {

enum class TokenKind : std::uint8_t { Word, Number, Comma, Stop, Semicolon, Colon, Dash, Quote, Open, Close, Other };

/// Closed classes of words; a word may be in several. Bits of Token::classes.
enum WordClass : std::uint32_t {
  kPronoun = 1U << 0,     ///< may be a subject: "he", "they", "everyone"
  kRelative = 1U << 1,    ///< "who", "which", "that"
  kDeterminer = 1U << 2,  ///< begins a noun phrase: "the", "his", "several"
  kAuxiliary = 1U << 3,   ///< forms of be, have and do, contracted ones too
  kBe = 1U << 4,
  kHave = 1U << 5,
  kModal = 1U << 6,  ///< "will", "could"
  kPreposition = 1U << 7,
  kTo = 1U << 8,
  kSubordinator = 1U << 9,  ///< "because", "while", "if"
  kCoordinator = 1U << 10,  ///< "and", "but", "or"
  kAdverb = 1U << 11,       ///< may stand between subject and verb: "also", "never", "-ly"
  kTime = 1U << 12,         ///< "Friday", "yesterday"
  kThat = 1U << 13,
  kQuestion = 1U << 14,   ///< begins an indirect question: "how", "whether", "if"
  kVerb = 1U << 15,       ///< a common finite verb that reports nothing: "went", "became"
  kOccasion = 1U << 16,   ///< where things are said, never who says them: "statement", "interview"
  kPossessor = 1U << 17,  ///< "his", "their"
  kLight = 1U << 18,      ///< leads up to a verb of saying: "went on to", "continued to"
  kObject = 1U << 19,     ///< "him", "them"
  kMessage = 1U << 20,    ///< what is said, as a noun: "condolences", "concern", "support"
};

/// Bits of Token::flags.
enum TokenFlag : std::uint8_t {
  kCapital = 1U << 0,
  kPossessive = 1U << 1,  ///< ends in 's or s'
  kGlued = 1U << 2,       ///< no white space before it
  kOpensQuote = 1U << 3,  ///< set by find_quotations(), as is the next
  kClosesQuote = 1U << 4,
  kSuffixEd = 1U << 5,
  kSuffixIng = 1U << 6,
};

struct Token {
  std::uint32_t start = 0;  ///< bytes into the text
  std::uint32_t end = 0;
  std::uint32_t classes = 0;
  std::uint32_t sentence = 0;
  std::uint32_t quotation = 0;  ///< number of the outermost quotation it lies in, marks included, from 1; 0 if none
  std::uint16_t cue = 0;        ///< number of the form in the cue lexicon, from 1; 0 if it is none
  TokenKind kind = TokenKind::Other;
  std::uint8_t flags = 0;

  bool is(std::uint32_t any_of) const { return (classes & any_of) != 0; }
  bool has(std::uint8_t any_of) const { return (flags & any_of) != 0; }
  bool word() const { return kind == TokenKind::Word; }
};

/// A run of tokens, end excluded.
struct TokenRange {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  bool operator==(const TokenRange&) const = default;
  bool empty() const { return first >= last; }
  std::uint32_t size() const { return empty() ? 0 : last - first; }
};

struct Quotation {
  TokenRange tokens;       ///< with its marks
  bool closed = true;      ///< has a closing mark; else it runs to the end of its paragraph
  bool continues = false;  ///< goes on from the paragraph before: that one is unclosed and this one opens with a mark
};

struct SentenceTokens {
  TokenRange tokens;
  bool opens_paragraph = false;
};

/// A text cut up. Views the text.
struct TokenisedText {
  std::string_view text;
  std::vector<Token> tokens;
  std::vector<SentenceTokens> sentences;
  std::vector<Quotation> quotations;  ///< outermost ones, in order

  const TokenRange& sentence_of(std::uint32_t token) const { return sentences[tokens[token].sentence].tokens; }
  std::string_view word(std::uint32_t token) const { return text_of(text, {tokens[token].start, tokens[token].end}); }
};

/// Cuts `text` up; `into` is overwritten, its memory used again. Every sentence has at least one token.
void tokenise(std::string_view text, const std::vector<Span>& sentences, TokenisedText& into);

}  // namespace communique::corpus::attribution
