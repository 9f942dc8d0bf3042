// SPDX-License-Identifier: GPL-3.0-or-later
// Which contiguous sentences make a passage, the unit of retrieval?
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "corpus/analyse.h"

namespace communique::corpus {

/// Cuts a text into passages of up to `limits.words` words of whole sentences, of about equal length within a long
/// paragraph run, rather at a paragraph's end than within one, and never leaving a tiny last passage where it can be
/// avoided. The passages' spans cover the text without gap; a blank text gives none. No passage runs over one of
/// `breaks`: offsets in order where somebody else begins to speak (turn_breaks()); a sentence that does is parted.
std::vector<Passage> cut_passages(std::string_view text, const std::vector<Span>& sentences, PassageLimits limits,
                                  const std::vector<std::uint32_t>& breaks = {});

}  // namespace communique::corpus
