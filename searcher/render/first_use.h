// SPDX-License-Identifier: GPL-3.0-or-later
// The answer of first, for people, programs and spreadsheets.
#pragma once

#include <string>

#include "searcher/first_use/first_use.h"
#include "searcher/render/render.h"

namespace communique::searcher {

void render_first_use_text(const FirstUse& found, const TextStyle& style, std::string& out);
/// One JSON object and a newline: keys as in docs/json-api.md.
void render_first_use_json(const FirstUse& found, std::string& out);
/// One row for each row of each table, after a header.
void render_first_use_csv(const FirstUse& found, std::string& out);

}  // namespace communique::searcher
