// SPDX-License-Identifier: GPL-3.0-or-later
// Attributions whose content stands before the cue, or on both sides of it: "...," X said; ..., said X.
#pragma once

#include "corpus/attribution/frame.h"
#include "corpus/attribution/tables.h"
#include "corpus/attribution/tokens.h"
#include "corpus/attribution/verb_group.h"

namespace communique::corpus::attribution {

/// Fills `frame` (its cue, shape and lemma are set) if the content ends before `source`, the phrase before the cue.
bool frame_after_content(const TokenisedText& text, const Tables& tables, TokenRange source, Frame& frame);

/// Fills `frame` if the source follows the cue: "...", said X. `group` is the cue's.
bool frame_inverted(const TokenisedText& text, const VerbGroup& group, Frame& frame);

/// Adds the other half of a split quotation that stands at or after `from` in the sentence of the cue.
void add_second_half(const TokenisedText& text, std::uint32_t from, Frame& frame);

}  // namespace communique::corpus::attribution
