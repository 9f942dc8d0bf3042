// SPDX-License-Identifier: GPL-3.0-or-later
// "According to X", the dash and name after a quotation, and "X: ..." as a headline.
#include "corpus/attribution/around_cue.h"
#include "corpus/attribution/content_end.h"
#include "corpus/attribution/finite_verbs.h"
#include "corpus/attribution/frames.h"
#include "corpus/attribution/source_phrase.h"
#include "corpus/attribution/verb_group.h"
#include "corpus/attribution/word_table.h"

#include <algorithm>

namespace communique::corpus::attribution {

namespace {

constexpr std::uint32_t kLongestLabel = 8;

class VerblessFinder {
 public:
  VerblessFinder(const TokenisedText& text, const Tables& tables, std::vector<Frame>& into)
      : text_(text), tables_(tables), into_(into) {}
  void according_to(std::uint32_t at);
  void in_opinion(std::uint32_t at);
  void signature(std::uint32_t quotation);
  void headline(const TokenRange& sentence);

 private:
  void add(Frame frame);
  const TokenisedText& text_;
  const Tables& tables_;
  std::vector<Frame>& into_;
};

void VerblessFinder::add(Frame frame) {
  if (frame.parts == 0) return;
  frame.lemma = static_cast<std::uint16_t>(WordTable::instance().lemmas().size());
  frame.form = source_form(text_, frame.source);
  into_.push_back(frame);
}

void VerblessFinder::according_to(std::uint32_t at) {
  const TokenRange& sentence = text_.sentence_of(at);
  const std::uint32_t end = sentence_end(text_, at);
  Frame frame;
  frame.rule = Rule::AccordingTo;
  frame.cue = {at, at + 2};
  std::uint32_t stop = at + 2;
  while (stop < end && stop < at + 2 + kLongestSource && text_.tokens[stop].kind != TokenKind::Comma &&
         text_.tokens[stop].quotation == 0 && !text_.tokens[stop].is(kRelative)) {
    ++stop;
  }
  frame.source = {at + 2, stop};
  if (frame.source.empty()) return;
  std::uint32_t before = at;
  if (before > sentence.first && text_.tokens[before - 1].kind == TokenKind::Comma) --before;
  frame.after = before == sentence.first ? After::Capital : before < at ? After::Comma : After::Noun;
  const bool follows = before <= sentence.first + 1;
  if (follows) {
    if (stop >= end) return;
    const std::uint32_t from = stop + (text_.tokens[stop].kind == TokenKind::Comma ? 1U : 0U);
    if (from >= end) return;
    frame.add({from, content_end(text_, tables_, from, true)});
  } else {
    if (before - sentence.first > kLongestContent) return;
    frame.add({sentence.first, before});
    if (stop + 2 < end && text_.tokens[stop].kind == TokenKind::Comma && text_.tokens[before - 1].quotation != 0) {
      add_second_half(text_, stop, frame);
    }
  }
  add(frame);
}

/// "In X's opinion, ..." at the head of a sentence.
void VerblessFinder::in_opinion(std::uint32_t at) {
  const std::uint32_t end = sentence_end(text_, at);
  const std::uint32_t limit = std::min(end, at + kLongestLabel);
  for (std::uint32_t noun = at + 2; noun + 2 < limit; ++noun) {
    const std::string_view word = text_.word(noun);
    if (word != "opinion" && word != "view" && word != "words") continue;
    const bool possessed =
        text_.tokens[noun - 1].has(kPossessive) || (noun == at + 2 && text_.tokens[at + 1].is(kPossessor));
    if (!possessed || text_.tokens[noun + 1].kind != TokenKind::Comma) return;
    Frame frame;
    frame.rule = Rule::AccordingTo;
    frame.cue = {noun, noun + 1};
    frame.source = {at + 1, noun};
    frame.after = After::Capital;
    frame.add({noun + 2, content_end(text_, tables_, noun + 2, true)});
    return add(frame);
  }
}

/// A quotation, then a dash and a name up to the paragraph's end.
void VerblessFinder::signature(std::uint32_t quotation) {
  const Quotation& found = text_.quotations[quotation];
  const std::uint32_t dash = found.tokens.last;
  if (dash + 1 >= text_.tokens.size()) return;
  const TokenKind kind = text_.tokens[dash].kind;
  if ((kind != TokenKind::Dash && text_.word(dash) != "-") || !text_.tokens[dash + 1].has(kCapital)) return;
  const TokenRange source = phrase_after(text_, dash + 1, text_.sentence_of(dash).last);
  if (source.empty() || !is_long(text_, quotation + 1)) return;
  if (source.last < text_.sentence_of(dash).last && text_.tokens[source.last].kind != TokenKind::Comma &&
      text_.tokens[source.last].kind != TokenKind::Stop && text_.tokens[source.last].kind != TokenKind::Open) {
    return;
  }
  Frame frame;
  frame.rule = Rule::Signature;
  frame.cue = {dash, dash + 1};
  frame.source = source;
  frame.add(found.tokens);
  add(frame);
}

/// "Merkel: Europe must act" where a text or a paragraph begins so.
void VerblessFinder::headline(const TokenRange& sentence) {
  const std::uint32_t limit = std::min(sentence.last, sentence.first + kLongestLabel);
  for (std::uint32_t at = sentence.first; at < limit; ++at) {
    const Token& token = text_.tokens[at];
    if (token.kind == TokenKind::Colon) {
      if (at == sentence.first || at + 2 >= sentence.last || !text_.tokens[at - 1].word()) return;
      Frame frame;
      frame.rule = Rule::Headline;
      frame.cue = {at, at + 1};
      frame.source = {sentence.first, at};
      frame.after = after_cue(text_, at + 1);
      frame.lead = sentence.first == 0 ? Lead::Start : Lead::Word;
      frame.add({at + 1, sentence_end(text_, at)});
      return add(frame);
    }
    if (token.quotation != 0 || !token.word() || token.has(kPossessive) || looks_finite(text_, at)) return;
    if (!token.has(kCapital) && !token.is(kPreposition | kDeterminer | kCoordinator)) return;
  }
}

}  // namespace

void find_verbless_frames(const TokenisedText& text, const Tables& tables, std::vector<Frame>& into) {
  VerblessFinder finder(text, tables, into);
  for (const SentenceTokens& sentence : text.sentences) {
    if (sentence.opens_paragraph) finder.headline(sentence.tokens);
    if (text.word(sentence.tokens.first) == "In") finder.in_opinion(sentence.tokens.first);
  }
  const auto size = static_cast<std::uint32_t>(text.tokens.size());
  for (std::uint32_t at = 0; at + 2 < size; ++at) {
    if (!text.tokens[at + 1].is(kTo) || text.tokens[at].quotation != 0) continue;
    const std::string_view word = text.word(at);
    if (word == "according" || word == "According") finder.according_to(at);
  }
  for (std::uint32_t at = 0; at < text.quotations.size(); ++at) finder.signature(at);
}

}  // namespace communique::corpus::attribution
