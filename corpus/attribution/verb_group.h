// SPDX-License-Identifier: GPL-3.0-or-later
// In what verb group does a cue stand: "has also said", "is expected to say", "saying"?
#pragma once

#include "corpus/attribution/frame.h"
#include "corpus/attribution/tokens.h"

namespace communique::corpus::attribution {

struct VerbGroup {
  std::uint32_t first = 0;  ///< of its tokens, auxiliaries and adverbs included: the subject ends there
  VerbShape shape = VerbShape::None;
  bool chained = false;  ///< hangs on a verb before it: "went on to say"
};

/// The group of the cue at `cue`; shape None if the word is a noun or an adjective there.
VerbGroup verb_group(const TokenisedText& text, std::uint32_t cue);

After after_cue(const TokenisedText& text, std::uint32_t next);
SourceForm source_form(const TokenisedText& text, TokenRange source);

}  // namespace communique::corpus::attribution
