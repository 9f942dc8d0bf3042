// SPDX-License-Identifier: GPL-3.0-or-later
// Who said what in an English text, by its grammar: quotations, reported speech, "according to".
#pragma once

#include <string_view>
#include <vector>

#include "corpus/attribution/attribution.h"

namespace communique::corpus {

/// The attributions of a text in order of their content; they do not overlap. Sources are spans only: who they are is
/// resolved afterwards (resolve.h), so `speakers` is empty. All with a confidence of at least kFoundConfidence.
/// `sentences` as split_sentences() gives them. Linear in the text's length; no state between calls; thread-safe.
std::vector<Attribution> find_english_attributions(std::string_view text, const std::vector<Span>& sentences);

}  // namespace communique::corpus
