// SPDX-License-Identifier: GPL-3.0-or-later
// The filters of a search as chips, each with the address of the same search without it.
#pragma once

#include "searcher/http/exchange.h"
#include "searcher/http/pages/model.h"

namespace communique::searcher::http::pages {

/// An array of {label, value, url}.
Json chips_model(const Request& request);

}  // namespace communique::searcher::http::pages
