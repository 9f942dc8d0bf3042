// SPDX-License-Identifier: GPL-3.0-or-later
// Which words stand near the matches more often than elsewhere?
#include <cmath>
#include <cstdio>
#include <string>

#include "searcher/http/api/handlers.h"
#include "searcher/http/pages/layout.h"
#include "searcher/http/pages/pages.h"
#include "searcher/http/parameters.h"
#include "searcher/http/target.h"

namespace communique::searcher::http::pages {
namespace {

std::string one_digit(double value) {
  char text[32];
  std::snprintf(text, sizeof text, "%.1f", value);
  return text;
}

Json word_model(const Request& request, const Json& word, double most) {
  const std::string text = word.at("word");
  const std::string query = value_of(request, "q");
  const bool plain = query.find_first_of(" \"():") == std::string::npos;
  const std::string near = plain ? query + " NEAR/5 " + text : "(" + query + ") " + text;
  return {{"word", text},
          {"near", number(word.at("near"))},
          {"expected", one_digit(word.at("expected"))},
          {"left", number(word.at("left"))},
          {"right", number(word.at("right"))},
          {"total", number(word.at("total"))},
          {"g2", one_digit(word.at("g2"))},
          {"bar", one_digit(100 * std::sqrt(word.at("g2").get<double>() / most))},
          {"url", make_target("/", with(search_parameters(request), "q", near))}};
}

}  // namespace

Response collocates(const Request& request, OpenIndex& index) {
  const std::vector<Parameter> parameters = without(search_parameters(request), "by");
  if (parameters.empty()) return page(request, {"Neighbours", "collocates"}, "collocates.html", {{"intro", true}});
  const Response found = api::collocates(asking(request, with(parameters, "limit", "50")), index);
  if (found.status != 200) return problem_page(request, "collocates", found);
  const Json answer = Json::parse(found.body);
  Json words = Json::array();
  for (const Json& word : answer.at("words"))
    words.push_back(word_model(request, word, answer.at("words").front().at("g2")));
  Json model = {{"matches", number(answer.at("matches"), "match")},
                {"passages", number(answer.at("passages"), "passage")},
                {"csv", make_target("/api/v1/collocates", with(with(parameters, "format", "csv"), "limit", "100"))},
                {"words", words}};
  if (words.empty()) model["nothing"] = true;
  return page(request, {"Neighbours of " + value_of(request, "q"), "collocates"}, "collocates.html",
              {{"result", model}});
}

}  // namespace communique::searcher::http::pages
