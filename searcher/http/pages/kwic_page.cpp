// SPDX-License-Identifier: GPL-3.0-or-later
// Each match in its context, one line a match, aligned on the match.
#include <algorithm>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "searcher/http/api/handlers.h"
#include "searcher/http/pages/layout.h"
#include "searcher/http/pages/pages.h"
#include "searcher/http/parameters.h"
#include "searcher/http/target.h"

namespace communique::searcher::http::pages {
namespace {

constexpr std::size_t kLines = 100;

std::vector<Parameter> line_parameters(const Request& request) {
  std::vector<Parameter> parameters = without(search_parameters(request), "by");
  for (const char* name : {"sort", "context"}) {
    if (const std::string value = value_of(request, name); !value.empty()) parameters.push_back({name, value});
  }
  return parameters;
}

Json sorts_model(const Request& request) {
  static const std::vector<std::pair<std::string, std::string>> kSorts = {
      {"", "Date"}, {"-date", "Newest"}, {"left", "Words before"}, {"right", "Words after"}, {"match", "Match"}};
  const std::string chosen = value_of(request, "sort");
  Json model = Json::array();
  for (const auto& [value, label] : kSorts) {
    const bool here = chosen == value || (chosen == "date" && value.empty());
    model.push_back({{"label", label},
                     {"here", here},
                     {"there", !here},
                     {"url", make_target("/kwic", with(line_parameters(request), "sort", value))}});
  }
  return model;
}

bool begins_with_one_of(std::string_view text, std::initializer_list<std::string_view> marks) {
  return std::any_of(marks.begin(), marks.end(), [&](std::string_view mark) { return text.starts_with(mark); });
}

/// The words before and after with the blank to the match that a line has in running text, as phones show it.
std::string before_match(std::string text) {
  const bool joins = text.empty() || std::string_view("([-/'\"").find(text.back()) != std::string_view::npos ||
                     text.ends_with("“") || text.ends_with("‘") || text.ends_with("«");
  return joins ? text : text + " ";
}
std::string after_match(std::string text) {
  const bool joins = begins_with_one_of(
      text, {",", ".", ";", ":", "!", "?", ")", "]", "-", "/", "%", "'", "\"", "”", "’", "»", "…", "–"});
  return joins ? text : " " + text;
}

Json line_model(const Request& request, const Json& line) {
  const std::string passage = line.at("passage_id");
  const std::size_t mark = passage.rfind('#');
  const std::string url =
      make_target("/statement/" + percent_encode(passage.substr(0, mark)), {{"q", value_of(request, "q")}}) +
      (mark == std::string::npos ? "" : "#p" + passage.substr(mark + 1));
  Json model = {{"left", before_match(line.at("left"))},
                {"match", line.at("match")},
                {"right", after_match(line.at("right"))},
                {"url", url},
                {"date", line.at("date").is_string() ? line.at("date") : Json("undated")},
                {"title", line.at("title").is_string() ? line.at("title") : Json(passage)}};
  if (line.at("said_by").is_string()) model["said_part"] = {{"said_by", line.at("said_by")}};
  return model;
}

}  // namespace

Response kwic(const Request& request, OpenIndex& index) {
  if (search_parameters(request).empty()) {
    return page(request, {"In context", "kwic"}, "kwic.html", {{"intro", true}});
  }
  std::vector<Parameter> asked = line_parameters(request);
  const std::string offset = value_of(request, "offset");
  asked.push_back({"limit", std::to_string(kLines)});
  asked.push_back({"offset", offset});
  const Response found = api::kwic(asking(request, std::move(asked)), index);
  if (found.status != 200) return problem_page(request, "kwic", found);
  const Json answer = Json::parse(found.body);
  Json model = {
      {"sorts", sorts_model(request)},
      {"passages", number(answer.at("total").at("passages"), "passage")},
      {"csv", make_target("/api/v1/kwic", with(with(line_parameters(request), "format", "csv"), "limit", "1000"))},
      {"lines", Json::array()}};
  for (const Json& line : answer.at("lines")) model["lines"].push_back(line_model(request, line));
  if (answer.at("lines").empty()) model["nothing"] = true;
  if (answer.at("found").is_number()) model["found_part"] = {{"found", number(answer.at("found"), "line")}};
  const std::size_t from = offset.empty() || offset.size() > 8 ? 0 : std::stoul(offset);
  const auto url = [&](std::size_t to) {
    return make_target("/kwic", with(line_parameters(request), "offset", to == 0 ? "" : std::to_string(to)));
  };
  if (from > 0) model["previous"] = {{"url", url(from > kLines ? from - kLines : 0)}};
  if (answer.at("lines").size() == kLines) model["next"] = {{"url", url(from + kLines)}};
  const std::string query = value_of(request, "q");
  return page(request, {query + " in context", "kwic"}, "kwic.html", {{"result", model}});
}

}  // namespace communique::searcher::http::pages
