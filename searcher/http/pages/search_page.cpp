// SPDX-License-Identifier: GPL-3.0-or-later
// Hits as passages, with facets and a timeline; without a query the page that says what the index holds.
#include <algorithm>
#include <array>
#include <cstdlib>
#include <string>
#include <utility>
#include <vector>

#include "schema/countries.h"
#include "searcher/http/api/handlers.h"
#include "searcher/http/pages/chips.h"
#include "searcher/http/pages/layout.h"
#include "searcher/http/pages/marked.h"
#include "searcher/http/pages/pages.h"
#include "searcher/http/pages/start_page.h"
#include "searcher/http/pages/timeline_bars.h"
#include "searcher/http/parameters.h"
#include "searcher/http/target.h"
#include "searcher/query/date_query.h"

namespace communique::searcher::http::pages {
namespace {

constexpr std::size_t kHits = 10;
constexpr std::size_t kMostOffset = 10'000;

/// A facet and what clicking on a value adds: a parameter, or where there is none, words of the query.
struct FacetLink {
  const char* field;
  const char* heading;
  const char* parameter;  ///< nullptr: a clause `field:"value"` in the query
};

constexpr std::array<FacetLink, 6> kFacets = {{{"said-by", "Said by", "said_by"},
                                               {"mentions", "Names", nullptr},
                                               {"country", "Country", "country"},
                                               {"type", "Type", "type"},
                                               {"source", "Source", nullptr},
                                               {"lang", "Language", "lang"}}};

std::string narrowed(const Request& request, const FacetLink& link, const std::string& value) {
  std::vector<Parameter> parameters = search_parameters(request);
  if (link.parameter != nullptr) return make_target("/", with(std::move(parameters), link.parameter, value, false));
  const std::string query = value_of(request, "q");
  const std::string clause = std::string(link.field) + ":\"" + value + "\"";
  return make_target("/", with(std::move(parameters), "q", query.empty() ? clause : query + " " + clause));
}

Json facets_model(const Request& request, const Json& facets) {
  Json model = Json::array();
  for (const Json& facet : facets) {
    const auto* const link = std::find_if(kFacets.begin(), kFacets.end(),
                                          [&](const FacetLink& one) { return facet.at("field") == one.field; });
    if (link == kFacets.end() || facet.at("values").empty()) continue;
    Json values = Json::array();
    for (const Json& value : facet.at("values")) {
      values.push_back({{"label", value.at("label")},
                        {"count", number(value.at("statements"))},
                        {"url", narrowed(request, *link, value.at("value"))}});
    }
    Json one = {{"heading", link->heading}, {"values", values}};
    const std::size_t others = facet.at("others").at("values");
    if (others > 0) one["others"] = {{"others_count", number(facet.at("others").at("values"))}};
    model.push_back(std::move(one));
  }
  return model;
}

std::string date_note(const Json& statement) {
  const std::string origin = statement.at("date_origin");
  if (origin == "dateline") return "from the dateline";
  if (origin == "inferred") return "inferred from the text";
  if (origin == "path") return "from the file's path";
  return "";
}

Json hit_model(const Request& request, const Json& hit) {
  const Json& statement = hit.at("statement");
  const std::string id = statement.at("id");
  const std::string query = value_of(request, "q");
  const std::string passage_id = hit.at("passage").is_null() ? id : hit.at("passage").at("id").get<std::string>();
  const std::string number_part = passage_id.size() > id.size() ? passage_id.substr(id.size() + 1) : "";
  const std::string address = make_target("/statement/" + percent_encode(id), {{"q", query}});
  Json model = {{"rank", hit.at("rank")},
                {"id", passage_id},
                {"url", number_part.empty() ? address : address + "#p" + number_part},
                {"title", statement.at("title").is_null() ? statement.at("id") : statement.at("title")},
                {"date", statement.at("date").is_null() ? Json("undated") : statement.at("date")},
                {"partial", hit.at("partial")}};
  if (const std::string note = date_note(statement); !note.empty()) model["date_note_part"] = {{"date_note", note}};
  if (statement.at("country").is_string()) {
    model["country_part"] = {{"country", schema::country_name(statement.at("country").get<std::string>())}};
  }
  for (const char* key : {"speaker", "source", "type"}) {
    if (statement[key].is_string()) model[std::string(key) + "_part"] = {{key, statement[key]}};
  }
  if (statement.at("url").is_string()) model["link"] = {{"link_url", statement.at("url")}};
  if (!hit.at("passage").is_null()) {
    model["pieces"] = pieces_of(hit.at("passage"), Paragraphs::Close);
    model["speakers"] = speakers_of(hit.at("passage"));
  }
  if (hit.at("more_passages") > 0) model["more"] = {{"more_count", number(hit.at("more_passages"), "more passage")}};
  if (hit.at("duplicates") > 0) model["versions"] = {{"versions_count", number(hit.at("duplicates"), "other version")}};
  return model;
}

std::vector<Parameter> page_parameters(const Request& request) {
  std::vector<Parameter> parameters = search_parameters(request);
  for (const char* name : {"sort", "per_statement"}) {
    if (const std::string value = value_of(request, name); !value.empty()) parameters.push_back({name, value});
  }
  return parameters;
}

std::size_t offset_of(const Request& request) {
  const std::string text = value_of(request, "offset");
  return text.size() < 6 && text.find_first_not_of("0123456789") == std::string::npos && !text.empty()
             ? std::stoul(text)
             : 0;
}

Json paging_model(const Request& request, const Json& answer) {
  const std::size_t offset = offset_of(request);
  const std::size_t total = answer.at("total").at("statements");  // one passage of each is listed
  Json model = Json::object();
  const auto url = [&](std::size_t to) {
    return make_target("/", with(page_parameters(request), "offset", to == 0 ? "" : std::to_string(to)));
  };
  if (offset > 0) model["previous"] = {{"url", url(offset > kHits ? offset - kHits : 0)}};
  if (offset + kHits < total && answer.at("hits").size() >= kHits && offset + kHits <= kMostOffset) {
    model["next"] = {{"url", url(offset + kHits)}};
  }
  return model;
}

Json choices_model(const Request& request, std::string_view name,
                   const std::vector<std::pair<std::string, std::string>>& choices) {
  const std::string chosen = value_of(request, name);
  Json model = Json::array();
  for (const auto& [value, label] : choices) {
    const bool here = chosen == value;
    model.push_back({{"label", label},
                     {"here", here},
                     {"there", !here},
                     {"url", make_target("/", with(page_parameters(request), name, value))}});
  }
  return model;
}

std::string range_of(const Request& request, const Json& answer) {
  const std::size_t first = offset_of(request) + 1;
  const std::size_t last = offset_of(request) + answer.at("hits").size();
  return first == last ? std::to_string(first) : std::to_string(first) + "–" + std::to_string(last);
}

Json nothing_model(const Request& request, const Json& answer) {
  const std::vector<Parameter> parameters = search_parameters(request);
  Json model = {{"loosened", chips_model(request)}};
  const bool several = value_of(request, "q").find(' ') != std::string::npos;
  if (several && value_of(request, "match") != "any") {
    model["any"] = {{"url", make_target("/", with(parameters, "match", "any"))}};
  }
  if (offset_of(request) > 0 && answer.at("total").at("passages") > 0)
    model["too_far"] = {{"url", make_target("/", parameters)}};
  return model;
}

Json answer_model(const Request& request, const Json& answer) {
  const Json& total = answer.at("total");
  Json model = {{"passages", number(total.at("passages"), "passage")},
                {"statements", number(total.at("statements"), "statement")},
                {"sorts", choices_model(request, "sort", {{"", "Relevance"}, {"-date", "Newest"}, {"date", "Oldest"}})},
                {"units", choices_model(request, "by", {{"", "Passages"}, {"statement", "Statements"}})},
                {"csv", make_target("/api/v1/export", search_parameters(request))},
                {"jsonl", make_target("/api/v1/export", with(search_parameters(request), "format", "jsonl"))},
                {"api", make_target("/api/v1/search", page_parameters(request))},
                {"facets", facets_model(request, answer.at("facets"))},
                {"hits", Json::array()},
                {"notices", Json::array()},
                {"suggestions", Json::array()}};
  if (total.at("partial") > 0) model["partly"] = {{"count", number(total.at("partial"))}};
  for (const Json& hit : answer.at("hits")) model["hits"].push_back(hit_model(request, hit));
  for (const Json& notice : answer.at("query").at("notices")) model["notices"].push_back({{"notice", notice}});
  for (const Json& text : answer.at("query").at("suggestions")) {
    model["suggestions"].push_back(
        {{"text", text}, {"url", make_target("/", with(search_parameters(request), "q", text.get<std::string>()))}});
  }
  if (answer.at("query").at("said_by").is_string()) {
    const std::string text = answer.at("query").at("said_by");
    model["said_by"] = {{"text", text}, {"url", make_target("/", with(search_parameters(request), "q", text))}};
  }
  model["paging"] = paging_model(request, answer);
  if (answer.at("hits").empty()) {
    model["nothing"] = nothing_model(request, answer);
  } else {
    model["found"] = {{"range", range_of(request, answer)}};
  }
  if (const Json timeline = timeline_model(request, answer.at("timeline")); !timeline.is_null()) {
    model["timeline"] = timeline;
  }
  return model;
}

constexpr int kYearsByMonth = 8;  // with more the bars of months are too thin to be clicked

/// The years that can have hits: as far as the search bounds them, and the index.
int years_of(const Request& request, const schema::Manifest& manifest) {
  if (value_of(request, "year").size() == 4) return 1;
  int first = std::atoi(value_of(request, "from").c_str());  // 0 if it is not given
  int last = std::atoi(value_of(request, "to").c_str());
  if (const auto bounds = year_bounds(manifest)) {
    first = std::max(first, bounds->first);
    last = last == 0 ? bounds->last : std::min(last, bounds->last);
  }
  return std::max(last - first + 1, 1);
}

const char* timeline_unit(const Request& request, const schema::Manifest& manifest) {
  return years_of(request, manifest) <= kYearsByMonth ? "month" : "year";
}

}  // namespace

Response search(const Request& request, OpenIndex& index) {
  if (search_parameters(request).empty()) return start(request, index);
  std::vector<Parameter> asked = page_parameters(request);
  asked.push_back({"limit", std::to_string(kHits)});
  asked.push_back({"offset", std::to_string(offset_of(request))});
  asked.push_back({"timeline", timeline_unit(request, index.manifest())});
  asked.push_back({"facet_values", "6"});
  for (const FacetLink& facet : kFacets) asked.push_back({"facet", facet.field});
  const Response found = api::search(asking(request, std::move(asked)), index);
  if (found.status != 200) return problem_page(request, "search", found);
  const Json answer = Json::parse(found.body);
  const std::string query = value_of(request, "q");
  return page(request, {query.empty() ? "Search" : query, "search"}, "search.html", answer_model(request, answer));
}

}  // namespace communique::searcher::http::pages
