// SPDX-License-Identifier: GPL-3.0-or-later
// Where do sentences begin and end?
#pragma once

#include <string_view>
#include <vector>

#include "corpus/analyse.h"

namespace communique::corpus {

/// The sentences of a text in order, white space around them left out; every non-space character lies in exactly one.
/// A blank line always ends one. Full stops of abbreviations ("Mr.", "U.S.", "Gen."), initials, numbers and dotted
/// acronyms do not; a stop inside a closing quotation mark does. Knows 。！？ too. Linear in the text's length.
std::vector<Span> split_sentences(std::string_view text, std::string_view lang = {});

}  // namespace communique::corpus
