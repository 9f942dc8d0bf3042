// SPDX-License-Identifier: GPL-3.0-or-later
// What does a request's target say? Path and parameters, percent-decoded and checked; and the way back.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "schema/error.h"
#include "searcher/http/exchange.h"

namespace communique::searcher::http {

struct Target {
  std::string path;
  std::vector<Parameter> parameters;
};

/// Of an origin-form target ("/a?b=c"). An error where it is none, percent-encoding is cut, what is decoded is not
/// UTF-8 or holds NUL, or the path has segments "." or "..". `+` is a blank in parameters.
Result<Target> parse_target(std::string_view target);

/// Unreserved characters (RFC 3986) as they are, all other bytes as %XX.
std::string percent_encode(std::string_view text);

/// A path with parameters: "/?q=a%20b". Parameters with empty values are left out.
std::string make_target(std::string_view path, const std::vector<Parameter>& parameters);

}  // namespace communique::searcher::http
