// SPDX-License-Identifier: GPL-3.0-or-later
// One pass for tokens, one for quotations.
#include "corpus/attribution/foreign_text.h"

#include <algorithm>
#include <string>

#include "corpus/analysis/near_words.h"
#include "schema/char_class.h"

namespace communique::corpus::attribution {

namespace {

using schema::Char;
using schema::char_at;
using schema::CharClass;

/// A quotation left open by mistake swallows no more, in tokens.
constexpr std::uint32_t kMaxQuotationTokens = 2000;

constexpr std::int32_t kGuillemetOpen = 0xAB;
constexpr std::int32_t kGuillemetClose = 0xBB;
constexpr std::int32_t kLowQuote = 0x201E;
constexpr std::int32_t kLeftQuote = 0x201C;
constexpr std::int32_t kRightQuote = 0x201D;

bool is_letter(const Char& c) { return c.kind == CharClass::Letter || c.kind == CharClass::Digit; }

Mark mark_of(std::int32_t c) {
  switch (c) {
    case ',':
      return Mark::Comma;
    case '.':
    case '!':
    case '?':
    case ';':
    case 0x2026:
      return Mark::Stop;
    case ':':
      return Mark::Colon;
    case 0x2013:
    case 0x2014:
    case '-':
      return Mark::Dash;
    case '"':
    case kGuillemetOpen:
    case kLowQuote:
    case kLeftQuote:
      return Mark::Open;
    case kGuillemetClose:
    case kRightQuote:
      return Mark::Close;
    default:
      return Mark::Other;
  }
}

/// Reads the tokens of one sentence.
class TokenReader {
 public:
  TokenReader(ForeignText& into, Tongue tongue) : text_(into.text), tokens_(into.tokens), tongue_(tongue) {}
  void read(Span sentence, std::uint32_t number);

 private:
  std::size_t word_end(std::size_t at, std::size_t end) const;

  std::string_view text_;
  std::vector<ForeignToken>& tokens_;
  Tongue tongue_;
};

/// Words keep their inner hyphens ("a-t-il"); an apostrophe ends one ("l’", "qu’"), and belongs to none.
std::size_t TokenReader::word_end(std::size_t at, std::size_t end) const {
  while (at < end) {
    const Char c = char_at(text_, at);
    const bool hyphen = c.kind == CharClass::Hyphen && at + c.bytes < end && is_letter(char_at(text_, at + c.bytes));
    if (!is_letter(c) && c.kind != CharClass::Mark && !hyphen) break;
    at += c.bytes;
  }
  return at;
}

void TokenReader::read(Span sentence, std::uint32_t number) {
  for (std::size_t at = sentence.start; at < sentence.end;) {
    const Char c = char_at(text_, at);
    const auto start = static_cast<std::uint32_t>(at);
    at += std::max<std::uint32_t>(c.bytes, 1);
    if (c.code_point <= ' ' || c.code_point == 0xA0 || c.code_point == 0x202F || c.kind == CharClass::Apostrophe)
      continue;
    ForeignToken token;
    token.sentence = number;
    if (is_letter(c)) {
      at = word_end(at, sentence.end);
      token.span = {start, static_cast<std::uint32_t>(at)};
      const std::string_view word = text_of(text_, token.span);
      token.capital = is_capitalised(word);
      token.classes = foreign_classes(in_small_letters(word), tongue_);
    } else {
      token.span = {start, static_cast<std::uint32_t>(at)};
      token.mark = mark_of(c.code_point);
    }
    tokens_.push_back(token);
  }
}

/// True if `close` may end a quotation that `open` began.
bool closes(std::int32_t open, std::int32_t close) {
  switch (open) {
    case kGuillemetOpen:
      return close == kGuillemetClose;
    case kLowQuote:
      return close == kLeftQuote || close == kRightQuote;
    case kLeftQuote:
      return close == kRightQuote;
    default:
      return close == open;
  }
}

class QuotationReader {
 public:
  explicit QuotationReader(ForeignText& text) : text_(text) {}
  void read();

 private:
  bool new_paragraph(std::uint32_t token) const;
  std::uint32_t close_of(std::uint32_t open) const;
  void add(std::uint32_t first, std::uint32_t last);

  ForeignText& text_;
};

bool QuotationReader::new_paragraph(std::uint32_t token) const {
  if (token == 0) return true;
  const std::uint32_t end = text_.tokens[token - 1].span.end;
  return text_.text.substr(end, text_.tokens[token].span.start - end).find('\n') != std::string_view::npos;
}

/// The token that closes the quotation, or `open` if none of its paragraph does.
std::uint32_t QuotationReader::close_of(std::uint32_t open) const {
  const auto& tokens = text_.tokens;
  const std::int32_t mark = char_at(text_.text, tokens[open].span.start).code_point;
  std::uint32_t nested = 0;
  const auto end = static_cast<std::uint32_t>(std::min<std::size_t>(tokens.size(), open + kMaxQuotationTokens));
  for (std::uint32_t at = open + 1; at < end && !new_paragraph(at); ++at) {
    if (tokens[at].mark != Mark::Open && tokens[at].mark != Mark::Close) continue;
    const std::int32_t c = char_at(text_.text, tokens[at].span.start).code_point;
    if (closes(mark, c)) {
      if (nested == 0) return at;
      --nested;
    } else if (c == mark) {
      ++nested;
    }
  }
  return open;
}

void QuotationReader::add(std::uint32_t first, std::uint32_t last) {
  ForeignQuotation quotation{first, last, 0};
  const auto number = static_cast<std::uint32_t>(text_.quotations.size() + 1);
  for (std::uint32_t at = first; at <= last; ++at) {
    text_.tokens[at].quotation = number;
    quotation.words += text_.tokens[at].word() ? 1U : 0U;
  }
  text_.tokens[first].mark = Mark::Open;
  text_.tokens[last].mark = Mark::Close;
  text_.quotations.push_back(quotation);
}

void QuotationReader::read() {
  const auto count = static_cast<std::uint32_t>(text_.tokens.size());
  std::uint32_t unclosed = 0;  // after a mark that none closes, no other is tried in its paragraph
  for (std::uint32_t at = 0; at < count; ++at) {
    if (at >= unclosed && text_.tokens[at].mark == Mark::Open) {
      const std::uint32_t last = close_of(at);
      if (last > at) {
        add(at, last);
        at = last;
        continue;
      }
      for (unclosed = at + 1; unclosed < count && unclosed < at + kMaxQuotationTokens && !new_paragraph(unclosed);)
        ++unclosed;
    }
    if (text_.tokens[at].mark == Mark::Open || text_.tokens[at].mark == Mark::Close)
      text_.tokens[at].mark = Mark::Other;
  }
}

}  // namespace

ForeignText read_foreign(std::string_view text, const std::vector<Span>& sentences, Tongue tongue) {
  ForeignText read;
  read.text = text;
  read.tokens.reserve(text.size() / 5);
  TokenReader reader(read, tongue);
  for (const Span& sentence : sentences) {
    read.sentence_starts.push_back(static_cast<std::uint32_t>(read.tokens.size()));
    reader.read(sentence, static_cast<std::uint32_t>(read.sentence_starts.size() - 1));
  }
  read.sentence_starts.push_back(static_cast<std::uint32_t>(read.tokens.size()));
  QuotationReader(read).read();
  return read;
}

}  // namespace communique::corpus::attribution
