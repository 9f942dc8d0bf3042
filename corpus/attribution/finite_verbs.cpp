// SPDX-License-Identifier: GPL-3.0-or-later
// Without a tagger: auxiliaries, known past forms, "-ed", each unless the word before it makes a noun phrase of it.
#include "corpus/attribution/finite_verbs.h"

#include <algorithm>

#include "corpus/attribution/word_table.h"

namespace communique::corpus::attribution {

namespace {

constexpr std::uint32_t kWindow = 60;

}  // namespace

bool looks_finite(const TokenisedText& text, std::uint32_t at) {
  const Token& token = text.tokens[at];
  if (!token.word() || token.has(kPossessive)) return false;
  if (token.is(kAuxiliary | kModal)) return true;
  const bool capital = token.has(kCapital) && at != text.sentence_of(at).first;
  if (capital || token.is(kDeterminer | kPronoun | kPreposition | kAdverb)) return false;
  const bool after_determiner = at > 0 && text.tokens[at - 1].is(kDeterminer | kPossessor | kPreposition) &&
                                text.tokens[at - 1].sentence == token.sentence &&
                                !text.tokens[at - 1].is(kPronoun & ~kDeterminer);
  const bool possessed = at > 0 && text.tokens[at - 1].has(kPossessive);
  if (token.is(kVerb)) return !after_determiner && !possessed;
  if (after_determiner || possessed) return false;
  if (token.cue != 0) {
    const std::uint8_t forms = WordTable::instance().cue(token.cue).forms;
    if ((forms & kPast) != 0) return true;
    const bool name_before = at > 0 && (text.tokens[at - 1].has(kCapital) || text.tokens[at - 1].is(kPronoun));
    return (forms & (kThirdPerson | kBase)) != 0 && name_before && (forms & kThirdPerson) != 0;
  }
  return token.has(kSuffixEd);
}

bool holds_verb(const TokenisedText& text, TokenRange run) {
  const std::uint32_t last = std::min(run.last, run.first + kWindow);
  for (std::uint32_t at = run.first; at < last; ++at) {
    if (text.tokens[at].quotation == 0 && looks_finite(text, at)) return true;
  }
  return false;
}

}  // namespace communique::corpus::attribution
