// SPDX-License-Identifier: GPL-3.0-or-later
// Which candidates stay, and what else belongs to their content?
#pragma once

#include <string_view>
#include <vector>

#include "corpus/attribution/attribution.h"
#include "corpus/attribution/frame.h"
#include "corpus/attribution/tokens.h"

namespace communique::corpus::attribution {

/// Leaves the frames that are sure enough and do not overlap, in order of their content: the outer one of two stays.
void select_frames(const TokenisedText& text, std::vector<Frame>& frames);

/// The attributions of the frames. Sentences and paragraphs that are nothing but a quotation belong to the attribution
/// before them, if that quotes too.
std::vector<Attribution> joined(const TokenisedText& text, const std::vector<Frame>& frames);

}  // namespace communique::corpus::attribution
