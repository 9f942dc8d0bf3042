// SPDX-License-Identifier: GPL-3.0-or-later
// For each cue: where is its subject, and on which side of them the content? What stands before the verb group
// decides which of the rules is tried.
#include "corpus/attribution/frames.h"

#include <algorithm>

#include "corpus/attribution/around_cue.h"
#include "corpus/attribution/content_end.h"
#include "corpus/attribution/finite_verbs.h"
#include "corpus/attribution/source_phrase.h"
#include "corpus/attribution/verb_group.h"
#include "corpus/attribution/word_table.h"

namespace communique::corpus::attribution {

namespace {

/// A sentence is looked over to the left no further than this, in tokens.
constexpr std::uint32_t kWindow = 60;

Lead lead_of(const TokenisedText& text, std::uint32_t at) {
  if (at == text.sentence_of(at).first) return Lead::Start;
  const Token& token = text.tokens[at - 1];
  const TokenRange before{text.sentence_of(at).first, at};
  const bool adjunct = text.tokens[before.first].is(kPreposition | kTime) && before.size() <= 8;
  if (adjunct && token.word() && !holds_verb(text, before)) return Lead::Comma;  // "In this context he noted"
  if (token.quotation != 0) return Lead::Quote;
  if (token.is(kCoordinator)) return Lead::Coordinator;
  if (token.is(kSubordinator | kThat)) return Lead::Subordinator;
  return token.word() ? Lead::Word : Lead::Comma;
}

std::uint32_t first_comma(const TokenisedText& text, std::uint32_t from, std::uint32_t last) {
  while (from < last && (text.tokens[from].kind != TokenKind::Comma || text.tokens[from].quotation != 0)) ++from;
  return from;
}

class FrameFinder {
 public:
  FrameFinder(const TokenisedText& text, const Tables& tables, std::vector<Frame>& into)
      : text_(text), tables_(tables), into_(into) {}
  void read(std::uint32_t cue);

 private:
  bool build(const VerbGroup& group, Frame& frame);
  bool find_subject(const VerbGroup& group, Frame& frame) const;
  TokenRange carried_subject(std::uint32_t end, bool participle) const;
  bool in_series(std::uint32_t at) const;
  bool after_comma(const VerbGroup& group, Frame& frame) const;
  bool leading_participle(Frame& frame);
  bool passive(Frame& frame) const;
  bool following_source(Frame& frame) const;
  bool add_content(Frame& frame);
  bool add_block(Frame& frame, std::uint32_t colon) const;
  std::uint32_t floor(std::uint32_t at) const {
    return std::max(text_.sentence_of(at).first, at - std::min(at, kWindow));
  }

  const TokenisedText& text_;
  const Tables& tables_;
  std::vector<Frame>& into_;
};

void FrameFinder::read(std::uint32_t cue) {
  const VerbGroup group = verb_group(text_, cue);
  if (group.shape == VerbShape::None) return;
  Frame frame;
  frame.cue = {cue, cue + 1};
  frame.shape = group.shape;
  frame.lemma = WordTable::instance().cue(text_.tokens[cue].cue).lemma;
  frame.after = after_cue(text_, cue + 1);
  if (cue + 1 < text_.sentence_of(cue).last && text_.word(cue + 1) == "out") ++frame.cue.last;
  if (!build(group, frame) || frame.parts == 0) return;
  frame.form = source_form(text_, frame.source);
  const std::uint32_t left = frame.source.empty() || frame.source.first > cue ? group.first : frame.source.first;
  frame.lead = lead_of(text_, left);
  into_.push_back(frame);
}

bool FrameFinder::build(const VerbGroup& group, Frame& frame) {
  const bool finite = group.shape != VerbShape::Ing && group.shape != VerbShape::PrepositionIng;
  if (finite && frame_inverted(text_, group, frame)) return true;
  if (group.shape == VerbShape::Passive) return passive(frame) && add_content(frame);
  if (group.first == text_.sentence_of(frame.cue.first).first) {
    return finite ? following_source(frame) : leading_participle(frame);
  }
  if (!find_subject(group, frame)) return false;
  if (group.chained && frame.rule == Rule::SourceCue) frame.rule = Rule::Infinitive;
  const bool direct = frame.rule == Rule::SourceCue || frame.rule == Rule::AcrossCommas;
  if (finite && direct && frame_after_content(text_, tables_, frame.source, frame)) return true;
  return add_content(frame);
}

/// The subject of a second verb or a participle that begins at `end`: of the cue before it in the sentence, or of the
/// one whose content that is; else of the last finite verb.
TokenRange FrameFinder::carried_subject(std::uint32_t end, bool participle) const {
  const std::uint32_t sentence = text_.tokens[end].sentence;
  const Frame* carrier = nullptr;
  std::size_t looked = 0;
  for (auto at = into_.rbegin(); at != into_.rend() && ++looked < 8; ++at) {
    if (text_.tokens[at->cue.first].sentence != sentence) break;
    if (participle && carrier == nullptr && at->shape == VerbShape::Ing) return at->source;  // "citing A and vowing B"
    const bool finite = at->shape != VerbShape::Ing && at->shape != VerbShape::PrepositionIng &&
                        at->shape != VerbShape::Passive && at->rule != Rule::Relative && !at->source.empty();
    if (!finite) continue;
    if (carrier == nullptr || (tables_.is_report(at->lemma) && at->extent().last > carrier->cue.first)) carrier = &*at;
  }
  return carrier != nullptr ? carrier->source : subject_before(text_, end, floor(end));
}

/// Sets source and rule by what stands before the verb group.
bool FrameFinder::find_subject(const VerbGroup& group, Frame& frame) const {
  const std::uint32_t end = group.first;
  const Token& before = text_.tokens[end - 1];
  const bool ing = group.shape == VerbShape::Ing || group.shape == VerbShape::PrepositionIng;
  if (before.kind == TokenKind::Comma || before.kind == TokenKind::Dash) return after_comma(group, frame);
  if (before.is(kCoordinator) || group.shape == VerbShape::PrepositionIng) {
    if (group.shape == VerbShape::Base && !in_series(end - 1)) return false;
    frame.rule = ing ? Rule::Participle : Rule::SecondVerb;
    frame.source = carried_subject(end - 1, ing && before.is(kCoordinator));
    return !frame.source.empty();
  }
  if (before.quotation != 0) return false;
  frame.source = phrase_before(text_, end, floor(end));
  if (frame.source.empty()) return false;
  frame.rule = ing ? Rule::Participle : Rule::SourceCue;
  if (frame.source.size() == 1 && text_.tokens[frame.source.first].is(kRelative)) frame.rule = Rule::Relative;
  return true;
}

/// "will discuss A, reiterate B and highlight C": whether a bare verb after the token `at` goes on from the last cue.
bool FrameFinder::in_series(std::uint32_t at) const {
  if (into_.empty()) return false;
  const Frame& last = into_.back();
  const bool bare = last.shape == VerbShape::Modal || last.shape == VerbShape::To || last.shape == VerbShape::Base;
  return bare && text_.tokens[last.cue.first].sentence == text_.tokens[at].sentence;
}

bool FrameFinder::after_comma(const VerbGroup& group, Frame& frame) const {
  const std::uint32_t comma = group.first - 1;
  if (group.shape == VerbShape::Ing) {
    frame.rule = Rule::Participle;
    frame.source = carried_subject(comma, false);
    return !frame.source.empty();
  }
  if (group.shape == VerbShape::Base && in_series(comma)) {
    frame.rule = Rule::SecondVerb;
    frame.source = into_.back().source;
    return !frame.source.empty();
  }
  frame.rule = Rule::AcrossCommas;
  frame.source = phrase_across_commas(text_, comma, floor(comma));
  if (!frame.source.empty()) return true;
  frame.rule = Rule::SecondVerb;
  frame.source = carried_subject(comma, false);
  return !frame.source.empty();
}

/// "Citing a report, Trump said ...": the source follows the comma.
bool FrameFinder::leading_participle(Frame& frame) {
  if (frame.shape != VerbShape::Ing) return false;
  const std::uint32_t end = sentence_end(text_, frame.cue.first);
  const ContentStart start = content_start(text_, frame.cue.first, tables_.is_report(frame.lemma));
  for (std::uint32_t at = start.content + 1; at < std::min(end, start.content + kWindow); ++at) {
    if (text_.tokens[at].quotation != 0 || text_.tokens[at].kind != TokenKind::Comma) continue;
    const TokenRange source = phrase_after(text_, at + 1, end);
    if (source.empty() || source.last >= end) continue;
    const Token& next = text_.tokens[source.last];
    if (!next.is(kAdverb) && !looks_finite(text_, source.last)) continue;
    frame.rule = Rule::LeadingParticiple;
    frame.source = source;
    frame.cue.last = start.cue_end;
    frame.add({start.content, at});
    return true;
  }
  return false;
}

/// "was told by X that", "is expected to": the source is the phrase after "by", or nobody.
bool FrameFinder::passive(Frame& frame) const {
  frame.rule = Rule::Passive;
  const std::uint32_t end = sentence_end(text_, frame.cue.first);
  const std::uint32_t next = frame.cue.last;
  if (next < end && text_.word(next) == "by") {
    frame.source = phrase_after(text_, next + 1, end);
    if (!frame.source.empty()) {
      const TokenRange subject = subject_before(text_, next, floor(next));
      if (subject.empty()) return false;
      frame.add({subject.first, subject.last});
      return true;
    }
  }
  return true;
}

/// "Said Clinton: ...": only before a colon, a comma or a quotation.
bool FrameFinder::following_source(Frame& frame) const {
  if (frame.shape != VerbShape::Past && frame.shape != VerbShape::Present) return false;
  const std::uint32_t last = text_.sentence_of(frame.cue.first).last;
  const TokenRange source = phrase_after(text_, frame.cue.last, last);
  if (source.empty() || source.last + 1 >= last) return false;
  const TokenKind mark = text_.tokens[source.last].kind;
  if (mark != TokenKind::Colon && !(mark == TokenKind::Comma && text_.tokens[source.last + 1].has(kOpensQuote)))
    return false;
  frame.rule = Rule::CueSourceContent;
  frame.source = source;
  frame.add({source.last + 1, content_end(text_, tables_, source.last + 1, true)});
  return true;
}

bool FrameFinder::add_content(Frame& frame) {
  if (frame.parts > 0) return true;
  const std::uint32_t cue = frame.cue.first;
  const ContentStart start = content_start(text_, cue, tables_.is_report(frame.lemma));
  const TokenRange& sentence = text_.sentence_of(cue);
  const std::uint32_t end = sentence_end(text_, cue);
  const bool colon = sentence.last > cue + 1 && text_.tokens[sentence.last - 1].kind == TokenKind::Colon;
  const bool announces = start.content >= end || (sentence.last - cue < 12 && !holds_verb(text_, {cue + 1, end}));
  if (colon && announces) return add_block(frame, sentence.last - 1);
  if (start.content >= end) return false;
  frame.cue.last = std::max(frame.cue.last, start.cue_end);
  std::uint32_t last = content_end(text_, tables_, start.content, tables_.is_report(frame.lemma));
  const bool subordinate = !frame.source.empty() && frame.source.first == sentence.first + 1 &&
                           text_.tokens[sentence.first].is(kSubordinator) && !text_.tokens[sentence.first].is(kAdverb);
  if (subordinate) last = std::min(last, first_comma(text_, start.content, last));  // "As X says that ..., Y"
  if (subordinate && last <= start.content + 2) return false;                       // "As X said before, Y"
  frame.add({start.content, last});
  return true;
}

/// "X said:" and the content in the next paragraph: its quotations, or all of its first sentence.
bool FrameFinder::add_block(Frame& frame, std::uint32_t colon) const {
  const std::uint32_t next = text_.tokens[colon].sentence + 1;
  if (next >= text_.sentences.size()) return false;
  const TokenRange& sentence = text_.sentences[next].tokens;
  frame.rule = Rule::Block;
  frame.cue.last = colon;
  const Token& first = text_.tokens[sentence.first];
  if (first.has(kOpensQuote)) {
    frame.add({sentence.first, std::max(sentence.first + 1, text_.quotations[first.quotation - 1].tokens.last)});
    return true;
  }
  std::uint32_t last = next;
  for (std::uint32_t more = next + 1;
       more < std::min<std::size_t>(next + 8, text_.sentences.size()) && !text_.sentences[more].opens_paragraph;
       ++more) {
    last = more;
  }
  frame.add({sentence.first, text_.sentences[last].tokens.last});
  return true;
}

}  // namespace

void find_frames(const TokenisedText& text, const Tables& tables, std::vector<Frame>& into) {
  FrameFinder finder(text, tables, into);
  const auto size = static_cast<std::uint32_t>(text.tokens.size());
  for (std::uint32_t at = 0; at < size; ++at) {
    const Token& token = text.tokens[at];
    if (token.quotation != 0)
      at = text.quotations[token.quotation - 1].tokens.last - 1;
    else if (token.cue != 0 && !token.has(kPossessive))
      finder.read(at);
  }
  find_verbless_frames(text, tables, into);
}

}  // namespace communique::corpus::attribution
