// SPDX-License-Identifier: GPL-3.0-or-later
// The web page: HTML made on the server out of the same answers that the API gives, so that all of it works without
// JavaScript, has an address, and can be gone back to. Templates and styles are in searcher/web.
#pragma once

#include "searcher/http/answer.h"
#include "searcher/http/exchange.h"

namespace communique::searcher::http::pages {

Response search(const Request& request, OpenIndex& index);
Response statement(const Request& request, OpenIndex& index);
Response kwic(const Request& request, OpenIndex& index);
Response collocates(const Request& request, OpenIndex& index);
Response first(const Request& request, OpenIndex& index);
Response quote(const Request& request, OpenIndex& index);
Response help(const Request& request, OpenIndex& index);
Response static_file(const Request& request, OpenIndex& index);
/// What went wrong, as a page with the search box.
Response problem(const Request& request, const Problem& problem);

}  // namespace communique::searcher::http::pages
