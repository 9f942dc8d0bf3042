// SPDX-License-Identifier: GPL-3.0-or-later
// Content before the cue is a quotation that ends there, or a clause of its own up to the comma.
#include "corpus/attribution/around_cue.h"

#include <algorithm>

#include "corpus/attribution/content_end.h"
#include "corpus/attribution/finite_verbs.h"
#include "corpus/attribution/source_phrase.h"

namespace communique::corpus::attribution {

namespace {

constexpr std::uint32_t kLongestAdjunct = 14;

struct Before {
  bool quotation = false;
  bool clause = false;  ///< a comma stands before the source
  TokenRange content;
};

/// The start of content that a quotation ends: of the quotation if it began in an earlier sentence or stands alone,
/// else of the sentence.
std::uint32_t quoted_start(const TokenisedText& text, const Quotation& quotation, std::uint32_t sentence_first) {
  if (quotation.tokens.first <= sentence_first) return quotation.tokens.first;
  std::uint32_t first = sentence_first;
  while (first < quotation.tokens.first && text.tokens[first].is(kCoordinator)) ++first;
  const std::uint32_t lead = quotation.tokens.first - first;
  if (lead <= 1 || lead > kLongestContent) return quotation.tokens.first;
  return first;
}

/// Content that ends before `end`, where the source or the inverted cue begins.
Before content_before(const TokenisedText& text, std::uint32_t end) {
  const TokenRange& sentence = text.sentence_of(end);
  std::uint32_t last = end;
  if (last > sentence.first && text.tokens[last - 1].kind == TokenKind::Comma) --last;
  if (last == sentence.first) {  // "Is it?" Smith asked: the question mark ended the sentence
    if (last == 0 || last != end || !text.tokens[last - 1].has(kClosesQuote) ||
        text.sentences[text.tokens[end].sentence].opens_paragraph) {
      return {};
    }
    const Quotation& quotation = text.quotations[text.tokens[last - 1].quotation - 1];
    const std::uint32_t first = text.sentence_of(quotation.tokens.first).first;
    return {true, false, {quoted_start(text, quotation, first), last}};
  }
  const Token& token = text.tokens[last - 1];
  if (token.has(kClosesQuote)) {
    const Quotation& quotation = text.quotations[token.quotation - 1];
    const TokenKind inside = text.tokens[last - 2].kind;
    const bool marked =
        last != end || inside == TokenKind::Comma || inside == TokenKind::Stop || inside == TokenKind::Dash;
    if (!marked && quotation.tokens.size() < 6) return {};
    return {true, false, {quoted_start(text, quotation, sentence.first), last}};
  }
  if (last == end || last - sentence.first > kLongestContent) return {};
  return {false, true, {sentence.first, last}};
}

/// Whether nothing but where, when or to whom stands between `from` and the sentence's end or a comma; sets `to`.
bool only_adjuncts(const TokenisedText& text, std::uint32_t from, bool recipient, std::uint32_t& to) {
  const std::uint32_t end = sentence_end(text, from - 1);
  to = from;
  if (from >= end) return true;
  const Token& first = text.tokens[from];
  if (first.kind == TokenKind::Comma || first.kind == TokenKind::Dash) return true;
  if (!recipient && !first.is(kPreposition | kTime | kAdverb | kTo)) return false;
  for (to = from; to < end && to - from <= kLongestAdjunct; ++to) {
    const Token& token = text.tokens[to];
    if (token.kind == TokenKind::Comma) return true;
    if (token.is(kThat) || token.quotation != 0 || token.kind == TokenKind::Colon || looks_finite(text, to))
      return false;
  }
  return to == end;
}

bool leads_clause(const TokenisedText& text, TokenRange clause) {
  const Token& first = text.tokens[clause.first];
  if (first.is(kPreposition | kSubordinator | kTime) && !first.is(kDeterminer)) return false;
  if (first.has(kSuffixIng) && !text.tokens[std::min(clause.first + 1, clause.last - 1)].has(kCapital)) return false;
  return clause.size() >= 3 && holds_verb(text, clause);
}

bool takes_recipient(const TokenisedText& text, const Frame& frame) {
  const std::string_view word = text.word(frame.cue.last - 1);
  return word.starts_with("t") && (word == "told" || word == "tells" || word == "tell");
}

}  // namespace

void add_second_half(const TokenisedText& text, std::uint32_t from, Frame& frame) {
  const std::uint32_t last = text.sentence_of(frame.cue.first).last;
  const std::uint32_t limit = std::min(last, from + 2 * kLongestAdjunct);
  for (std::uint32_t at = from; at < limit; ++at) {
    const Token& token = text.tokens[at];
    if (!token.has(kOpensQuote)) {
      if (token.cue != 0 && (looks_finite(text, at) || token.has(kSuffixIng))) return;
      continue;
    }
    const TokenKind before = text.tokens[at - 1].kind;
    const bool marked = before == TokenKind::Comma || before == TokenKind::Colon || before == TokenKind::Dash ||
                        before == TokenKind::Stop;
    if (!marked || !is_long(text, token.quotation)) return;
    frame.add({at, text.quotations[token.quotation - 1].tokens.last});
    return;
  }
}

bool frame_after_content(const TokenisedText& text, const Tables& tables, TokenRange source, Frame& frame) {
  const Before before = content_before(text, source.first);
  if (before.content.empty()) return false;
  const std::uint32_t next = frame.cue.last;
  const std::uint32_t end = sentence_end(text, frame.cue.first);
  std::uint32_t adjunct_end = next;
  const bool bare = only_adjuncts(text, next, takes_recipient(text, frame), adjunct_end);
  if (before.quotation) {
    const bool goes_on = next < end && (text.tokens[next].is(kThat | kPronoun | kDeterminer) ||
                                        (text.tokens[next].is(kQuestion) && !text.tokens[next].is(kSubordinator)));
    if (!bare && goes_on) return false;
    frame.rule = Rule::QuoteSourceCue;
    frame.add(before.content);
    add_second_half(text, next, frame);
    return true;
  }
  if (!bare) return false;
  const Token& head = text.tokens[source.first];
  const bool vague = !head.has(kCapital) && !head.is(kDeterminer | kPronoun);  // "..., and supply chain challenges"
  if (vague && !tables.is_report(frame.lemma)) return false;
  if (adjunct_end >= end) {
    if (!leads_clause(text, before.content) || (adjunct_end > next && !tables.is_report(frame.lemma))) return false;
    frame.rule = Rule::ClauseSourceCue;
    frame.add(before.content);
    return true;
  }
  const Token& after = text.tokens[std::min(adjunct_end + 1, end - 1)];
  if (adjunct_end != next && !leads_clause(text, before.content)) return false;
  if (after.is(kCoordinator | kRelative | kSubordinator) || after.has(kSuffixIng)) {
    if (!leads_clause(text, before.content)) return false;
    frame.rule = Rule::ClauseSourceCue;
    frame.add(before.content);
    return true;
  }
  if (adjunct_end + 1 >= end) return false;
  frame.rule = Rule::Sandwich;
  frame.add(before.content);
  frame.add({adjunct_end + 1, content_end(text, tables, adjunct_end + 1, true)});
  return true;
}

bool frame_inverted(const TokenisedText& text, const VerbGroup& group, Frame& frame) {
  if (group.shape != VerbShape::Past && group.shape != VerbShape::Present && group.shape != VerbShape::Base)
    return false;
  const Before before = content_before(text, group.first);
  if (before.content.empty() || group.first != frame.cue.first) return false;
  const std::uint32_t end = sentence_end(text, frame.cue.first);
  const TokenRange source = phrase_after(text, frame.cue.last, end);
  if (source.empty()) return false;
  std::uint32_t rest = source.last;
  if (before.clause) {
    if (before.content.size() < 3 || text.tokens[before.content.first].is(kSubordinator)) return false;
    const bool ends =
        rest >= end || text.tokens[rest].kind == TokenKind::Comma || text.tokens[rest].is(kPreposition | kTime);
    const Token& apposed = text.tokens[std::min(rest + 1, end - 1)];
    const bool more = rest < end && !apposed.is(kRelative | kDeterminer | kPronoun) && !apposed.has(kCapital);
    if (!ends || (more && holds_verb(text, {rest, end}))) return false;
    if (!holds_verb(text, before.content) && !text.tokens[source.first].has(kCapital)) return false;
    frame.rule = Rule::ClauseCueSource;
  } else {
    if (rest < end && (looks_finite(text, rest) || text.tokens[rest].is(kTo))) return false;
    frame.rule = Rule::QuoteCueSource;
  }
  frame.source = source;
  frame.add(before.content);
  if (before.quotation) add_second_half(text, rest, frame);
  return true;
}

}  // namespace communique::corpus::attribution
