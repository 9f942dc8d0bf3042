// SPDX-License-Identifier: GPL-3.0-or-later
// A statement's passages with their texts, and what of a query stands in them.
#pragma once

#include <string>

#include "searcher/http/pages/model.h"
#include "searcher/open_index.h"

namespace communique::searcher::http::pages {

/// Of the API's answer about a statement: its passages, each with `number`, `text` and `highlights`, as a hit has them.
/// A query that can not be understood marks nothing.
Json statement_passages(const Json& answer, const std::string& query, OpenIndex& index);

}  // namespace communique::searcher::http::pages
