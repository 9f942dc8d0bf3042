// SPDX-License-Identifier: GPL-3.0-or-later
// Who said it first, and who took it up after?
#include <string>

#include "searcher/http/api/handlers.h"
#include "searcher/http/pages/layout.h"
#include "searcher/http/pages/marked.h"
#include "searcher/http/pages/pages.h"
#include "searcher/http/parameters.h"
#include "searcher/http/target.h"

namespace communique::searcher::http::pages {
namespace {

std::string statement_url(const Request& request, const std::string& id) {
  return make_target("/statement/" + percent_encode(id), {{"q", value_of(request, "q")}});
}

Json place_model(const Request& request, const Json& place) {
  return {{"date", place.at("date").is_string() ? place.at("date") : Json("undated")},
          {"title", place.at("title").is_string() ? place.at("title") : place.at("statement")},
          {"url", statement_url(request, place.at("statement"))}};
}

Json table_model(const Request& request, const Json& table) {
  const std::string by = table.at("by");
  Json rows = Json::array();
  for (const Json& row : table.at("rows")) {
    rows.push_back({{"label", row.at("label")},
                    {"first", place_model(request, row.at("first"))},
                    {"statements", number(row.at("statements"))}});
  }
  const char* const heading = by == "said-by"   ? "Who says it"
                              : by == "speaker" ? "Whose statement"
                              : by == "country" ? "Country"
                                                : "Source";
  return {{"heading", heading}, {"rows", rows}};
}

}  // namespace

Response first(const Request& request, OpenIndex& index) {
  const std::vector<Parameter> parameters = without(search_parameters(request), "by");
  if (parameters.empty()) return page(request, {"First use", "first"}, "first.html", {{"intro", true}});
  const Response found = api::first(asking(request, parameters), index);
  if (found.status != 200) return problem_page(request, "first", found);
  const Json answer = Json::parse(found.body);
  Json model = {{"statements", number(answer.at("total").at("statements"), "statement")},
                {"passages", number(answer.at("total").at("passages"), "passage")},
                {"tables", Json::array()}};
  if (answer.at("first").is_null()) {
    model["nothing"] = true;
  } else {
    const Json& statement = answer.at("first").at("statement");
    Json shown = {{"date", statement.at("date").is_string() ? statement.at("date") : Json("undated")},
                  {"title", statement.at("title").is_string() ? statement.at("title") : statement.at("id")},
                  {"url", statement_url(request, statement.at("id"))},
                  {"pieces", pieces_of(answer.at("first").at("passage"))},
                  {"speakers", speakers_of(answer.at("first").at("passage"))}};
    if (statement.at("source").is_string()) shown["source_part"] = {{"source", statement.at("source")}};
    model["first"] = shown;
    for (const Json& table : answer.at("tables")) {
      if (!table.at("rows").empty()) model["tables"].push_back(table_model(request, table));
    }
  }
  return page(request, {"First use of " + value_of(request, "q"), "first"}, "first.html", {{"result", model}});
}

}  // namespace communique::searcher::http::pages
