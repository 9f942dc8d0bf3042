// SPDX-License-Identifier: GPL-3.0-or-later
// What a handler is asked and what it answers: values, without sockets. The transport (server.h) makes the one out of
// bytes and the other into bytes; handlers are tested by calling them.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "searcher/listing/byte_sink.h"
#include "searcher/open_index.h"

namespace communique::searcher::http {

/// One `name=value` of a query string, decoded; both valid UTF-8.
struct Parameter {
  std::string name;
  std::string value;
};

/// A GET or HEAD request that is within the limits. All text is valid UTF-8.
struct Request {
  std::string path;                   ///< percent-decoded, begins with '/', no query string
  std::vector<Parameter> parameters;  ///< in their order, repeated ones too
  std::string accept;                 ///< the header, as sent; may be empty
  std::string origin;                 ///< "http://127.0.0.1:7766", no slash at the end: what absolute links begin with
};

/// What is sent back. The transport adds Content-Length, the security headers, ETag and the answer 304 by itself, and
/// leaves out the body of HEAD.
struct Response {
  unsigned status = 200;
  std::string content_type;
  std::string body;
  std::vector<std::pair<std::string, std::string>> headers{};  ///< further ones; never bytes of the request
  /// Where set, the body is written by this instead, on the worker's thread, while it is sent. It must stop when the
  /// sink says false (the client is gone). What it throws after its first byte ends the connection.
  std::function<void(const ByteSink&)> stream{};
  bool depends_on_index = true;  ///< the same request has another answer in another generation: ETag by generation
};

/// Answers a request out of one generation, held open for as long as the answer is made. Errors are answers, too:
/// nothing is thrown but Error for a damaged index and std::bad_alloc. Not called twice at once with one index.
using Handler = std::function<Response(const Request&, OpenIndex&)>;

}  // namespace communique::searcher::http
