// SPDX-License-Identifier: GPL-3.0-or-later
// Is the whole text somebody's words: a speech or letter in the first person, a readout "attributable to" a spokesperson?
#pragma once

#include <optional>
#include <vector>

#include "corpus/attribution/resolve.h"

namespace communique::corpus {

/// The text as one attribution, if it is one person's; nullopt for texts with labelled turns, and where the statement's
/// speaker is spoken of in the third person. `found` is in order of the text: what others are quoted with does not
/// count as the speaker's "I". `lang`: ISO 639-1.
std::optional<Attribution> find_narrator(const ResolveContext& context, const std::vector<Attribution>& found,
                                         std::string_view lang, const schema::Gazetteer& gazetteer);

}  // namespace communique::corpus
