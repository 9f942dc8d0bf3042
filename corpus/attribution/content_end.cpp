// SPDX-License-Identifier: GPL-3.0-or-later
// Content runs from the cue to the end of its sentence, but for boundaries where it mostly ends before.
#include "corpus/attribution/content_end.h"

#include <algorithm>

#include "corpus/attribution/finite_verbs.h"

namespace communique::corpus::attribution {

namespace {

/// Ends at a boundary from this share on; .35 to .50 made no difference.
constexpr float kEnds = 0.42F;
constexpr std::uint32_t kLookAhead = 12;
constexpr std::uint32_t kLongQuotation = 6;  ///< tokens, marks included

bool is_recipient_verb(std::string_view word) {
  return word.starts_with("t")
             ? word == "told" || word == "tell" || word == "tells" || word == "telling"
             : word.starts_with("assur") || word.starts_with("inform") || word.starts_with("remind") ||
                   word.starts_with("warn") || word.starts_with("advis") || word.starts_with("notif");
}

enum class Listener : std::uint8_t { None, Told, Asked };

/// "to" that begins an infinitive, which is part of the content: "agreed to meet", not "referred to the plan".
bool begins_infinitive(const TokenisedText& text, std::uint32_t to, std::uint32_t last) {
  if (!text.tokens[to].is(kTo) || to + 1 >= last) return false;
  const Token& next = text.tokens[to + 1];
  return next.word() && !next.has(kCapital | kPossessive | kSuffixIng) &&
         !next.is(kDeterminer | kPronoun | kQuestion | kPreposition) && next.quotation == 0;
}

/// "that" or a quotation after words that tell whom, when or where; `last` if there is none near.
std::uint32_t distant_start(const TokenisedText& text, std::uint32_t from, std::uint32_t last, Listener listener) {
  const Token& first = text.tokens[from];
  if (listener == Listener::None && !first.is(kPreposition | kTime | kAdverb)) return last;
  const std::uint32_t end = std::min(last, from + kLookAhead);
  for (std::uint32_t at = from; at < end; ++at) {
    const Token& token = text.tokens[at];
    if (token.is(kThat) && at > from && listener != Listener::Asked) return at;
    if (listener == Listener::Asked && token.is(kQuestion) && at > from) return at;
    if (token.has(kOpensQuote)) {
      const TokenKind before = text.tokens[at - 1].kind;
      const bool marked = before == TokenKind::Comma || before == TokenKind::Colon;
      return marked && is_long(text, token.quotation) ? at : last;
    }
    if (token.kind == TokenKind::Semicolon || looks_finite(text, at)) return last;
  }
  return last;
}

/// One past the next comma, or `from` if there is none before `last`.
std::uint32_t comma_after(const TokenisedText& text, std::uint32_t from, std::uint32_t last) {
  for (std::uint32_t at = from; at < last; ++at) {
    if (text.tokens[at].kind == TokenKind::Comma && text.tokens[at].quotation == 0) return at + 1;
  }
  return from;
}

}  // namespace

bool is_long(const TokenisedText& text, std::uint32_t quotation) {
  return quotation != 0 && text.quotations[quotation - 1].tokens.size() >= kLongQuotation;
}

std::uint32_t sentence_end(const TokenisedText& text, std::uint32_t token) {
  const TokenRange& sentence = text.sentence_of(token);
  std::uint32_t end = sentence.last;
  for (int stops = 0; stops < 4 && end > sentence.first && text.tokens[end - 1].kind == TokenKind::Stop; ++stops) --end;
  return end;
}

ContentStart content_start(const TokenisedText& text, std::uint32_t cue, bool report) {
  const std::uint32_t last = text.sentence_of(cue).last;
  std::uint32_t at = cue + 1;
  if (at >= last) return {at, last};
  const std::string_view word = text.word(cue);
  const Listener listener = is_recipient_verb(word)   ? Listener::Told
                            : word.starts_with("ask") ? Listener::Asked
                                                      : Listener::None;
  if (report || listener != Listener::None) {
    const std::uint32_t distant = distant_start(text, at, last, listener);
    if (distant < last) return {at, distant};
  }
  const auto marks = [&] {
    return text.tokens[at].kind == TokenKind::Comma || text.tokens[at].kind == TokenKind::Colon;
  };
  for (int prepositions = 0; prepositions < 2 && at < last; ++prepositions) {
    const Token& token = text.tokens[at];
    if (!token.is(kPreposition) || token.has(kCapital) || text.word(at) == "as" || token.is(kSubordinator) ||
        begins_infinitive(text, at, last)) {
      break;
    }
    ++at;
  }
  const std::uint32_t cue_end = at;
  while (at < last && marks()) ++at;
  return {cue_end, at};
}

std::uint32_t content_end(const TokenisedText& text, const Tables& tables, std::uint32_t from, bool report) {
  const std::uint32_t sentence = sentence_end(text, from);
  std::uint32_t at = from;
  if (at < sentence && text.tokens[at].has(kOpensQuote) && is_long(text, text.tokens[at].quotation)) {
    const Quotation& quotation = text.quotations[text.tokens[at].quotation - 1];
    at = quotation.tokens.last;
    if (at >= sentence || !quotation.closed) return at;
    const TokenKind inside = text.tokens[at - 2].kind;
    const TokenKind after = text.tokens[at].kind;
    if (inside == TokenKind::Comma || inside == TokenKind::Stop || after == TokenKind::Comma) return at;
  }
  const std::uint32_t limit = std::min(sentence, from + kLongestContent);
  while (at < limit) {
    const Boundary boundary = next_boundary(text, std::max(at, from + 1), limit);
    if (boundary.at >= limit) break;
    if (boundary.at == from + 1 && text.tokens[from].is(kThat) && boundary.key.mark == BoundaryMark::Comma) {
      at = comma_after(text, boundary.at + 1, limit);  // "that, while ..., it"
      continue;
    }
    if (tables.ends_at(boundary.key, report) >= kEnds) return boundary.at;
    at = boundary.at + 1;
  }
  const Token& last = text.tokens[limit - 1];
  return last.quotation != 0 && limit - 1 >= from ? std::max(limit, text.quotations[last.quotation - 1].tokens.last)
                                                  : limit;
}

}  // namespace communique::corpus::attribution
