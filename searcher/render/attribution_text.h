// SPDX-License-Identifier: GPL-3.0-or-later
// Who is said to have said something, and how, in words for a reader.
#pragma once

#include <string>
#include <string_view>

#include "schema/record.h"

namespace communique::searcher {

/// "Vladimir Putin and Xi Jinping".
std::string speakers_text(const schema::AttributionRecord& attribution, const schema::StatementRecord& statement);

/// "reported: “said”", "quoted", "quoted in part", "in his or her own words".
std::string manner_text(const schema::AttributionRecord& attribution, const schema::PassageRecord& passage);
/// The same of its parts; the cue as printed, empty if there is none.
std::string manner_text(schema::SpeechType type, std::string_view cue);

}  // namespace communique::searcher
