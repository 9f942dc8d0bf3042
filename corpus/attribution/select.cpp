// SPDX-License-Identifier: GPL-3.0-or-later
// Attributions do not nest: of two that overlap, the one whose content holds the other's cue stays, if it is sure
// enough itself.
#include "corpus/attribution/select.h"

#include <algorithm>

namespace communique::corpus::attribution {

namespace {

/// Frames further apart than this many places in order of their cues are not compared: every frame's content is near
/// its cue, but for long quotations, in which no cues are looked for.
constexpr std::size_t kNeighbours = 40;
constexpr std::size_t kMostJoined = 6;

bool overlaps(const TokenRange& a, const TokenRange& b) { return a.first < b.last && b.first < a.last; }

bool overlap(const Frame& a, const Frame& b) {
  for (std::size_t i = 0; i < a.parts; ++i) {
    for (std::size_t j = 0; j < b.parts; ++j) {
      if (overlaps(a.content[i], b.content[j])) return true;
    }
  }
  return false;
}

bool holds_cue(const Frame& outer, const Frame& inner) {
  for (std::size_t part = 0; part < outer.parts; ++part) {
    if (overlaps(outer.content[part], inner.cue)) return true;
  }
  return false;
}

/// Rules whose content stands before the cue: each of two may then hold the other's cue.
bool is_around(Rule rule) {
  return rule == Rule::QuoteSourceCue || rule == Rule::QuoteCueSource || rule == Rule::ClauseSourceCue ||
         rule == Rule::ClauseCueSource;
}

/// Whether `a` stays rather than `b`, which it overlaps.
bool beats(const Frame& a, const Frame& b) {
  const bool a_outer = holds_cue(a, b);
  const bool b_outer = holds_cue(b, a);
  if (a_outer != b_outer) return a_outer;
  const bool a_around = a_outer && is_around(a.rule);
  const bool b_around = b_outer && is_around(b.rule);
  if (a_around != b_around) return a_around;
  return a.confidence >= b.confidence;
}

SpeechType speech_type(Quoted quoted) {
  return quoted == Quoted::All ? SpeechType::Direct : quoted == Quoted::Part ? SpeechType::Mixed : SpeechType::Indirect;
}

Span span_of(const TokenisedText& text, TokenRange range) {
  return {text.tokens[range.first].start, text.tokens[range.last - 1].end};
}

/// The number of the sentence after `sentence` if both ends of one quotation are its ends, else 0.
std::uint32_t quotation_only(const TokenisedText& text, std::uint32_t sentence, TokenRange& found) {
  if (sentence >= text.sentences.size()) return 0;
  const std::uint32_t first = text.sentences[sentence].tokens.first;
  if (!text.tokens[first].has(kOpensQuote)) return 0;
  const Quotation& quotation = text.quotations[text.tokens[first].quotation - 1];
  const std::uint32_t last_token = quotation.tokens.last - 1;
  const std::uint32_t last_sentence = text.tokens[last_token].sentence;
  const std::uint32_t end = text.sentences[last_sentence].tokens.last;
  for (std::uint32_t at = quotation.tokens.last; at < end; ++at) {
    if (text.tokens[at].kind != TokenKind::Stop) return 0;
  }
  found = quotation.tokens;
  return last_sentence + 1;
}

}  // namespace

void select_frames(const TokenisedText& text, std::vector<Frame>& frames) {
  (void)text;
  std::erase_if(frames, [](const Frame& frame) { return frame.confidence < kFoundConfidence; });
  std::sort(frames.begin(), frames.end(), [](const Frame& a, const Frame& b) {
    return a.cue.first != b.cue.first ? a.cue.first < b.cue.first : a.confidence > b.confidence;
  });
  std::vector<bool> beaten(frames.size(), false);
  for (std::size_t i = 0; i < frames.size(); ++i) {
    for (std::size_t j = i + 1; j < std::min(frames.size(), i + kNeighbours) && !beaten[i]; ++j) {
      if (beaten[j] || !overlap(frames[i], frames[j])) continue;
      if (beats(frames[i], frames[j]))
        beaten[j] = true;
      else
        beaten[i] = true;
    }
  }
  std::size_t kept = 0;
  for (std::size_t i = 0; i < frames.size(); ++i) {
    if (!beaten[i]) frames[kept++] = frames[i];
  }
  frames.resize(kept);
  std::sort(frames.begin(), frames.end(),
            [](const Frame& a, const Frame& b) { return a.content[0].first < b.content[0].first; });
}

std::vector<Attribution> joined(const TokenisedText& text, const std::vector<Frame>& frames) {
  std::vector<Attribution> found;
  found.reserve(frames.size());
  for (std::size_t i = 0; i < frames.size(); ++i) {
    const Frame& frame = frames[i];
    Attribution& attribution = found.emplace_back();
    attribution.type = speech_type(frame.quoted);
    attribution.confidence = frame.confidence;
    attribution.rule = to_string(frame.rule);
    attribution.cue = span_of(text, frame.cue);
    if (!frame.source.empty()) attribution.source = span_of(text, frame.source);
    for (std::size_t part = 0; part < frame.parts; ++part)
      attribution.content.push_back(span_of(text, frame.content[part]));
    if (frame.quoted == Quoted::None && frame.confidence < 0.6F) continue;
    const std::uint32_t end = std::max(frame.extent().last, frame.cue.last);
    std::uint32_t sentence = text.tokens[end - 1].sentence + 1;
    const std::uint32_t limit = i + 1 < frames.size() ? frames[i + 1].content[0].first : ~0U;
    TokenRange more;
    for (std::size_t count = 0; count < kMostJoined; ++count) {
      const std::uint32_t next = quotation_only(text, sentence, more);
      if (next == 0 || more.last > limit) break;
      attribution.content.push_back(span_of(text, more));
      sentence = next;
    }
  }
  return found;
}

}  // namespace communique::corpus::attribution
