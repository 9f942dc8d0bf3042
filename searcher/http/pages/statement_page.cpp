// SPDX-License-Identifier: GPL-3.0-or-later
// A statement whole: its text with everything that is said in it, its versions, and how to cite it.
#include <map>
#include <string>

#include "schema/countries.h"
#include "searcher/http/api/handlers.h"
#include "searcher/http/pages/layout.h"
#include "searcher/http/pages/marked.h"
#include "searcher/http/pages/pages.h"
#include "searcher/http/pages/statement_marks.h"
#include "searcher/http/parameters.h"
#include "searcher/http/routes.h"
#include "searcher/http/target.h"

namespace communique::searcher::http::pages {
namespace {

constexpr std::size_t kLongTitle = 140;  // bytes: more is a first paragraph taken for a title, and printed smaller

Json facts_model(const Json& statement) {
  Json facts = Json::array();
  const auto add = [&](const char* name, const Json& value) {
    if (value.is_string() && !value.get_ref<const std::string&>().empty())
      facts.push_back({{"name", name}, {"value", value}});
  };
  std::string date = statement.at("date").is_string() ? statement.at("date").get<std::string>() : "undated";
  const std::string origin = statement.at("date_origin");
  if (origin == "dateline" || origin == "inferred" || origin == "path") date += " (" + origin + ")";
  add("Date", date);
  if (statement.at("country").is_string())
    add("Country", schema::country_name(statement.at("country").get<std::string>()));
  add("Speaker", statement.at("speaker"));
  add("Source", statement.at("source"));
  add("Type", statement.at("type"));
  add("Language", statement.at("lang"));
  add("Id", statement.at("id"));
  return facts;
}

Json versions_model(const Json& versions) {
  Json model = Json::array();
  for (const Json& version : versions) {
    const Json& differences = version.at("differences");
    Json sentences = Json::array();
    for (const Json& one : differences.value("sentences", Json::array())) {
      Json sentence = {{"change", one.at("change")}};
      if (one.at("here").is_string()) sentence["here"] = {{"text", one.at("here")}};
      if (one.at("there").is_string()) sentence["there"] = {{"text", one.at("there")}};
      sentences.push_back(std::move(sentence));
    }
    model.push_back({{"title", version.at("title").is_null() ? version.at("id") : version.at("title")},
                     {"date", version.at("date").is_null() ? Json("undated") : version.at("date")},
                     {"source", version.at("source").is_null() ? Json("") : version.at("source")},
                     {"url", "/statement/" + percent_encode(version.at("id").get<std::string>())},
                     {"same", number(differences.at("same"), "sentence")},
                     {"changed", number(differences.at("changed"))},
                     {"left_out", number(differences.at("left_out"))},
                     {"added", number(differences.at("added"))},
                     {"sentences", sentences}});
  }
  return model;
}

/// Who says something, in the order of the text, each with the passages in which he does.
Json said_model(const Json& passages) {
  Json said = Json::array();
  std::map<std::string, std::size_t> known;
  for (const Json& passage : passages) {
    for (const Json& speaker : speakers_of(passage)) {
      if (speaker.at("kind") == "named") continue;
      const std::string key = speaker.at("kind").get<std::string>() + speaker.at("name").get<std::string>();
      const auto [at, is_new] = known.emplace(key, said.size());
      if (is_new) {
        Json one = speaker;
        one.erase("note");
        one["places"] = Json::array();
        said.push_back(std::move(one));
      }
      said[at->second]["places"].push_back({{"number", passage.at("number")}, {"note", speaker.at("note")}});
    }
  }
  return said;
}

}  // namespace

Response statement(const Request& request, OpenIndex& index) {
  const std::string id = id_of(request, "/statement/");
  Request asked = asking(request, {{"differences", "1"}});
  asked.path = "/api/v1/statement/" + id;
  const Response found = api::statement(asked, index);
  if (found.status != 200) return problem_page(request, "search", found);
  Json answer = Json::parse(found.body);
  Json passages = statement_passages(answer, value_of(request, "q"), index);
  const Json& statement = answer.at("statement");
  const std::string name = statement.at("id");
  Request cited = asking(request, {});
  cited.path = "/api/v1/cite/" + name;
  const std::string cite_path = "/api/v1/cite/" + percent_encode(name);
  Json model = {{"title", statement.at("title").is_null() ? statement.at("id") : statement.at("title")},
                {"facts", facts_model(statement)},
                {"said", said_model(passages)},
                {"citation", api::cite(cited, index).body},
                {"bibtex", cite_path + "?style=bibtex"},
                {"ris", cite_path + "?style=ris"},
                {"csl", cite_path + "?style=csl"},
                {"chicago", cite_path + "?style=chicago"},
                {"json", "/api/v1/statement/" + percent_encode(name)},
                {"passages", Json::array()}};
  for (const Json& passage : passages) {
    model["passages"].push_back({{"number", passage["number"]},
                                 {"id", passage.at("id")},
                                 {"pieces", pieces_of(passage)},
                                 {"speakers", speakers_of(passage)}});
  }
  if (model.at("title").get_ref<const std::string&>().size() > kLongTitle) model["long"] = true;
  const std::vector<Parameter> search = search_parameters(request);
  if (!search.empty()) model["back"] = {{"url", make_target("/", search)}};
  if (statement.at("url").is_string()) model["link"] = {{"link_url", statement.at("url")}};
  if (!answer.at("versions").empty()) model["versions_part"] = {{"versions", versions_model(answer.at("versions"))}};
  return page(request, {model["title"], "statement"}, "statement.html", model);
}

}  // namespace communique::searcher::http::pages
