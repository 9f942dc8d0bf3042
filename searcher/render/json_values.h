// SPDX-License-Identifier: GPL-3.0-or-later
// What all JSON that the searcher writes has in common.
#pragma once

#include <string>

#include <nlohmann/json.hpp>

namespace communique::searcher {

/// Keys in the order in which docs/json-api.md lists them.
using Json = nlohmann::ordered_json;

/// Text that is absent in the record is null, never "".
inline Json text_or_null(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }

/// On one line; what is not UTF-8 becomes U+FFFD.
inline std::string dump(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

}  // namespace communique::searcher
