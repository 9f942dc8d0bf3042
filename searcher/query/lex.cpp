// SPDX-License-Identifier: GPL-3.0-or-later
// The lexer: one pass over the text, each character looked at a bounded number of times.
#include "searcher/query/lex.h"

#include <algorithm>
#include <charconv>

#include "schema/utf8.h"
#include "schema/words.h"
#include "searcher/query/glyph.h"
#include "searcher/query/lex_field.h"
#include "searcher/query/lex_word.h"

namespace communique::searcher {
namespace {

class Lexer {
 public:
  Lexer(std::string_view text, LexContext context) : text_(text), context_(context) {}

  std::vector<Token> run() {
    while (!context_.diagnosis.failed()) {
      pos_ = skip_space(text_, pos_);
      if (pos_ >= text_.size()) break;
      step();
    }
    tokens_.push_back({TokenKind::End, context_.span(text_.size(), text_.size())});
    return std::move(tokens_);
  }

 private:
  void step() {
    const Glyph glyph = glyph_at(text_, pos_);
    switch (glyph.kind) {
      case GlyphKind::Quote:
        return quote(glyph);
      case GlyphKind::Open:
        return push({TokenKind::Open}, pos_ + glyph.bytes);
      case GlyphKind::Close:
        return close(glyph);
      default:
        break;
    }
    if (text_[pos_] == '-') return dash();
    if (begins_nothing()) {
      if (text_[pos_] == '*') context_.repaired(pos_, "a star works only at the end of a word; this one is left out");
      ++pos_;
      return;
    }
    word();
  }

  /// Marks that may stand before a word or field without being part of it: `+word` is a word that is asked for, as all
  /// are, and `="a phrase"` is exact anyway.
  bool begins_nothing() const {
    const char first = text_[pos_];
    return first == '+' || first == ',' || first == ';' || first == '*' ||
           (first == '=' && is_at(text_, pos_ + 1, GlyphKind::Quote));
  }

  void push(Token token, std::size_t end) {
    token.span = context_.span(pos_, end);
    tokens_.push_back(std::move(token));
    pos_ = end;
  }

  void close(const Glyph& glyph) {
    constexpr std::string_view kStatement = "@statement";
    Token token{TokenKind::Close};
    std::size_t end = pos_ + glyph.bytes;
    token.statement = text_.substr(end, kStatement.size()) == kStatement;
    if (token.statement) end += kStatement.size();
    push(std::move(token), end);
  }

  void dash() {
    std::size_t end = pos_;
    while (end < text_.size() && text_[end] == '-') ++end;
    const bool dangling =
        end >= text_.size() || is_at(text_, end, GlyphKind::Space) || is_at(text_, end, GlyphKind::Close);
    if (end == pos_ + 1 && !dangling) {
      Token token{TokenKind::Not};
      token.dash = true;
      return push(std::move(token), end);
    }
    context_.repaired(pos_, dangling ? "a dash with nothing after it is left out; write -word to leave a word out"
                                     : "several dashes before a word are left out; write -word to leave a word out");
    pos_ = end;
  }

  void quote(const Glyph& glyph) {
    const bool glued = pos_ > 0 && !tokens_.empty() && tokens_.back().kind == TokenKind::Word &&
                       tokens_.back().span.end == context_.base + pos_;
    const std::size_t start = pos_ + glyph.bytes;
    std::size_t end = find_quote(text_, start, glyph.family);
    std::size_t after = end;
    if (end != std::string_view::npos) {
      after += glyph_at(text_, end).bytes;
    } else {
      end = after = text_.size();
      if (glued || word_cost(text_.substr(start)) > query_caps::kPhraseWords) {
        context_.repaired(pos_, "a quotation mark without its partner is left out");
        pos_ = start;
        return;
      }
      context_.repaired(pos_, "a quotation mark is not closed: all that follows it is read as the phrase");
    }
    phrase(tidy(text_.substr(start, end - start)), after);
  }

  void phrase(std::string text, std::size_t end) {
    const std::size_t words = word_cost(text);
    if (words == 0) {
      context_.repaired(pos_, "an empty phrase is left out: there is no word between the quotation marks");
      pos_ = end;
      return;
    }
    if (words > query_caps::kPhraseWords) {
      const std::string most = std::to_string(query_caps::kPhraseWords);
      return context_.fail(pos_, "a phrase may have " + most + " words at most, this one has " + std::to_string(words),
                           "search for the part of it that matters most");
    }
    context_.tally.add_words(words, context_.base + pos_, context_.diagnosis);
    Token token{TokenKind::Phrase};
    token.text = std::move(text);
    const auto distance = end < text_.size() && text_[end] == '~' ? read_number(end + 1) : std::nullopt;
    if (distance) {
      token.has_distance = true;
      token.distance = distance->first;
      end = distance->second;
    }
    push(std::move(token), end);
  }

  /// The number at an offset and the offset behind it; numbers too large to matter come out as the largest.
  std::optional<std::pair<unsigned, std::size_t>> read_number(std::size_t offset) const {
    unsigned number = 0;
    const char* begin = text_.data() + offset;
    const auto [end, error] = std::from_chars(begin, text_.data() + text_.size(), number);
    if (end == begin) return std::nullopt;
    if (error != std::errc{}) number = ~0U;
    return std::pair{number, static_cast<std::size_t>(end - text_.data())};
  }

  void word() {
    const std::size_t end = end_of_word(text_, pos_);
    const std::string_view raw = text_.substr(pos_, end - pos_);
    if (auto op = operator_token(raw)) return push(std::move(*op), end);
    if (const auto name = field_name(raw)) return field(*name);
    Token token{TokenKind::Word};
    if (clean_word(raw, pos_, context_, token)) {
      push(std::move(token), end);
    } else {
      pos_ = end;
    }
  }

  void field(std::string_view name) {
    const std::size_t start = pos_;
    const std::size_t colon = pos_ + name.size();
    const std::size_t value = colon + glyph_at(text_, colon).bytes;
    Token token{TokenKind::Field};
    if (!known_field(name, start, context_, token)) return;
    const std::size_t end = lex_value(text_, value, context_, token);
    push(std::move(token), std::max(end, value));
  }

  std::string_view text_;
  LexContext context_;
  std::size_t pos_ = 0;
  std::vector<Token> tokens_;
};

}  // namespace

void Diagnosis::repaired(std::size_t offset, std::string text) {
  if (strict_) return fail(offset, std::move(text), "leave out --strict-query to have it repaired");
  note(offset, std::move(text));
}

void Diagnosis::fail(std::size_t offset, std::string message, std::string hint) {
  if (!error_) error_ = ValueError{std::move(message), std::move(hint), offset};
}

void Tally::add_words(std::size_t words, std::size_t offset, Diagnosis& diagnosis) {
  const bool under = terms <= max_terms;
  terms += words;
  if (under && terms > max_terms) {
    diagnosis.fail(offset, "a query may have " + std::to_string(max_terms) + " words and values at most",
                   "leave out what matters least");
  }
}

void Tally::add_prefix(std::size_t offset, Diagnosis& diagnosis) {
  if (++prefixes <= query_caps::kPrefixes) return;
  diagnosis.fail(offset, "a query may have " + std::to_string(query_caps::kPrefixes) + " words with a star at most",
                 "write some of them without the star");
}

void Tally::add_filter(std::size_t offset, Diagnosis& diagnosis) {
  if (++filters <= query_caps::kFilters) return;
  diagnosis.fail(offset, "a query may have " + std::to_string(query_caps::kFilters) + " field values at most",
                 "ask in several queries");
}

std::size_t word_cost(std::string_view text) {
  std::size_t plain = 0;
  std::size_t han = 0;
  for (const schema::OwnedWord& word : schema::split_words(text)) {
    if (word.kind == schema::WordKind::Plain) ++plain;
    if (word.kind == schema::WordKind::Han) ++han;
  }
  return plain + (han + 1) / 2;
}

std::vector<Token> lex(std::string_view text, std::size_t base, Tally& tally, Diagnosis& diagnosis) {
  return Lexer(text, {base, tally, diagnosis}).run();
}

}  // namespace communique::searcher
