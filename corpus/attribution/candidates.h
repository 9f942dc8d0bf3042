// SPDX-License-Identifier: GPL-3.0-or-later
// The first half of the way, that the tables of data/ are learnt from: a text's candidate attributions.
#pragma once

#include <string_view>
#include <vector>

#include "corpus/attribution/frame.h"
#include "corpus/attribution/tables.h"
#include "corpus/attribution/tokens.h"
#include "corpus/span.h"

namespace communique::corpus::attribution {

/// A text cut up and its candidates; memory is used again from text to text.
struct Candidates {
  TokenisedText text;
  std::vector<Frame> frames;

  /// Gives back what an uncommonly long text took.
  void shrink();
};

/// Overwrites `into`. Frames are in order of their cues, verbless ones last; their confidence is not set.
void find_candidates(std::string_view text, const std::vector<Span>& sentences, const Tables& tables, Candidates& into);

}  // namespace communique::corpus::attribution
