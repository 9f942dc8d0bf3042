// SPDX-License-Identifier: GPL-3.0-or-later
// Tokens, quotations, frames, and how much of each frame's content is quoted.
#include "corpus/attribution/candidates.h"

#include <algorithm>

#include "corpus/attribution/frames.h"
#include "corpus/attribution/quotations.h"

namespace communique::corpus::attribution {

namespace {

constexpr std::size_t kMostTokensKept = 1U << 16;

Quoted quoted(const TokenisedText& text, const Frame& frame) {
  bool inside = false;
  bool outside = false;
  for (std::size_t part = 0; part < frame.parts; ++part) {
    for (std::uint32_t at = frame.content[part].first; at < frame.content[part].last && !(inside && outside);) {
      const Token& token = text.tokens[at];
      if (token.quotation != 0) {
        inside = true;
        at = text.quotations[token.quotation - 1].tokens.last;
        continue;
      }
      outside = outside || token.word() || token.kind == TokenKind::Number;
      ++at;
    }
  }
  return !inside ? Quoted::None : outside ? Quoted::Part : Quoted::All;
}

End end_of(const TokenisedText& text, const Frame& frame) {
  const std::uint32_t end = frame.extent().last;
  if (end >= text.tokens.size() || text.tokens[end].sentence != text.tokens[end - 1].sentence) return End::Sentence;
  const Token& token = text.tokens[end];
  if (token.kind == TokenKind::Stop) return End::Sentence;
  return token.kind == TokenKind::Comma ? End::Comma : token.word() ? End::Word : End::Other;
}

/// Marks the frames whose cue lies in the content of one before, a few frames back at most.
void mark_inner(std::vector<Frame>& frames) {
  constexpr std::size_t kBack = 6;
  for (std::size_t at = 0; at < frames.size(); ++at) {
    for (std::size_t back = 1; back <= std::min(at, kBack) && !frames[at].inner; ++back) {
      const TokenRange outer = frames[at - back].extent();
      const std::uint32_t cue = frames[at].cue.first;
      frames[at].inner = outer.first <= cue && cue < outer.last && frames[at - back].cue.first < cue;
    }
  }
}

}  // namespace

void Candidates::shrink() {
  if (text.tokens.capacity() > kMostTokensKept) *this = {};
}

void find_candidates(std::string_view text, const std::vector<Span>& sentences, const Tables& tables,
                     Candidates& into) {
  into.frames.clear();
  tokenise(text, sentences, into.text);
  find_quotations(into.text);
  find_frames(into.text, tables, into.frames);
  for (Frame& frame : into.frames) {
    frame.quoted = quoted(into.text, frame);
    frame.end = end_of(into.text, frame);
  }
  mark_inner(into.frames);
}

}  // namespace communique::corpus::attribution
