// SPDX-License-Identifier: GPL-3.0-or-later
// Phrases by closed classes of words and by capitals: no part of speech is known of the words in between.
#include "corpus/attribution/foreign_phrases.h"

#include <algorithm>

#include "corpus/analysis/abbreviations.h"

namespace communique::corpus::attribution {

namespace {

/// "el presidente del Gobierno de España, Pedro Sánchez" has eight.
constexpr std::uint32_t kMaxSourceWords = 12;

/// From "hat" to "gesagt", in tokens.
constexpr std::uint32_t kMaxApart = 8;

/// Words of what may stand between a subject and its verb between commas.
constexpr std::uint32_t kMaxAppositionTokens = 14;

bool may_be_in_source(const ForeignToken& token) {
  return token.word() && token.quotation == 0 && !token.is(kSays | kThat2 | kAuxiliary2);
}

/// The stop of "M. Macron", "Mr. Putin".
bool is_abbreviation(const ForeignText& text, std::uint32_t stop) {
  if (text.tokens[stop].mark != Mark::Stop || stop == 0) return false;
  const ForeignToken& before = text.tokens[stop - 1];
  const std::string_view word = text_of(text.text, before.span);
  return before.span.end == text.tokens[stop].span.start && before.capital &&
         (word.size() <= 2 || stop_after(word) == StopKind::Name);
}

/// True if the words of a run may be a source at all: a pronoun, a noun with its article, or something with a capital.
bool may_be_source(const ForeignText& text, const Run& run, Tongue tongue) {
  if (run.empty()) return false;
  const ForeignToken& first = text.tokens[run.first];
  return names_somebody(text, run, tongue) || (first.is(kDeterminer2) && run.size() > 1);
}

Run without_tail(const ForeignText& text, Run run) {
  while (!run.empty() &&
         (text.tokens[run.last - 1].is(kParticle | kDeterminer2 | kAnd) || !text.tokens[run.last - 1].word())) {
    --run.last;
  }
  return run;
}

/// True if the word at `at` goes on with the name or post that has come to it.
bool goes_on(const ForeignText& text, std::uint32_t at, bool after_name, Tongue tongue) {
  const ForeignToken& token = text.tokens[at];
  if (token.is(kParticle)) {
    const bool more = at + 1 < text.tokens.size() && may_be_in_source(text.tokens[at + 1]);
    return more && (!after_name || text.tokens[at + 1].capital || tongue != Tongue::Russian);
  }
  if (token.is(kBreak | kSkipped | kPronoun2 | kSourceMark) && !token.capital) return false;
  if (token.is(kPrefix) && tongue == Tongue::German) return false;
  if (token.capital) return !token.is(kPronoun2);
  const bool of_particle = at > 0 && text.tokens[at - 1].is(kParticle);
  return !after_name || of_particle;
}

}  // namespace

bool names_somebody(const ForeignText& text, const Run& run, Tongue tongue) {
  if (run.empty()) return false;
  const ForeignToken& first = text.tokens[run.first];
  if (first.is(kPronoun2)) return run.size() == 1;
  bool named = false;
  for (std::uint32_t at = run.first; at < run.last; ++at) {
    const ForeignToken& token = text.tokens[at];
    if (token.is(kPost)) return true;
    named = named || (token.capital && !token.is(kBreak | kDeterminer2 | kPronoun2 | kSkipped));
  }
  if (tongue != Tongue::German || !first.is(kDeterminer2)) return named;
  // "Mein Kollege Karl Kraus", but not "Die Erfahrung"
  return run.size() > 2 && text.tokens[run.last - 1].capital && text.tokens[run.last - 2].capital;
}

Span span_of(const ForeignText& text, const Run& run) {
  return {text.tokens[run.first].span.start, text.tokens[run.last - 1].span.end};
}

std::optional<ForeignCue> cue_at(const ForeignText& text, std::uint32_t at, Tongue tongue) {
  const ForeignToken& token = text.tokens[at];
  if (!token.word() || token.quotation != 0 || token.capital) {
    // A capital at the head of a sentence is no name: "Añadió que ..."
    if (!token.word() || token.quotation != 0 || at != text.sentence_first(at)) return std::nullopt;
  }
  const bool clitic =
      tongue == Tongue::French && french_pronoun(text_of(text.text, token.span)) != std::string_view::npos;
  if (token.is(kAuxiliary2)) {
    // German puts much in between: "hat einmal zu mir gesagt".
    const bool apart = tongue == Tongue::German;
    const std::uint32_t end = std::min(at + (apart ? kMaxApart : 4), text.sentence_end(at));
    for (std::uint32_t next = at + 1; next < end; ++next) {
      const ForeignToken& part = text.tokens[next];
      if (!part.word() || part.quotation != 0) return std::nullopt;
      if (part.is(kSaid)) return ForeignCue{{at, next + 1}, token.is(kMany), clitic};
      if (!part.is(kSkipped) && !apart) return std::nullopt;
    }
    return std::nullopt;
  }
  if (!token.is(kSays)) return std::nullopt;
  return ForeignCue{{at, at + 1}, token.is(kMany), clitic};
}

Run source_from(const ForeignText& text, std::uint32_t at, Tongue tongue, bool many) {
  Run run{at, at};
  if (at >= text.tokens.size()) return run;
  const std::uint32_t end = std::min(text.sentence_end(at), at + kMaxSourceWords);
  if (text.tokens[at].is(kPronoun2) && text.tokens[at].word()) return {at, at + 1};
  bool after_name = false;
  for (std::uint32_t next = at; next < end; ++next) {
    const ForeignToken& token = text.tokens[next];
    if (is_abbreviation(text, next)) {
      run.last = next + 1;
      continue;
    }
    const bool joined = token.is(kAnd) && many && next + 1 < end && text.tokens[next + 1].capital;
    if (!joined && (!may_be_in_source(token) || token.is(kAnd) || !goes_on(text, next, after_name, tongue))) break;
    const bool name = token.capital && !token.is(kDeterminer2 | kPost);
    after_name = tongue == Tongue::German ? name : name || (after_name && !token.is(kParticle));
    run.last = next + 1;
  }
  run = without_tail(text, run);
  if (!may_be_source(text, run, tongue)) return {at, at};
  // "le premier ministre britannique, John Major": the name of the post
  const std::uint32_t comma = run.last;
  const bool post = !run.empty() && text.tokens[run.first].is(kDeterminer2);
  if (post && comma + 1 < text.sentence_end(at) && text.tokens[comma].mark == Mark::Comma &&
      text.tokens[comma + 1].capital) {
    const Run name = source_from(text, comma + 1, tongue, false);
    const bool closed = name.last >= text.sentence_end(at) || !text.tokens[name.last].word();
    if (!name.empty() && closed && !text.tokens[name.first].is(kDeterminer2 | kBreak | kPronoun2)) run.last = name.last;
  }
  return run;
}

namespace {

/// The words right before `end`, back to where their clause begins.
Run clause_before(const ForeignText& text, std::uint32_t end) {
  const std::uint32_t least = std::max(text.sentence_first(end), end - std::min(end, kMaxSourceWords));
  Run run{end, end};
  while (run.first > least) {
    const ForeignToken& token = text.tokens[run.first - 1];
    if (is_abbreviation(text, run.first - 1)) {
      --run.first;
      continue;
    }
    if (!token.word() || token.quotation != 0 || token.is(kThat2 | kSays | kAuxiliary2)) break;
    --run.first;
  }
  const bool whole = run.first == text.sentence_first(end) || !text.tokens[run.first - 1].word();
  return whole ? run : Run{end, end};
}

/// The name or post that fills a run but for adverbs at its end; empty if something else is in it.
Run exact_source(const ForeignText& text, Run run, Tongue tongue) {
  while (!run.empty() && text.tokens[run.last - 1].is(kSkipped) && !text.tokens[run.last - 1].capital) --run.last;
  if (run.empty()) return run;
  const Run found = source_from(text, run.first, tongue, true);
  const bool fills = found.last >= run.last && !found.empty();
  return fills && names_somebody(text, run, tongue) ? run : Run{run.first, run.first};
}

}  // namespace

Run source_before(const ForeignText& text, std::uint32_t cue, Tongue tongue) {
  const Run none{cue, cue};
  const std::uint32_t start = text.sentence_first(cue);
  if (cue == start) return none;
  std::uint32_t end = cue;
  // French and Spanish pronouns before the verb: "l’a remercié", "se lo dijo".
  while (end > start && text.tokens[end - 1].is(kSkipped) && !text.tokens[end - 1].capital) --end;
  if (end == start) return none;
  const ForeignToken& before = text.tokens[end - 1];
  if (before.is(kAnd)) {
    // "X a remercié Y et a dit que": the subject is the first verb's.
    const Run subject = source_from(text, start, tongue, true);
    return !subject.empty() && subject.last < end ? subject : none;
  }
  if (before.mark != Mark::Comma) return exact_source(text, clause_before(text, end), tongue);
  // "Xi Jinping, en réponse, a dit que", "le président, Xi Jinping, a dit que"
  const std::uint32_t least = std::max(start, end - std::min(end, kMaxAppositionTokens));
  std::uint32_t comma = end - 1;
  while (comma > least && text.tokens[comma - 1].mark != Mark::Comma) --comma;
  if (comma <= least || text.tokens[comma - 1].mark != Mark::Comma) return none;
  const Run subject = exact_source(text, clause_before(text, comma - 1), tongue);
  if (subject.empty()) return none;
  const ForeignToken& inner = text.tokens[comma];
  const bool apposition = inner.word() && !inner.is(kBreak) && (inner.capital || inner.is(kDeterminer2));
  return apposition ? Run{subject.first, end - 1} : subject;
}

}  // namespace communique::corpus::attribution
