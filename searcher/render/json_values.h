// SPDX-License-Identifier: GPL-3.0-or-later
// What all JSON that the searcher writes has in common.
#pragma once

#include <string>

#include <nlohmann/json.hpp>

#include "schema/record.h"

namespace communique::searcher {

/// Keys in the order in which docs/json-api.md lists them.
using Json = nlohmann::ordered_json;

/// Text that is absent in the record is null, never "".
inline Json text_or_null(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }

/// A statement's metadata as every answer has it.
Json statement_json(const schema::StatementRecord& statement);

struct Hit;
/// A hit as `find --format json` has it; with `explained` what its score is the sum of.
Json hit_json(const Hit& hit, bool explained);

/// On one line; what is not UTF-8 becomes U+FFFD.
inline std::string dump(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

}  // namespace communique::searcher
