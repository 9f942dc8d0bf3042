// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/quote/quote_text.h"

#include <optional>
#include <string_view>

#include "schema/char_class.h"
#include "schema/utf8.h"
#include "schema/words.h"

namespace communique::searcher {
namespace {

/// Brackets around more than this are part of what is quoted.
constexpr std::size_t kMostInsertedBytes = 80;

constexpr std::string_view kEllipsis = "…";

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

/// The end of "...", "…", ". . ." or more of them at `at`; `at` if there is none.
std::size_t dots_end(std::string_view text, std::size_t at) {
  std::size_t dots = 0;
  std::size_t end = at;
  for (std::size_t pos = at; pos < text.size();) {
    if (text[pos] == '.') {
      ++dots;
      end = ++pos;
    } else if (text.substr(pos).starts_with(kEllipsis)) {
      dots += 3;
      end = pos += kEllipsis.size();
    } else if (dots > 0 && text[pos] == ' ' && pos + 1 < text.size() && text[pos + 1] == '.') {
      ++pos;
    } else {
      break;
    }
  }
  return dots >= 3 ? end : at;
}

/// "[...]" or "(…)".
std::size_t bracketed_dots_end(std::string_view text, std::size_t at) {
  if (text[at] != '[' && text[at] != '(') return at;
  const char close = text[at] == '[' ? ']' : ')';
  std::size_t pos = at + 1;
  while (pos < text.size() && is_blank(text[pos])) ++pos;
  const std::size_t end = pos < text.size() ? dots_end(text, pos) : pos;
  if (end == pos) return at;
  pos = end;
  while (pos < text.size() && is_blank(text[pos])) ++pos;
  return pos < text.size() && text[pos] == close ? pos + 1 : at;
}

bool is_letter_at(std::string_view text, std::size_t at) {
  return at < text.size() && schema::char_at(text, at).kind == schema::CharClass::Letter;
}

bool ends_in_letter(std::string_view text) {
  std::size_t at = text.size();
  return at > 0 && schema::previous_code_point(text, at) >= 0 && is_letter_at(text, at);
}

/// What stands in the brackets that open at `at`; nullopt if they do not close soon.
std::optional<std::string_view> in_brackets(std::string_view text, std::size_t at) {
  if (text[at] != '[') return std::nullopt;
  const std::size_t close = text.substr(0, at + kMostInsertedBytes).find_first_of("[]", at + 1);
  if (close == std::string_view::npos || text[close] == '[') return std::nullopt;
  return text.substr(at + 1, close - at - 1);
}

/// "[T]he" becomes "The", "[sic]" goes.
std::string without_marks_of_form(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const auto inner = in_brackets(text, at);
    const bool sic = inner && schema::fold_value(*inner) == "sic";
    const bool letter = inner && schema::count_code_points(*inner) == 1 && is_letter_at(text, at + inner->size() + 2);
    if (letter) out += *inner;
    if (sic || letter) {
      at += inner->size() + 1;
    } else {
      out += text[at];
    }
  }
  return out;
}

class QuoteReader {
 public:
  explicit QuoteReader(Quote& quote) : quote_(quote), text_(quote.text) {}

  void read() {
    for (std::size_t at = 0; at < text_.size();) {
      std::size_t end = bracketed_dots_end(text_, at);
      if (end == at) end = dots_end(text_, at);
      if (end > at) {
        end_piece(at, end);
      } else if (const auto inner = in_brackets(text_, at); inner && !inner->empty()) {
        end = at + inner->size() + 2;
        quote_.insertions.emplace_back(*inner);
        end_piece(word_start(at), end);
        inserted_ = true;
      } else {
        end = at + 1;
      }
      at = end;
    }
    end_piece(text_.size(), text_.size());
  }

 private:
  /// "talk[ed]" stands for another form of the word: the whole word is the quoting one's.
  std::size_t word_start(std::size_t at) const {
    std::size_t start = at;
    while (start > from_ && ends_in_letter(text_.substr(from_, start - from_))) {
      schema::previous_code_point(text_, start);
    }
    return start;
  }

  void end_piece(std::size_t end, std::size_t next) {
    QuotePiece piece;
    if (end > from_) piece.words = words_to_compare(text_.substr(from_, end - from_));
    for (DiffWord& word : piece.words) {
      word.start += static_cast<std::uint32_t>(from_);
      word.end += static_cast<std::uint32_t>(from_);
    }
    if (!piece.words.empty()) {
      piece.inserted_before = inserted_;
      quote_.omissions = quote_.omissions || (!inserted_ && !quote_.pieces.empty());
      quote_.words += piece.words.size();
      quote_.pieces.push_back(std::move(piece));
      inserted_ = false;
    } else if (next > end && !quote_.pieces.empty()) {
      inserted_ = false;  // brackets and dots side by side: more than a few words may be missing
    }
    from_ = next;
  }

  Quote& quote_;
  std::string_view text_;
  std::size_t from_ = 0;
  bool inserted_ = false;
};

/// Words in a reader's sense: of Chinese, two characters.
std::size_t real_words(std::string_view text) {
  std::size_t halves = 0;
  for (const schema::OwnedWord& word : schema::split_words(text)) {
    if (word.kind == schema::WordKind::Plain) halves += 2;
    if (word.kind == schema::WordKind::Han) halves += 1;
  }
  return halves / 2;
}

}  // namespace

Result<Quote> read_quote(std::string text) {
  if (text.size() > kMostQuoteBytes) {
    return ValueError{"the quotation has " + std::to_string(text.size()) + " bytes, more than " +
                          std::to_string(kMostQuoteBytes),
                      "check it in parts", 0};
  }
  if (const std::size_t wrong = schema::first_invalid_utf8(text); wrong != std::string_view::npos) {
    return ValueError{"the quotation is not UTF-8 at byte " + std::to_string(wrong), "convert it, for example with iconv",
                      wrong};
  }
  Quote quote;
  quote.text = without_marks_of_form(text);
  QuoteReader(quote).read();
  if (const std::size_t words = quote.pieces.empty() ? 0 : real_words(quote.text); words < 2) {
    return ValueError{words == 0 ? "the quotation has no words" : "a single word is no quotation",
                      words == 0 ? "write the sentence to check" : "to see where a word stands, write: find WORD", 0};
  }
  if (quote.pieces.size() > kMostQuotePieces) {
    return ValueError{"the quotation leaves out words at more than " + std::to_string(kMostQuotePieces - 1) + " places",
                      "check it in parts", 0};
  }
  return quote;
}

}  // namespace communique::searcher
