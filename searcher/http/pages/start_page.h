// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "searcher/http/exchange.h"

namespace communique::searcher::http::pages {

/// What the index holds, and searches to begin with that find something in it.
Response start(const Request& request, OpenIndex& index);

}  // namespace communique::searcher::http::pages
