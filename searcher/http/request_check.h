// SPDX-License-Identifier: GPL-3.0-or-later
// Is a request one that is answered: its method, its body, its address, its host? What is not gets the status that says
// so.
#pragma once

#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/parser.hpp>

#include <chrono>
#include <string>
#include <variant>

#include "searcher/http/exchange.h"
#include "searcher/http/host_check.h"

namespace communique::searcher::http {

/// A request as read, and what its answer needs of it.
struct Asked {
  std::string method;
  std::string target;
  unsigned version = 11;  ///< of HTTP: 10 or 11
  bool keep_alive = false;
  std::chrono::steady_clock::time_point arrived;
  Request request;
  std::string if_none_match;

  bool head() const { return method == "HEAD"; }
};

struct Refusal {
  unsigned status = 400;
  std::string detail;  ///< a fixed text
};

using RequestParser = boost::beast::http::request_parser<boost::beast::http::empty_body>;

/// `parser` has read a whole header. `base_url`: what absolute links begin with; empty: the request's own host.
std::variant<Asked, Refusal> check_request(const RequestParser& parser, const HostCheck& hosts,
                                           const std::string& base_url);

}  // namespace communique::searcher::http
