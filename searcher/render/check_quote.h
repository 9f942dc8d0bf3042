// SPDX-License-Identifier: GPL-3.0-or-later
// The answer of check-quote, for people and for programs.
#pragma once

#include <string>

#include "searcher/quote/check_quote.h"
#include "searcher/render/render.h"

namespace communique::searcher {

void render_check_quote_text(const QuoteCheck& check, const TextStyle& style, std::string& out);
/// One JSON object and a newline: keys as in docs/json-api.md.
void render_check_quote_json(const QuoteCheck& check, std::string& out);

}  // namespace communique::searcher
