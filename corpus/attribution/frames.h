// SPDX-License-Identifier: GPL-3.0-or-later
// Which attributions might a text hold? Every cue outside quotations gives at most one candidate.
#pragma once

#include <vector>

#include "corpus/attribution/frame.h"
#include "corpus/attribution/tables.h"
#include "corpus/attribution/tokens.h"

namespace communique::corpus::attribution {

/// Appends the candidates in order of their cues, without confidence. find_quotations() must have been called.
void find_frames(const TokenisedText& text, const Tables& tables, std::vector<Frame>& into);

/// Candidates that need no verb: "according to X", a signature after a quotation, the colon of a headline.
void find_verbless_frames(const TokenisedText& text, const Tables& tables, std::vector<Frame>& into);

}  // namespace communique::corpus::attribution
