// SPDX-License-Identifier: GPL-3.0-or-later
// Which path is answered by which handler? The one table: the router, the API's description and the tests read it.
#pragma once

#include <chrono>
#include <span>
#include <string>
#include <string_view>

#include "searcher/http/exchange.h"
#include "searcher/http/limits.h"
#include "searcher/http/parameters.h"

namespace communique::searcher::http {

struct Route {
  std::string_view path;  ///< "/api/v1/statement/": with a slash at its end, an id follows
  Response (*handle)(const Request&, OpenIndex&) = nullptr;
  std::string_view summary{};                           ///< for the API's description; empty: a page, not of the API
  std::string_view content_types = "application/json";  ///< what it may answer with, divided by blanks
  Command command = Command::Find;                      ///< whose options its parameters are
  std::string_view text = "q";                          ///< the parameter with the query; empty: it has none
  bool has_parameters = false;
  /// Options of the command that the path settles itself, divided by blanks: not to be given.
  std::string_view settled{};
  std::chrono::seconds may_take = limits::kSearch;
};

std::span<const Route> routes();

/// The id behind a route's path.
std::string id_of(const Request& request, std::string_view path);

/// Answers a request by the route of its path. What a handler throws becomes a problem; for pages, a page that says so.
/// Rethrows an Error about the index, so that the server can log it and open the index anew.
Response handle(const Request& request, OpenIndex& index);

}  // namespace communique::searcher::http
