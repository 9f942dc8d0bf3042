// SPDX-License-Identifier: GPL-3.0-or-later
// Walks left from the cue over auxiliaries, adverbs and days of the week; at most kLongest tokens.
#include "corpus/attribution/verb_group.h"

#include <algorithm>

#include "corpus/attribution/word_table.h"

namespace communique::corpus::attribution {

namespace {

constexpr std::uint32_t kLongest = 10;

struct Seen {
  bool be = false;
  bool have = false;
  bool modal = false;
  bool other = false;  ///< do, did
  bool to = false;
};

/// Steps over one token before `at` that belongs to the group; returns whether there was one.
bool step(const TokenisedText& text, std::uint32_t& at, std::uint32_t floor, Seen& seen) {
  if (at <= floor) return false;
  const Token& token = text.tokens[at - 1];
  if (!token.word() || token.quotation != 0) return false;
  if (token.is(kModal) && !token.has(kCapital)) {
    seen.modal = true;
  } else if (token.is(kAuxiliary)) {
    (token.is(kHave) ? seen.have : token.is(kBe) ? seen.be : seen.other) = true;
  } else if (token.is(kTime)) {
    if (at - 1 > floor && text.word(at - 2) == "on") --at;
  } else if (!token.is(kAdverb) || token.is(kSubordinator | kRelative) || (token.is(kPronoun) && at - 1 == floor)) {
    return false;
  }
  --at;
  return true;
}

/// "to" before `at`: steps over it and the verb it hangs on. False if there is none.
bool step_over_chain(const TokenisedText& text, std::uint32_t& at, std::uint32_t floor) {
  std::uint32_t governor = at - 1;  // of "to"
  while (governor > floor && at - governor < 5 &&
         (text.tokens[governor - 1].is(kAdverb | kPreposition) && !text.tokens[governor - 1].is(kAuxiliary))) {
    --governor;
  }
  if (governor <= floor) return false;
  const Token& verb = text.tokens[governor - 1];
  const bool is_verb = verb.is(kLight | kBe | kVerb) || verb.cue != 0 || verb.has(kSuffixEd) || verb.has(kSuffixIng);
  if (!is_verb || verb.has(kCapital) || !verb.word()) return false;
  at = verb.is(kAuxiliary) ? governor : governor - 1;
  return true;
}

VerbShape shape_of(std::uint8_t forms, const Seen& seen) {
  if (forms == kAdjective) return seen.be ? VerbShape::Adjective : VerbShape::None;
  if ((forms & kIng) != 0) return seen.be ? VerbShape::Progressive : VerbShape::Ing;
  if (seen.be && (forms & kParticiple) != 0) return VerbShape::Passive;
  if (seen.have && (forms & kParticiple) != 0) return VerbShape::Perfect;
  if (seen.modal) return VerbShape::Modal;
  if (seen.to) return VerbShape::To;
  if (seen.other) return VerbShape::Base;
  if ((forms & kPast) != 0) return VerbShape::Past;
  return (forms & kThirdPerson) != 0 ? VerbShape::Present : VerbShape::Base;
}

/// "Republican claims", "its warm welcome": a noun, by the number of what would be its subject.
bool disagrees(const TokenisedText& text, std::uint32_t cue, VerbShape shape) {
  const Token& before = text.tokens[cue - 1];
  if (!before.word() || before.has(kCapital) || before.is(kPronoun | kRelative | kCoordinator | kMessage)) {
    const std::string_view word = text.word(cue - 1);
    return shape == VerbShape::Base && (word == "he" || word == "she" || word == "it");
  }
  const std::string_view word = text.word(cue - 1);
  const bool plural = word.ends_with("s") && !word.ends_with("ss") && !word.ends_with("us");
  if (shape == VerbShape::Base) {
    return !plural && word != "people" && word != "men" && word != "women" && word != "children" && word != "police";
  }
  return false;
}

/// Whether the sentence is written like a headline: a word with a capital in it may be a verb.
bool is_headline(const TokenisedText& text, std::uint32_t cue) {
  const TokenRange& sentence = text.sentence_of(cue);
  for (std::uint32_t at = sentence.first; at < std::min(sentence.last, sentence.first + 14); ++at) {
    const Token& token = text.tokens[at];
    if (token.word() && token.quotation == 0 && token.classes == 0 && !token.has(kCapital)) return false;
  }
  return true;
}

/// Whether the cue is a noun or an adjective by the word before its group, which begins at `first`.
bool is_no_verb(const TokenisedText& text, std::uint32_t cue, std::uint32_t first, VerbShape shape) {
  const bool plain = first == cue;
  const Token& before = text.tokens[first - 1];
  const bool finite = shape == VerbShape::Base || shape == VerbShape::Present;
  if (plain && finite && disagrees(text, cue, shape)) return true;
  if (text.tokens[cue].has(kCapital) && text.tokens[cue - 1].word() && !is_headline(text, cue)) return true;
  if (!plain && shape != VerbShape::Ing) return false;
  if (before.has(kPossessive)) return true;
  if (!before.is(kDeterminer)) return false;
  if (!before.is(kPronoun | kRelative) || before.is(kPossessor)) return true;
  if (!plain || !before.is(kPronoun)) return false;
  const std::string_view word = text.word(first - 1);  // "those comments", but "some say"
  const bool points = word == "these" || word == "those" || word == "this" || word == "another" || word == "each";
  if (shape == VerbShape::Present) return word != "that" && word != "each" && word != "one";
  return shape == VerbShape::Base && points;
}

After after_preposition(std::string_view word) {
  if (word == "as") return After::As;
  if (word == "on") return After::On;
  if (word == "for") return After::For;
  if (word == "of") return After::Of;
  if (word == "in") return After::In;
  if (word == "about") return After::About;
  return word == "with" ? After::With : After::Preposition;
}

/// "its deep concern", "condolences": a noun of saying within the next words.
bool message_follows(const TokenisedText& text, std::uint32_t next, std::uint32_t last) {
  for (std::uint32_t at = next; at < std::min(last, next + 4); ++at) {
    const Token& token = text.tokens[at];
    if (!token.word() || token.quotation != 0 || token.is(kPreposition | kThat)) return false;
    if (token.is(kMessage)) return true;
  }
  return false;
}

}  // namespace

VerbGroup verb_group(const TokenisedText& text, std::uint32_t cue) {
  const std::uint32_t sentence = text.sentence_of(cue).first;
  const std::uint32_t floor = std::max(sentence, cue - std::min(cue, kLongest));
  const std::uint8_t forms = WordTable::instance().cue(text.tokens[cue].cue).forms;
  Seen seen;
  VerbGroup group;
  std::uint32_t at = cue;
  while (step(text, at, floor, seen)) {
  }
  if (at > floor && text.tokens[at - 1].is(kTo) && (forms & kBase) != 0 && !seen.be && !seen.have) {
    if (!step_over_chain(text, at, floor)) return group;
    group.chained = true;
    Seen outer;
    while (step(text, at, floor, outer)) {
    }
    seen.to = true;
  }
  group.first = at;
  group.shape = shape_of(forms, seen);
  if (at > sentence && is_no_verb(text, cue, at, group.shape)) group.shape = VerbShape::None;
  const bool after_preposition =
      at > sentence && text.tokens[at - 1].is(kPreposition) && (at == cue || group.shape == VerbShape::Ing);
  if (after_preposition && group.shape != VerbShape::None && group.shape != VerbShape::To) {
    group.shape = group.shape == VerbShape::Ing ? VerbShape::PrepositionIng : VerbShape::None;
  }
  return group;
}

After after_cue(const TokenisedText& text, std::uint32_t next) {
  const std::uint32_t last = text.sentence_of(next - 1).last;
  if (next >= last) return After::End;
  const Token& token = text.tokens[next];
  if (token.has(kOpensQuote)) return After::Quote;
  switch (token.kind) {
    case TokenKind::Comma:
    case TokenKind::Colon:
      if (next + 1 < last && text.tokens[next + 1].has(kOpensQuote)) return After::MarkQuote;
      return token.kind == TokenKind::Comma ? After::Comma : After::Colon;
    case TokenKind::Stop:
      return After::End;
    case TokenKind::Number:
      return After::Number;
    case TokenKind::Word:
      break;
    default:
      return After::Other;
  }
  if (token.is(kThat)) return After::That;
  if (message_follows(text, next, last)) return After::Message;
  if (text.word(next) == "forward") return After::Forward;
  if (token.is(kTo)) return After::To;
  if (token.is(kTime)) return After::Time;
  if (token.is(kQuestion)) return After::Question;
  if (token.is(kPossessor)) return After::Possessor;
  if (token.is(kObject)) return After::Object;
  if (token.is(kPreposition)) return after_preposition(text.word(next));
  if (token.is(kDeterminer)) return After::Determiner;
  if (token.is(kPronoun)) return After::Pronoun;
  if (token.is(kAuxiliary | kModal)) return After::Verb;
  if (token.has(kCapital)) return After::Capital;
  if (token.is(kAdverb)) return After::Adverb;
  if (token.has(kSuffixIng)) return After::Ing;
  return token.is(kVerb) || token.is(kCoordinator) ? After::Verb : After::Noun;
}

SourceForm source_form(const TokenisedText& text, TokenRange source) {
  if (source.empty()) return SourceForm::None;
  const Token& head = text.tokens[source.first];
  if (source.size() == 1) {
    if (head.is(kRelative)) return SourceForm::Relative;
    if (head.is(kPronoun)) {
      const std::string_view word = text.word(source.first);
      const std::string_view tail = word.substr(1);
      if (word == "he" || word == "He" || word == "she" || word == "She") return SourceForm::HeShe;
      if (tail == "hey") return SourceForm::They;
      return word == "I" || tail == "e" || tail == "ou" ? SourceForm::First : SourceForm::Pronoun;
    }
  }
  if (head.is(kPossessor)) return SourceForm::Possessed;
  if (head.is(kDeterminer)) return SourceForm::Determined;
  if (text.tokens[source.last - 1].has(kCapital)) return head.has(kCapital) ? SourceForm::Name : SourceForm::TitledName;
  return head.has(kCapital) ? SourceForm::TitledName : SourceForm::Lower;
}

}  // namespace communique::corpus::attribution
