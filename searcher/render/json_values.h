// SPDX-License-Identifier: GPL-3.0-or-later
// What all JSON that the searcher writes has in common.
#pragma once

#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "schema/record.h"
#include "searcher/query/parse.h"

namespace communique::searcher {

/// Keys in the order in which docs/json-api.md lists them.
using Json = nlohmann::ordered_json;

/// Text that is absent in the record is null, never "".
inline Json text_or_null(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }

/// As precisely as it is known; null if undated.
Json date_or_null(const schema::StatementRecord& statement);

/// The notices' sentences.
Json notices_json(const std::vector<Notice>& notices);

/// A statement's metadata as every answer has it.
Json statement_json(const schema::StatementRecord& statement);

struct Hit;
/// A hit as `find --format json` has it; with `explained` what its score is the sum of.
Json hit_json(const Hit& hit, bool explained);

/// On one line; what is not UTF-8 becomes U+FFFD.
inline std::string dump(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

}  // namespace communique::searcher
