// SPDX-License-Identifier: GPL-3.0-or-later
// Values of fields, in the forms people know: field:value, field:"a value", field:(a OR b), date:[a TO b].
#include "searcher/query/lex_field.h"

#include "searcher/query/glyph.h"

namespace communique::searcher {
namespace {

class ValueLexer {
 public:
  ValueLexer(std::string_view text, std::size_t offset, LexContext& context, Token& token)
      : text_(text),
        pos_(offset),
        start_(offset),
        context_(context),
        token_(token),
        kind_(schema::field(token.field).kind) {}

  std::size_t run() {
    pos_ = skip_space(text_, pos_);
    if (pos_ >= text_.size() || is_at(text_, pos_, GlyphKind::Close)) return no_value();
    if (pos_ != start_) {
      context_.repaired(start_, "the space after " + name() + ": is left out; write the value right after the colon");
    }
    if (is_at(text_, pos_, GlyphKind::Open)) {
      token_.list = true;
      list();
    } else if (kind_ == schema::FieldKind::DateRange && (text_[pos_] == '[' || text_[pos_] == '{')) {
      bracket();
    } else {
      single();
    }
    check();
    return pos_;
  }

 private:
  std::string name() const { return std::string(schema::field(token_.field).name); }
  std::string example() const { return std::string(schema::field(token_.field).example); }

  std::size_t no_value() {
    context_.fail(start_, name() + ": needs a value", "for example " + example());
    return pos_;
  }

  void add(std::size_t start, std::string text, bool quoted) {
    // Between two sides a comma means something in quotation marks, too.
    if (!quoted || kind_ == schema::FieldKind::LeaderPair) trim(text);
    ValuePiece piece{std::move(text), quoted, false, context_.span(start, pos_)};
    token_.value.push_back(std::move(piece));
  }

  /// `[2021-01 TO 2021-12]`: taken whole, read by whoever reads dates.
  void bracket() {
    const std::size_t start = pos_;
    std::size_t end = text_.find_first_of("]}", pos_);
    if (end == std::string_view::npos) {
      context_.repaired(start, "a square bracket is not closed");
      end = text_.size();
    }
    pos_ = std::min(end + 1, text_.size());
    add(start, tidy(text_.substr(start, pos_ - start)), false);
  }

  /// A quoted piece; `pos_` is at its opening mark.
  std::string quoted_piece() {
    const Glyph open = glyph_at(text_, pos_);
    const std::size_t start = pos_ + open.bytes;
    std::size_t end = find_quote(text_, start, open.family);
    if (end == std::string_view::npos) {
      context_.repaired(pos_,
                        "a quotation mark is not closed: all that follows it is read as the value of " + name() + ":");
      end = text_.size();
      pos_ = end;
    } else {
      pos_ = end + glyph_at(text_, end).bytes;
    }
    return tidy(text_.substr(start, end - start));
  }

  /// One value: pieces without white space between them. The two sides of between: may have some after the comma.
  void single() {
    const std::size_t start = pos_;
    std::string value;
    bool quoted = false;
    while (pos_ < text_.size()) {
      if (is_at(text_, pos_, GlyphKind::Quote)) {
        quoted = true;
        value += quoted_piece();
      } else {
        const std::size_t end = end_of_word(text_, pos_);
        if (end == pos_) break;
        value += text_.substr(pos_, end - pos_);
        pos_ = end;
      }
      if (kind_ == schema::FieldKind::LeaderPair && ends_with_comma(value)) pos_ = skip_space(text_, pos_);
    }
    add(start, std::move(value), quoted);
  }

  /// Takes the punctuation off the end of a value that is not quoted.
  static void trim(std::string& value) {
    const std::size_t last = value.find_last_not_of(",;!? ");
    value.erase(last == std::string::npos ? 0 : last + 1);
  }

  static bool ends_with_comma(std::string_view value) {
    return value.ends_with(',') || value.ends_with("，") || value.ends_with("、");
  }

  void list() {
    const std::size_t open = pos_;
    pos_ += glyph_at(text_, pos_).bytes;
    while (!context_.diagnosis.failed()) {
      pos_ = skip_space(text_, pos_);
      if (pos_ >= text_.size()) {
        context_.repaired(open, "a parenthesis is not closed: it is taken to end with the query");
        return;
      }
      const Glyph glyph = glyph_at(text_, pos_);
      if (glyph.kind == GlyphKind::Close) {
        pos_ += glyph.bytes;
        return;
      }
      list_item(glyph);
    }
  }

  void list_item(const Glyph& glyph) {
    const std::size_t start = pos_;
    if (glyph.kind == GlyphKind::Open) {
      context_.fail(pos_, "the values of " + name() + ": can not have parentheses inside parentheses",
                    "write the field before each value: " + name() + ":a OR " + name() + ":b");
    } else if (glyph.kind == GlyphKind::Quote) {
      add(start, quoted_piece(), true);
    } else {
      pos_ = end_of_word(text_, pos_);
      std::string word(text_.substr(start, pos_ - start));
      if (word == "AND") return;
      const bool is_or = word == "OR";
      if (!is_or) trim(word);
      // "AND," is a word, and must print as one.
      if (!is_or && (word == "AND" || word == "OR")) word = word == "AND" ? "and" : "or";
      add(start, is_or ? std::string() : std::move(word), false);
      token_.value.back().is_or = is_or;
    }
  }

  /// Values need a word, and count against the caps.
  void check() {
    std::size_t values = 0;
    for (const ValuePiece& piece : token_.value) {
      if (piece.is_or) continue;
      const std::size_t words = word_cost(piece.text);
      const std::size_t offset = piece.span.start;
      if (words > query_caps::kPhraseWords) {
        context_.diagnosis.fail(offset,
                                "a field's value may have " + std::to_string(query_caps::kPhraseWords) +
                                    " words at most, this one has " + std::to_string(words),
                                "shorten it");
      }
      if (words == 0 && kind_ != schema::FieldKind::DateRange) continue;
      ++values;
      context_.tally.add_words(std::max<std::size_t>(words, 1), offset, context_.diagnosis);
      context_.tally.add_filter(offset, context_.diagnosis);
    }
    std::erase_if(token_.value, [&](const ValuePiece& piece) {
      return !piece.is_or && kind_ != schema::FieldKind::DateRange && word_cost(piece.text) == 0;
    });
    if (values == 0) no_value();
  }

  std::string_view text_;
  std::size_t pos_;
  std::size_t start_;
  LexContext& context_;
  Token& token_;
  schema::FieldKind kind_;
};

}  // namespace

bool known_field(std::string_view name, std::size_t offset, LexContext& context, Token& token) {
  const schema::Field* field = schema::find_field(name);
  if (field != nullptr) {
    token.field = field->id;
    return true;
  }
  const std::string shown(name);
  const std::string_view nearest = schema::nearest_field(name);
  const std::string quote = "put it in quotation marks to search for the text: \"" + shown + ": ...\"";
  context.fail(offset, "there is no field \"" + shown + "\"",
               nearest.empty() ? quote : "did you mean " + std::string(nearest) + ":? Or " + quote);
  return false;
}

std::size_t lex_value(std::string_view text, std::size_t offset, LexContext& context, Token& token) {
  return ValueLexer(text, offset, context, token).run();
}

}  // namespace communique::searcher
