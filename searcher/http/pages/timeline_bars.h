// SPDX-License-Identifier: GPL-3.0-or-later
// A timeline as a small picture of bars: where each stands, how high it is, and which search it leads to.
#pragma once

#include "searcher/http/exchange.h"
#include "searcher/http/pages/model.h"

namespace communique::searcher::http::pages {

/// Of the API's `timeline`; null where there are less than two periods. Coordinates are of a viewBox as wide as
/// `width` says and 100 high.
Json timeline_model(const Request& request, const Json& timeline);

}  // namespace communique::searcher::http::pages
