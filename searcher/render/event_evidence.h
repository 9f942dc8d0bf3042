// SPDX-License-Identifier: GPL-3.0-or-later
// Why two statements are taken for accounts of one event, in words and as JSON.
#pragma once

#include <string>
#include <string_view>

#include "searcher/accounts/one_event.h"
#include "searcher/render/json_values.h"

namespace communique::searcher {

/// "sure", "likely", "possible", "none".
std::string_view to_string(Certainty certainty);

/// "on the same day; both a call; both with Vladimir Putin and Xi Jinping; 41 % alike in their words". `statement`: of
/// the two, for the leaders' names.
std::string evidence_text(const EventEvidence& evidence, const schema::StatementRecord& statement);

/// What tells the statement of an account from others: id, title, date, and who issued it.
Json account_json(const schema::StatementRecord& statement);
/// The same for a reader, but its title: "call-17 · 2021-12-31 · RUS · Moscow press desk · call".
std::string account_facts(const schema::StatementRecord& statement);

Json evidence_json(const EventEvidence& evidence);

}  // namespace communique::searcher
