// SPDX-License-Identifier: GPL-3.0-or-later
// The answers of /api/v1/: each turns a request into a response by the same functions and renderers as the command of
// that name. All throw Error for what is wrong with a parameter or with the index.
#pragma once

#include "searcher/http/exchange.h"

namespace communique::searcher::http::api {

Response search(const Request& request, OpenIndex& index);
Response export_all(const Request& request, OpenIndex& index);
Response kwic(const Request& request, OpenIndex& index);
Response collocates(const Request& request, OpenIndex& index);
Response first(const Request& request, OpenIndex& index);
Response check_quote(const Request& request, OpenIndex& index);
Response statement(const Request& request, OpenIndex& index);
Response passage(const Request& request, OpenIndex& index);
Response why_not(const Request& request, OpenIndex& index);
Response cite(const Request& request, OpenIndex& index);
Response suggest(const Request& request, OpenIndex& index);
Response feed(const Request& request, OpenIndex& index);
Response info(const Request& request, OpenIndex& index);
Response health(const Request& request, OpenIndex& index);
Response metrics(const Request& request, OpenIndex& index);
Response openapi(const Request& request, OpenIndex& index);

}  // namespace communique::searcher::http::api
