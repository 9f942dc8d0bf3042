// SPDX-License-Identifier: GPL-3.0-or-later
// Noun phrases without a parser: runs of names, nouns and adjectives, joined by prepositions and "and", bounded by
// what looks like a verb. Every walk is bounded by kLongestSource or kWindow tokens.
#include "corpus/attribution/source_phrase.h"

#include <algorithm>

#include "corpus/attribution/finite_verbs.h"

namespace communique::corpus::attribution {

namespace {

constexpr std::uint32_t kWindow = 60;
constexpr std::uint32_t kLongestBracket = 12;
constexpr int kMostVerbs = 3;  ///< subjects are looked for at no more of them, going left

/// "Under Secretary Fernandez"
bool is_under_secretary(const TokenisedText& text, std::uint32_t at) {
  return text.tokens[at].has(kCapital) && at + 1 < text.tokens.size() && text.word(at) == "Under" &&
         text.word(at + 1) == "Secretary";
}

bool is_noun_word(const TokenisedText& text, std::uint32_t at) {
  const Token& token = text.tokens[at];
  if (token.kind == TokenKind::Number) return true;
  if (!token.word() || token.quotation != 0) return false;
  if (token.has(kCapital))
    return !token.is(kPreposition | kSubordinator | kCoordinator | kAuxiliary | kModal | kQuestion);
  return (token.classes & ~(kOccasion | kVerb | kLight)) == 0;
}

/// The opening bracket that the closing one at `close` belongs to, or `close` if it is far.
std::uint32_t bracket_start(const TokenisedText& text, std::uint32_t close, std::uint32_t floor) {
  for (std::uint32_t at = close; at > floor && close - at < kLongestBracket; --at) {
    if (text.tokens[at - 1].kind == TokenKind::Open) return at - 1;
  }
  return close;
}

bool is_single_word_source(const Token& token) { return token.is(kPronoun | kRelative) && !token.has(kPossessive); }

class LeftWalk {
 public:
  LeftWalk(const TokenisedText& text, std::uint32_t end, std::uint32_t floor)
      : text_(text), floor_(std::max(floor, end - std::min(end, kLongestSource))), at_(end) {}

  /// The first token of the phrase.
  std::uint32_t run() {
    while (at_ > floor_ && step()) {
    }
    while (at_ < floor_) ++at_;
    return at_;
  }

 private:
  bool step();
  bool step_over_preposition();
  bool step_over_coordinator();
  const Token& previous() const { return text_.tokens[at_ - 1]; }

  const TokenisedText& text_;
  std::uint32_t floor_;
  std::uint32_t at_;
  bool determined_ = false;  ///< a determiner was taken: only more of them, or a preposition, may stand before it
};

bool LeftWalk::step() {
  const Token& token = previous();
  if (token.kind == TokenKind::Number || token.kind == TokenKind::Other) {
    --at_;
    return !determined_;
  }
  if (!token.word() || token.quotation != 0) {
    if (token.kind != TokenKind::Close) return false;
    const std::uint32_t open = bracket_start(text_, at_ - 1, floor_);
    if (open == at_ - 1) return false;
    at_ = open;
    return true;
  }
  if (token.is(kCoordinator)) return step_over_coordinator();
  if (is_under_secretary(text_, at_ - 1)) {
    --at_;
    return true;
  }
  if (token.is(kPreposition) && !token.is(kAdverb)) return step_over_preposition();
  if (token.is(kDeterminer)) {
    if (token.is(kRelative) && !token.has(kCapital) && at_ - 1 > floor_ && !determined_ && token.is(kThat))
      return false;
    const std::string_view word = text_.word(at_ - 1);
    const bool names = text_.tokens[at_].has(kCapital) && text_.tokens[at_].classes == 0;
    if (names && (word == "this" || word == "these" || word == "that")) return false;  // "in view of this Mr X said"
    determined_ = true;
    --at_;
    return true;
  }
  if (determined_ && !(token.is(kAdverb) && token.is(kDeterminer))) return false;
  if (token.is(kPronoun | kRelative | kAuxiliary | kModal | kSubordinator | kAdverb | kTime)) return false;
  if (looks_finite(text_, at_ - 1)) return false;
  if (token.is(kOccasion) && text_.tokens[at_].has(kCapital) && !token.has(kCapital | kPossessive)) return false;
  --at_;
  return true;
}

/// "the head of the agency", "families in Ohio": goes on if a noun stands before it, and not "in a statement".
bool LeftWalk::step_over_preposition() {
  const std::uint32_t preposition = at_ - 1;
  if (preposition <= floor_ || !is_noun_word(text_, preposition - 1)) return false;
  if (looks_finite(text_, preposition - 1) || text_.tokens[at_].is(kRelative | kTime)) return false;
  if (text_.tokens[preposition - 1].has(kSuffixIng) && !text_.tokens[preposition - 1].has(kCapital)) return false;
  determined_ = false;
  at_ = preposition - 1;
  return true;
}

/// "Putin and Xi": goes on if what stands before it begins the clause; else "and" joins two clauses.
bool LeftWalk::step_over_coordinator() {
  const std::uint32_t coordinator = at_ - 1;
  if (coordinator <= floor_) return false;
  std::uint32_t end = coordinator;
  if (text_.tokens[end - 1].kind == TokenKind::Comma) --end;
  if (end <= floor_ || (!is_noun_word(text_, end - 1) && text_.tokens[end - 1].kind != TokenKind::Close)) return false;
  std::uint32_t begin = LeftWalk(text_, end, floor_).run();
  const std::uint32_t pair = begin;
  while (begin > floor_ + 1 && text_.tokens[begin - 1].kind == TokenKind::Comma &&
         is_noun_word(text_, begin - 2)) {  // "A, B and C"
    const std::uint32_t more = LeftWalk(text_, begin - 1, floor_).run();
    if (more >= begin - 1) break;
    begin = more;
  }
  const auto heads = [&](std::uint32_t at) {
    return at <= floor_ || text_.tokens[at - 1].kind == TokenKind::Comma ||
           text_.tokens[at - 1].is(kThat | kSubordinator | kAdverb) || text_.tokens[at - 1].quotation != 0;
  };
  if (begin > floor_ && !heads(begin)) begin = pair;
  if (begin < pair && begin > floor_ && text_.tokens[begin - 1].kind != TokenKind::Comma) begin = pair;
  if (begin >= end || !heads(begin)) return false;
  at_ = begin;
  return false;
}

/// Leaves out what can not begin a noun phrase: "But", "On", "Meanwhile".
TokenRange trimmed(const TokenisedText& text, TokenRange range) {
  while (!range.empty()) {
    const Token& token = text.tokens[range.first];
    const bool leads = is_under_secretary(text, range.first)
                           ? false
                           : token.is(kCoordinator | kTime | kOccasion) ||
                                 (token.is(kPreposition | kSubordinator | kAdverb | kAuxiliary | kModal) &&
                                  !token.is(kDeterminer | kPronoun)) ||
                                 !(token.word() || token.kind == TokenKind::Number);
    if (!leads || (token.is(kOccasion) && range.size() == 1)) break;
    ++range.first;
  }
  return range;
}

bool is_subject_like(const TokenisedText& text, TokenRange segment) {
  const Token& head = text.tokens[segment.first];
  if (head.quotation != 0 || !head.word()) return false;
  if (head.is(kPreposition | kSubordinator | kAdverb | kTime | kQuestion | kRelative) &&
      !head.is(kDeterminer | kPronoun)) {
    return false;
  }
  if ((head.has(kSuffixIng) || head.has(kSuffixEd)) &&
      !(segment.size() > 1 && text.tokens[segment.first + 1].has(kCapital) && head.has(kCapital) && head.cue == 0)) {
    return false;
  }
  return !head.is(kAuxiliary | kModal);
}

}  // namespace

TokenRange phrase_before(const TokenisedText& text, std::uint32_t end, std::uint32_t floor) {
  std::uint32_t last = end;
  if (last > floor && text.tokens[last - 1].kind == TokenKind::Close) last = bracket_start(text, last - 1, floor);
  if (last <= floor) return {end, end};
  const Token& head = text.tokens[last - 1];
  if (!head.word() && head.kind != TokenKind::Number) return {end, end};
  if (is_single_word_source(head)) {
    if (!head.is(kDeterminer) || last - 1 == floor || head.is(kRelative)) return {last - 1, last};
  }
  if (head.is(kPreposition | kSubordinator | kCoordinator | kAuxiliary | kModal | kTime) && !head.is(kDeterminer))
    return {end, end};
  return trimmed(text, {LeftWalk(text, last, floor).run(), last});
}

TokenRange phrase_after(const TokenisedText& text, std::uint32_t begin, std::uint32_t ceiling) {
  const std::uint32_t last = std::min(ceiling, begin + kLongestSource);
  std::uint32_t at = begin;
  bool noun = false;
  for (; at < last; ++at) {
    const Token& token = text.tokens[at];
    if (token.quotation != 0) break;
    if (token.kind == TokenKind::Number || token.kind == TokenKind::Other) continue;
    if (!token.word()) break;
    if (token.is(kPronoun) && !token.is(kDeterminer))
      return at == begin ? TokenRange{at, at + 1} : TokenRange{begin, at};
    if (token.is(kDeterminer)) {
      if (noun && !text.tokens[at - 1].is(kPreposition | kCoordinator)) break;
      continue;
    }
    if (token.is(kCoordinator)) {
      if (!noun || at + 1 >= last || !(text.tokens[at + 1].has(kCapital) || text.tokens[at + 1].is(kDeterminer))) break;
      continue;
    }
    if (token.is(kPreposition)) {
      const std::string_view word = text.word(at);
      const bool joins = word == "of" || word == "for" || word == "from" || word == "at" || word == "with";
      if (!noun || !joins || at + 1 >= last || text.tokens[at + 1].is(kTime | kPossessor)) break;
      continue;
    }
    if (token.is(kTime | kAuxiliary | kModal | kSubordinator | kRelative | kAdverb)) break;
    if (noun && !token.has(kCapital) && token.is(kVerb)) break;
    noun = true;
  }
  while (at > begin && (text.tokens[at - 1].is(kPreposition | kCoordinator | kDeterminer) ||
                        !(text.tokens[at - 1].word() || text.tokens[at - 1].kind == TokenKind::Number)))
    --at;
  return noun ? TokenRange{begin, at} : TokenRange{begin, begin};
}

TokenRange phrase_across_commas(const TokenisedText& text, std::uint32_t end, std::uint32_t floor) {
  floor = std::max(floor, end - std::min(end, kWindow));
  std::uint32_t first = floor;
  for (std::uint32_t at = floor; at <= end; ++at) {
    if (at < end && text.tokens[at].quotation != 0) {
      at = text.quotations[text.tokens[at].quotation - 1].tokens.last - 1;
      first = at + 1;
      continue;
    }
    const bool bound = at == end || text.tokens[at].kind == TokenKind::Comma ||
                       text.tokens[at].kind == TokenKind::Dash || text.tokens[at].kind == TokenKind::Semicolon ||
                       text.tokens[at].kind == TokenKind::Colon;
    if (!bound) continue;
    while (first + 1 < at && text.tokens[first].is(kCoordinator | kThat | kAdverb) &&
           !text.tokens[first].is(kPronoun | kPreposition)) {
      ++first;
    }
    const TokenRange segment{first, at};
    first = at + 1;
    if (segment.empty() || !is_subject_like(text, segment)) continue;
    const TokenRange phrase = phrase_before(text, at, segment.first);
    if (phrase.empty() || (at == end && phrase.first != segment.first)) continue;
    if (holds_verb(text, {segment.first, phrase.first})) {
      if (at + 1 < end && text.tokens[at + 1].is(kDeterminer | kRelative)) return phrase;
      continue;
    }
    return phrase;
  }
  return {end, end};
}

TokenRange subject_before(const TokenisedText& text, std::uint32_t end, std::uint32_t floor) {
  floor = std::max(floor, end - std::min(end, kWindow));
  int verbs = 0;
  for (std::uint32_t at = end; at-- > floor && verbs < kMostVerbs;) {
    if (text.tokens[at].quotation != 0 || !looks_finite(text, at)) continue;
    ++verbs;
    std::uint32_t before = at;
    while (before > floor && text.tokens[before - 1].is(kAdverb) && !text.tokens[before - 1].is(kPronoun)) --before;
    if (before == floor) continue;
    const TokenKind kind = text.tokens[before - 1].kind;
    const bool cut_off = kind == TokenKind::Comma || kind == TokenKind::Dash;
    const std::uint32_t near = std::max(floor, before - std::min(before, kLongestSource));
    const TokenRange found =
        cut_off ? phrase_across_commas(text, before - 1, near) : phrase_before(text, before, floor);
    if (found.empty() || text.tokens[found.first].is(kRelative)) continue;
    if (found.first > floor && text.tokens[found.first - 1].is(kSubordinator | kThat)) continue;
    return found;
  }
  return {end, end};
}

}  // namespace communique::corpus::attribution
