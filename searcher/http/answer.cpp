// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/http/answer.h"

#include <utility>

#include "schema/utf8.h"
#include "searcher/http/parameters.h"
#include "searcher/render/json_values.h"

namespace communique::searcher::http {

Response answer(const char* content_type, std::string body) {
  Response response;
  response.content_type = content_type;
  response.body = std::move(body);
  return response;
}

Response answer(const Problem& problem) {
  Json json = {{"type", "about:blank"}, {"title", problem.title}, {"status", problem.status}};
  json["detail"] = problem.detail;
  if (!problem.hint.empty()) json["hint"] = problem.hint;
  if (problem.offset) json["offset"] = *problem.offset;
  Response response = answer(media::kProblem, dump(json) + "\n");
  response.status = problem.status;
  response.depends_on_index = false;
  if (problem.passing) response.headers.emplace_back("Retry-After", "1");
  return response;
}

Problem problem_of(const ValueError& error, std::string_view query) {
  Problem problem{400, "The query can not be understood", spelled_message(error.message), spelled_hint(error.hint)};
  if (error.offset < query.size()) problem.offset = schema::count_code_points(query.substr(0, error.offset));
  return problem;
}

Problem problem_of(const Error& error) {
  switch (error.code()) {
    case ErrorCode::Usage:
    case ErrorCode::Query:
      return {400, "The request can not be understood", error.what(), error.hint()};
    case ErrorCode::TooLong:
      return {503, "The search was given up", error.what(), error.hint()};
    case ErrorCode::IndexMissing:
    case ErrorCode::IndexLocked:
    case ErrorCode::IndexVersion:
    case ErrorCode::IndexDamaged:
      return {503, "The index can not be read", "The server's log says why.", {}, {}, true};
    default:
      return {500, "The server failed", "The server's log says why."};
  }
}

Problem busy() {
  return {503, "The server is busy", "Too many requests wait for an answer.", "Try again in a moment.", {}, true};
}

Problem not_found(std::string detail, std::string hint) {
  return {404, "There is nothing here", std::move(detail), std::move(hint)};
}

}  // namespace communique::searcher::http
