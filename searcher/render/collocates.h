// SPDX-License-Identifier: GPL-3.0-or-later
// Collocates as a table on a terminal, as rows, as JSON.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "searcher/count/collocates.h"
#include "searcher/listing/delimited.h"

namespace communique::searcher {

/// At most `width` columns where that leaves room for a word.
void render_collocates_text(const Collocates& collocates, std::size_t width, std::string& out);
/// One JSON object; docs/json-api.md. `query` as typed.
void render_collocates_json(const Collocates& collocates, const std::string& query, std::string& out);
void render_collocates_rows(const Collocates& collocates, Delimiter delimiter, std::string& out);

}  // namespace communique::searcher
