// SPDX-License-Identifier: GPL-3.0-or-later
// A mark opens or closes by its shape, or, where the shape does not tell, by the white space around it and by what is
// open. A quotation that is not closed is taken up by the next paragraph if that begins with a mark.
#include "corpus/attribution/quotations.h"

#include <algorithm>
#include <optional>

namespace communique::corpus::attribution {

namespace {

/// A quotation left open by mistake must not swallow more than a paragraph, nor a paragraph of any length.
constexpr std::uint32_t kMostTokens = 2000;

enum class Shape : std::uint8_t { Straight, Opening, Closing, Single, SingleOpening, SingleClosing };

Shape shape_of(std::string_view mark) {
  if (mark == "\xE2\x80\x9C" || mark == "\xC2\xAB" || mark == "\xE2\x80\x9E" || mark == "``") return Shape::Opening;
  if (mark == "\xE2\x80\x9D" || mark == "\xC2\xBB") return Shape::Closing;
  if (mark == "\xE2\x80\x98") return Shape::SingleOpening;
  if (mark == "\xE2\x80\x99") return Shape::SingleClosing;
  if (mark == "'" || mark == "`") return Shape::Single;
  return Shape::Straight;
}

class Finder {
 public:
  explicit Finder(TokenisedText& text) : text_(text), tokens_(text.tokens) {}
  void run();

 private:
  void read_paragraph(std::uint32_t first, std::uint32_t last);
  void read_mark(std::uint32_t at, std::uint32_t first, std::uint32_t last);
  bool space_before(std::uint32_t at, std::uint32_t first) const;
  bool space_after(std::uint32_t at, std::uint32_t last) const;
  bool single_closes_later(std::uint32_t at, std::uint32_t last) const;
  void close(std::uint32_t end, bool closed);
  bool continue_open(std::uint32_t first, std::uint32_t last);

  TokenisedText& text_;
  std::vector<Token>& tokens_;
  std::optional<std::uint32_t> open_;  ///< the opening mark of the quotation being read
  bool single_ = false;                ///< that mark is a single one
  unsigned nested_ = 0;
  bool left_open_ = false;  ///< the last paragraph ended within a quotation
  bool pending_ = false;    ///< the last quotation may go on: no mark was met since its paragraph ended
};

void Finder::run() {
  const auto& sentences = text_.sentences;
  for (std::size_t from = 0; from < sentences.size();) {
    std::size_t to = from + 1;
    while (to < sentences.size() && !sentences[to].opens_paragraph) ++to;
    read_paragraph(sentences[from].tokens.first, sentences[to - 1].tokens.last);
    from = to;
  }
}

/// Some open a quotation once and close it paragraphs later, with no mark between. If the first mark met since closes,
/// it closes that quotation, which takes in all up to there.
bool Finder::continue_open(std::uint32_t first, std::uint32_t last) {
  Quotation& quotation = text_.quotations.back();
  if (last - quotation.tokens.first > kMostTokens) return pending_ = false;
  for (std::uint32_t at = first; at < last; ++at) {
    if (tokens_[at].kind != TokenKind::Quote) continue;
    const Shape shape = shape_of(text_.word(at));
    if (shape >= Shape::Single) continue;
    pending_ = false;
    if (shape == Shape::Opening || space_before(at, first) || at + 2 < last || !space_after(at, last)) return false;
    const auto number = static_cast<std::uint32_t>(text_.quotations.size());
    for (std::uint32_t inside = quotation.tokens.last; inside <= at; ++inside) tokens_[inside].quotation = number;
    tokens_[at].flags |= kClosesQuote;
    quotation.tokens.last = at + 1;
    quotation.closed = true;
    return true;
  }
  return false;
}

void Finder::read_paragraph(std::uint32_t first, std::uint32_t last) {
  if (pending_ && continue_open(first, last)) return;
  const bool taken_up = left_open_ && tokens_[first].kind == TokenKind::Quote;
  const std::size_t before = text_.quotations.size();
  left_open_ = false;
  for (std::uint32_t at = first; at < last; ++at) {
    if (tokens_[at].kind == TokenKind::Quote)
      read_mark(at, first, last);
    else if (open_ && at - *open_ > kMostTokens)
      close(at, false);
  }
  if (open_) {
    pending_ = !single_;
    close(last, false);
    left_open_ = true;
  }
  if (taken_up && text_.quotations.size() > before && text_.quotations[before].tokens.first == first) {
    text_.quotations[before].continues = true;
  }
}

bool Finder::space_before(std::uint32_t at, std::uint32_t first) const {
  if (at == first || !tokens_[at].has(kGlued)) return true;
  const TokenKind kind = tokens_[at - 1].kind;
  return kind == TokenKind::Open || kind == TokenKind::Dash || tokens_[at - 1].has(kOpensQuote);
}

bool Finder::space_after(std::uint32_t at, std::uint32_t last) const {
  if (at + 1 == last || !tokens_[at + 1].has(kGlued)) return true;
  const TokenKind kind = tokens_[at + 1].kind;
  return kind != TokenKind::Word && kind != TokenKind::Number && kind != TokenKind::Open && kind != TokenKind::Quote;
}

/// A single mark opens a quotation only if one that can close it follows within the sentence.
bool Finder::single_closes_later(std::uint32_t at, std::uint32_t last) const {
  const std::uint32_t end = std::min({last, at + 60, text_.sentence_of(at).last});
  for (std::uint32_t next = at + 2; next < end; ++next) {
    if (tokens_[next].kind != TokenKind::Quote) continue;
    const Shape shape = shape_of(text_.word(next));
    if ((shape == Shape::Single || shape == Shape::SingleClosing) && tokens_[next].has(kGlued) &&
        space_after(next, last)) {
      return true;
    }
  }
  return false;
}

void Finder::read_mark(std::uint32_t at, std::uint32_t first, std::uint32_t last) {
  const Shape shape = shape_of(text_.word(at));
  const bool single = shape >= Shape::Single;
  const bool before = space_before(at, first);
  const bool after = space_after(at, last);
  if (!open_) {
    const bool opens = shape == Shape::Opening || (shape == Shape::Straight && (before || !after)) ||
                       ((shape == Shape::Single || shape == Shape::SingleOpening) && before && !after &&
                        single_closes_later(at, last));
    const bool inches =
        shape == Shape::Straight && at > first && tokens_[at].has(kGlued) && tokens_[at - 1].kind == TokenKind::Number;
    if (!opens || inches) return;
    open_ = at;
    single_ = single;
    nested_ = 0;
    tokens_[at].flags |= kOpensQuote;
    return;
  }
  if (single != single_) return;
  if (shape == Shape::Opening || shape == Shape::SingleOpening) {
    ++nested_;
    return;
  }
  if ((shape == Shape::Straight || shape == Shape::Single) && before && !after) {
    if (single) return;
    ++nested_;  // a quotation within, or the closing mark was lost: the next one closes what is open
    nested_ = std::min(nested_, 1U);
    return;
  }
  if (single && !after) return;  // an apostrophe
  if (nested_ > 0 && shape != Shape::Straight) {
    --nested_;
    return;
  }
  nested_ = 0;
  tokens_[at].flags |= kClosesQuote;
  close(at + 1, true);
}

void Finder::close(std::uint32_t end, bool closed) {
  text_.quotations.push_back({{*open_, end}, closed, false});
  const auto number = static_cast<std::uint32_t>(text_.quotations.size());
  for (std::uint32_t at = *open_; at < end; ++at) tokens_[at].quotation = number;
  open_.reset();
}

}  // namespace

void find_quotations(TokenisedText& text) { Finder(text).run(); }

}  // namespace communique::corpus::attribution
