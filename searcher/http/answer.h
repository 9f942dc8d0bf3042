// SPDX-License-Identifier: GPL-3.0-or-later
// Responses as handlers make them, and the one translation of what went wrong into a status and problem details
// (RFC 9457).
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "schema/error.h"
#include "searcher/http/exchange.h"

namespace communique::searcher::http {

namespace media {
inline constexpr const char* kJson = "application/json";
inline constexpr const char* kProblem = "application/problem+json";
inline constexpr const char* kHtml = "text/html; charset=utf-8";
inline constexpr const char* kText = "text/plain; charset=utf-8";
inline constexpr const char* kCsv = "text/csv; charset=utf-8";
inline constexpr const char* kTsv = "text/tab-separated-values; charset=utf-8";
inline constexpr const char* kJsonLines = "application/x-ndjson";
inline constexpr const char* kSvg = "image/svg+xml";
inline constexpr const char* kAtom = "application/atom+xml";
}  // namespace media

/// What a client is told about a failure. `detail` and `hint` are sentences of ours.
struct Problem {
  unsigned status = 400;
  std::string title;
  std::string detail;
  std::string hint{};
  std::optional<std::size_t> offset{};  ///< code points into the query
  bool passing = false;                 ///< the same request may succeed in a second
};

Response answer(const char* content_type, std::string body);
Response answer(const Problem& problem);

/// What is wrong with a query: `text` is what the error's offset counts in, the query's own bytes first.
Problem problem_of(const ValueError& error, std::string_view query);

/// What ended a handler. Messages about files and the system stay on the server: the client gets a fixed text.
Problem problem_of(const Error& error);

/// Too many requests wait for an answer.
Problem busy();

Problem not_found(std::string detail, std::string hint = {});

}  // namespace communique::searcher::http
