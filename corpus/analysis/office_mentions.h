// SPDX-License-Identifier: GPL-3.0-or-later
// Which leaders does a text name by their office alone: "the Russian president", "the prime minister of Spain", "his
// Chinese counterpart"?
#pragma once

#include <string_view>
#include <vector>

#include "corpus/analyse.h"
#include "corpus/analysis/mentions.h"

namespace communique::corpus {

/// Mentions by office (NameForm::Office), in order of the text, resolved to the holder at context.date; on the day of
/// a change both holders, as two mentions of one span. None without a date, and none where a name follows ("Russian
/// President Vladimir Putin"): `names`, what find_mentions() found in the same text, in order. "His Chinese
/// counterpart" takes the office from the last leader named before it.
std::vector<Mention> find_office_mentions(std::string_view text, const schema::Gazetteer& gazetteer,
                                          const MentionContext& context, const std::vector<Mention>& names);

}  // namespace communique::corpus
