// SPDX-License-Identifier: GPL-3.0-or-later
// One pass over each sentence. ASCII is read byte by byte; of the rest only white space and punctuation are told
// apart, everything else counts as letters.
#include "corpus/attribution/tokens.h"

#include <algorithm>
#include <array>

#include "corpus/attribution/signs.h"
#include "corpus/attribution/word_table.h"
#include "schema/utf8.h"

namespace communique::corpus::attribution {

namespace {

/// Whether a word in "-ly" is an adverb.
bool is_manner(std::string_view word) {
  constexpr std::array<std::string_view, 10> kOthers = {"family", "ally",  "rally",  "reply",   "assembly",
                                                        "supply", "daily", "weekly", "anomaly", "monthly"};
  return std::find(kOthers.begin(), kOthers.end(), word) == kOthers.end();
}

constexpr std::array<bool, 256> kAsciiLetter = [] {
  std::array<bool, 256> letters{};
  for (std::size_t c = 0; c < kAscii.size(); ++c) letters[c] = kAscii[c] == Sign::Letter;
  return letters;
}();

TokenKind kind_of(Sign sign) {
  switch (sign) {
    case Sign::Comma: return TokenKind::Comma;
    case Sign::Semicolon: return TokenKind::Semicolon;
    case Sign::Colon: return TokenKind::Colon;
    case Sign::Open: return TokenKind::Open;
    case Sign::Close: return TokenKind::Close;
    case Sign::Quote: return TokenKind::Quote;
    case Sign::Dash: return TokenKind::Dash;
    default: return TokenKind::Other;
  }
}

/// What was met in a word.
struct WordSigns {
  bool letters = false;
  bool apostrophe = false;
};

class Tokeniser {
 public:
  explicit Tokeniser(TokenisedText& into) : into_(into), text_(into.text), words_(WordTable::instance()) {}
  void read(const Span& sentence);

 private:
  Sign sign_at(std::uint32_t pos, std::uint32_t& next) const {
    const auto byte = static_cast<unsigned char>(text_[pos]);
    if (byte >= 0x80) return wide_sign_at(pos, next);
    next = pos + 1;
    return kAscii[byte];
  }
  Sign wide_sign_at(std::uint32_t pos, std::uint32_t& next) const;
  Sign sign_at(std::uint32_t pos) const {
    std::uint32_t next = pos;
    return pos < end_ ? sign_at(pos, next) : Sign::Space;
  }
  std::uint32_t read_word(std::uint32_t pos);
  std::uint32_t word_end(std::uint32_t pos, WordSigns& has) const;
  std::uint32_t read_stop(std::uint32_t pos);
  std::uint32_t read_doubled(Sign sign, std::uint32_t pos, std::uint32_t next);
  void add(TokenKind kind, std::uint32_t start, std::uint32_t end);
  void classify(Token& token) const;
  std::uint32_t clitic_length(std::string_view word) const;
  bool closes_sentence(std::uint32_t pos) const;

  TokenisedText& into_;
  std::string_view text_;
  const WordTable& words_;
  std::uint32_t end_ = 0;
  bool space_ = true;
};

Sign Tokeniser::wide_sign_at(std::uint32_t pos, std::uint32_t& next) const {
  std::size_t at = pos;
  const std::int32_t c = schema::next_code_point(text_, at);
  next = static_cast<std::uint32_t>(at);
  return c < 0 ? Sign::Other : wide_sign(c);
}

void Tokeniser::add(TokenKind kind, std::uint32_t start, std::uint32_t end) {
  Token& token = into_.tokens.emplace_back();
  token.start = start;
  token.end = end;
  token.kind = kind;
  token.sentence = static_cast<std::uint32_t>(into_.sentences.size());
  if (!space_) token.flags = kGlued;
  if (kind == TokenKind::Word) classify(token);
  space_ = false;
}

/// An apostrophe or a hyphen that stands alone or twice: a quotation mark, a dash.
std::uint32_t Tokeniser::read_doubled(Sign sign, std::uint32_t pos, std::uint32_t next) {
  const std::string_view mark = text_.substr(pos, next - pos);
  const bool doubled = next < end_ && text_.substr(next, std::min(next - pos, end_ - next)) == mark;
  const std::uint32_t end = doubled ? next + (next - pos) : next;
  const bool dash = doubled || (space_ && sign_at(next) == Sign::Space);
  add(sign == Sign::Apostrophe ? TokenKind::Quote : dash ? TokenKind::Dash : TokenKind::Other, pos, end);
  return end;
}

void Tokeniser::read(const Span& sentence) {
  end_ = sentence.end;
  space_ = true;
  for (std::uint32_t pos = sentence.start; pos < end_;) {
    std::uint32_t next = pos;
    const Sign sign = sign_at(pos, next);
    switch (sign) {
      case Sign::Space:
        space_ = true;
        break;
      case Sign::Letter:
      case Sign::Digit:
        next = read_word(pos);
        break;
      case Sign::Stop:
      case Sign::Mark:
        next = read_stop(pos);
        break;
      case Sign::Apostrophe:
      case Sign::Hyphen:
        next = read_doubled(sign, pos, next);
        break;
      default:
        add(kind_of(sign), pos, next);
    }
    pos = next;
  }
}

/// Whether a stop at `pos` is followed by nothing but marks and closers, or by a closing quotation mark.
bool Tokeniser::closes_sentence(std::uint32_t pos) const {
  while (pos < end_) {
    std::uint32_t next = pos;
    const Sign sign = sign_at(pos, next);
    if (sign == Sign::Quote || sign == Sign::Apostrophe) return true;
    if (sign != Sign::Stop && sign != Sign::Mark && sign != Sign::Close) return false;
    pos = next;
  }
  return true;
}

/// A stop inside a sentence belongs to the word before it ("Mr.", "U.S."); a run of marks is one token.
std::uint32_t Tokeniser::read_stop(std::uint32_t pos) {
  std::uint32_t next = pos;
  const bool stop = text_[pos] == '.';
  sign_at(pos, next);
  if (stop && !space_ && !into_.tokens.empty() && into_.tokens.back().kind == TokenKind::Word &&
      sign_at(next) != Sign::Stop && !closes_sentence(next)) {
    into_.tokens.back().end = next;
    return next;
  }
  std::uint32_t end = next;
  for (; next < end_; end = next) {
    const Sign sign = sign_at(end, next);
    if (sign != Sign::Stop && sign != Sign::Mark) break;
  }
  add(TokenKind::Stop, pos, end);
  return end;
}

/// The end of a word: letters and digits, with single dots, hyphens, apostrophes, commas and "&" only between them.
std::uint32_t Tokeniser::word_end(std::uint32_t pos, WordSigns& has) const {
  const std::uint32_t end = end_;
  const char* const data = text_.data();
  while (pos < end) {
    const std::uint32_t letters = pos;
    while (pos < end && kAsciiLetter[static_cast<unsigned char>(data[pos])]) ++pos;
    has.letters = has.letters || pos > letters;
    if (pos == end || data[pos] == ' ') break;
    std::uint32_t next = pos;
    const Sign sign = sign_at(pos, next);
    if (sign == Sign::Letter) {
      has.letters = true;
    } else if (sign != Sign::Digit) {
      const bool joins = sign == Sign::Stop || sign == Sign::Hyphen || sign == Sign::Apostrophe ||
                         (sign == Sign::Comma && !has.letters) || (sign == Sign::Other && data[pos] == '&');
      if (!joins) return pos;
      const Sign after = sign_at(next);
      if (after != Sign::Letter && after != Sign::Digit) return pos;
      if (sign == Sign::Stop && has.letters && next - pos > 1) return pos;  // "so…we"
      has.apostrophe = has.apostrophe || sign == Sign::Apostrophe;
    }
    pos = next;
  }
  return pos;
}

/// Length of "'s", "'ve" and the like at the end of a word, 0 if there is none.
std::uint32_t Tokeniser::clitic_length(std::string_view word) const {
  const std::string_view tail = word.substr(word.size() > 5 ? word.size() - 5 : 0);
  const std::size_t ascii = tail.rfind('\'');
  const std::size_t wide = tail.rfind("\xE2\x80\x99");
  const std::size_t at = ascii != std::string_view::npos ? ascii : wide;
  if (at == std::string_view::npos || (at == 0 && tail.size() == word.size())) return 0;
  const std::string_view letters = tail.substr(at + (ascii != std::string_view::npos ? 1 : 3));
  const bool known = letters == "s" || letters == "S" || letters == "ve" || letters == "re" || letters == "ll" ||
                     letters == "d" || letters == "m";
  return known ? static_cast<std::uint32_t>(tail.size() - at) : 0;
}

std::uint32_t Tokeniser::read_word(std::uint32_t pos) {
  WordSigns has;
  const std::uint32_t end = word_end(pos, has);
  if (!has.letters) {
    add(TokenKind::Number, pos, end);
    return end;
  }
  const std::uint32_t clitic = has.apostrophe ? clitic_length(text_.substr(pos, end - pos)) : 0;
  add(TokenKind::Word, pos, end - clitic);
  if (clitic == 0) {
    const bool plural = text_[end - 1] == 's' && sign_at(end) == Sign::Apostrophe;
    std::uint32_t after = end;
    if (plural) sign_at(end, after);
    if (plural && sign_at(after) == Sign::Space && after < end_ && text_[end] != '\'') {
      into_.tokens.back().flags |= kPossessive;  // "the senators’ plan"; a straight one may be a quotation mark
      into_.tokens.back().end = after;
      return after;
    }
    return end;
  }
  Token& word = into_.tokens.back();
  const bool auxiliary = (text_[end - 1] | 0x20) != 's' || word.is(kPronoun | kQuestion | kRelative) ||
                         text_.substr(pos, end - clitic - pos) == "there";
  if (auxiliary) {
    add(TokenKind::Word, end - clitic, end);
  } else {
    word.end = end;
    word.flags |= kPossessive;
  }
  return end;
}

void Tokeniser::classify(Token& token) const {
  const std::string_view word = text_.substr(token.start, token.end - token.start);
  const auto first = static_cast<unsigned char>(word[0]);
  std::size_t used = 0;
  if (first < 0x80 ? first >= 'A' && first <= 'Z' : is_wide_capital(schema::next_code_point(word, used))) {
    token.flags |= kCapital;
  }
  const char last = word.back();
  if (last == 'd' && word.size() > 3 && word.ends_with("ed")) token.flags |= kSuffixEd;
  if (last == 'g' && word.size() > 4 && word.ends_with("ing")) token.flags |= kSuffixIng;
  const WordEntry entry = words_.find(word);
  token.classes = entry.classes;
  token.cue = entry.cue;
  if (last == 'y' && word.size() > 4 && word.ends_with("ly") && !token.has(kCapital) && token.cue == 0 && is_manner(word)) {
    token.classes |= kAdverb;
  }
}

/// Whether a blank line lies in `gap`.
bool has_blank_line(std::string_view gap) {
  const std::size_t first = gap.find('\n');
  return first != std::string_view::npos && gap.find('\n', first + 1) != std::string_view::npos;
}

}  // namespace

void tokenise(std::string_view text, const std::vector<Span>& sentences, TokenisedText& into) {
  into.text = text;
  into.tokens.clear();
  into.sentences.clear();
  into.quotations.clear();
  into.tokens.reserve(text.size() / 4 + 16);
  Tokeniser tokeniser(into);
  const bool single_breaks = !has_blank_line(text) && text.find("\n\n") == std::string_view::npos;
  std::uint32_t last_end = 0;
  for (const Span& sentence : sentences) {
    const auto first = static_cast<std::uint32_t>(into.tokens.size());
    tokeniser.read(sentence);
    const auto last = static_cast<std::uint32_t>(into.tokens.size());
    const std::string_view gap = text.substr(last_end, sentence.start - last_end);
    const bool opens =
        into.sentences.empty() || (single_breaks ? gap.find('\n') != std::string_view::npos : has_blank_line(gap));
    last_end = sentence.end;
    if (first == last) continue;
    into.sentences.push_back({{first, last}, opens});
  }
}

}  // namespace communique::corpus::attribution
