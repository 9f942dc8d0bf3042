// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/http/pages/start_page.h"

#include <map>
#include <mutex>
#include <string>

#include "searcher/count/facets.h"
#include "searcher/http/api/handlers.h"
#include "searcher/http/pages/layout.h"
#include "searcher/http/target.h"
#include "searcher/matches/match_set.h"

namespace communique::searcher::http::pages {
namespace {

constexpr std::size_t kListed = 8;

/// Counting the whole index takes longer than a search, and its answer is the same through a generation.
Json counted_model(OpenIndex& index) {
  static std::mutex mutex;
  static std::map<std::string, Json> counted;  // of the last generation asked about
  const std::string generation = index.manifest().created + " " + std::to_string(index.manifest().generation);
  const std::lock_guard lock(mutex);
  if (const auto known = counted.find(generation); known != counted.end()) return known->second;
  const MatchSet all = match_everything(index, false);
  Json lists = Json::array();
  const auto facets =
      count_facets(index, all.all, true, {FacetField::SaidBy, FacetField::Country, FacetField::Type}, kListed);
  const char* const headings[] = {"Who speaks", "From where", "What kind"};
  const char* const parameters[] = {"said_by", "country", "type"};
  for (std::size_t i = 0; i < facets.size(); ++i) {
    if (facets[i].values.empty()) continue;
    Json values = Json::array();
    for (const FacetValue& value : facets[i].values) {
      values.push_back({{"label", value.label},
                        {"count", number(Json(value.statements))},
                        {"url", make_target("/", {{parameters[i], value.value}})}});
    }
    lists.push_back({{"heading", headings[i]}, {"values", values}});
  }
  counted = {{generation, lists}};
  return lists;
}

}  // namespace

Response start(const Request& request, OpenIndex& index) {
  const Json info = Json::parse(api::info(asking(request, {}), index).body);
  Json model = {{"statements", number(info.at("statements"))},
                {"passages", number(info.at("passages"))},
                {"lists", counted_model(index)}};
  if (info.at("from").is_string()) model["dates"] = {{"from", info.at("from")}, {"to", info.at("to")}};
  if (info.at("statements") == 0) model["empty"] = true;
  return page(request, {"Search press statements", "start"}, "start.html", model);
}

}  // namespace communique::searcher::http::pages
