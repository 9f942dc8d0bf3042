// SPDX-License-Identifier: GPL-3.0-or-later
// /api/v1/openapi.json: the API's description (OpenAPI 3.1), made of the tables of routes and options, so that it can
// not say anything else than what is read. What answers look like is in openapi_schemas.json.
#include <string>
#include <utility>

#include "searcher/http/answer.h"
#include "searcher/http/api/handlers.h"
#include "searcher/http/parameters.h"
#include "searcher/http/routes.h"
#include "searcher/http/web_files.h"
#include "searcher/options/option_table.h"
#include "searcher/render/json_values.h"

namespace communique::searcher::http::api {
namespace {

std::string one_line(std::string_view text) {
  std::string line(text);
  for (std::size_t at = line.find('\n'); at != std::string::npos; at = line.find('\n')) line[at] = ' ';
  return line;
}

/// Of an option, as it stands in the table for this command.
Json parameter_json(const std::string& name, Command command) {
  for (const OptionRow& row : option_rows()) {
    if (as_parameter(row.name) != name || !belongs(row, command)) continue;
    const bool is_number = row.value == "N";
    Json schema = row.value.empty() ? Json{{"type", "string"}, {"enum", {"", "0", "1", "true", "false"}}}
                  : is_number       ? Json{{"type", "integer"}, {"minimum", 0}}
                                    : Json{{"type", "string"}};
    if (row.group == "Filters" || row.name == "facet" || row.name == "compare" ||
        (row.name == "by" && row.value == "FIELD")) {
      schema = {{"type", "array"}, {"items", schema}};
    }
    return {{"name", name}, {"in", "query"}, {"description", one_line(row.help)}, {"schema", schema}};
  }
  return nullptr;
}

Json parameters_json(const Route& route) {
  Json parameters = Json::array();
  if (route.path.ends_with('/')) {
    parameters.push_back({{"name", "id"}, {"in", "path"}, {"required", true}, {"schema", {{"type", "string"}}}});
  }
  if (!route.text.empty()) {
    parameters.push_back({{"name", route.text},
                          {"in", "query"},
                          {"description", route.text == "q" ? "a query; docs/query-language.md" : "the quotation"},
                          {"schema", {{"type", "string"}}}});
  }
  if (!route.has_parameters) return parameters;
  for (const std::string& name : parameter_names(route.command)) {
    if ((" " + std::string(route.settled) + " ").find(" " + name + " ") != std::string::npos) continue;
    parameters.push_back(parameter_json(name, route.command));
  }
  return parameters;
}

std::string schema_name(const Route& route) {
  std::string name(route.path.substr(std::string_view("/api/v1/").size()));
  if (name.ends_with('/')) name.pop_back();
  return name;
}

Json operation_json(const Route& route) {
  Json content = Json::object();
  std::string types(route.content_types);
  for (std::size_t start = 0; start < types.size();) {
    const std::size_t end = std::min(types.find(' ', start), types.size());
    const std::string type = types.substr(start, end - start);
    Json schema =
        type == media::kJson ? Json{{"$ref", "#/components/schemas/" + schema_name(route)}} : Json{{"type", "string"}};
    content[type] = {{"schema", schema}};
    start = end + 1;
  }
  const Json problem = {{"description", "What is wrong, RFC 9457"},
                        {"content", {{media::kProblem, {{"schema", {{"$ref", "#/components/schemas/problem"}}}}}}}};
  return {{"get",
           {{"summary", route.summary},
            {"operationId", schema_name(route)},
            {"parameters", parameters_json(route)},
            {"responses", {{"200", {{"description", "The answer"}, {"content", content}}}, {"default", problem}}}}}};
}

}  // namespace

Response openapi(const Request&, OpenIndex&) {
  Json paths = Json::object();
  for (const Route& route : routes()) {
    if (route.summary.empty()) continue;
    std::string path(route.path);
    if (path.ends_with('/')) path += "{id}";
    paths[path] = operation_json(route);
  }
  const Json json = {{"openapi", "3.1.0"},
                     {"info",
                      {{"title", "Communiqué"},
                       {"version", COMMUNIQUE_VERSION},
                       {"description", "Full-text search over press statements, which knows who said which passage."},
                       {"license", {{"name", "GPL-3.0-or-later"}, {"identifier", "GPL-3.0-or-later"}}}}},
                     {"servers", {{{"url", "/"}}}},
                     {"paths", paths},
                     {"components", {{"schemas", Json::parse(web_file("openapi_schemas.json"))}}}};
  Response response = answer(media::kJson, dump(json) + "\n");
  response.depends_on_index = false;
  return response;
}

}  // namespace communique::searcher::http::api
