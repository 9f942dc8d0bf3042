// SPDX-License-Identifier: GPL-3.0-or-later
// Who said what in French, Spanish, German and Russian: quotations with a cue, and simple reported speech.
#pragma once

#include <string_view>
#include <vector>

#include "corpus/attribution/attribution.h"

namespace communique::corpus {

/// As find_english_attributions(), for `lang` fr, es, de, ru; none for any other language.
std::vector<Attribution> find_foreign_attributions(std::string_view text, const std::vector<Span>& sentences,
                                                   std::string_view lang);

}  // namespace communique::corpus
