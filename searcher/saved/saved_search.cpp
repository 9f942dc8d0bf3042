// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/saved/saved_search.h"

#include <array>
#include <utility>

#include "schema/error.h"
#include "searcher/render/json_values.h"

namespace communique::searcher {
namespace {

constexpr int kFileVersion = 1;

constexpr std::array<std::pair<MatchMode, std::string_view>, 3> kMatchModes = {
    {{MatchMode::Auto, "auto"}, {MatchMode::All, "all"}, {MatchMode::Any, "any"}}};

std::string_view name_of(MatchMode mode) {
  for (const auto& [known, name] : kMatchModes) {
    if (known == mode) return name;
  }
  return {};
}

MatchMode match_mode_named(std::string_view name) {
  for (const auto& [mode, known] : kMatchModes) {
    if (known == name) return mode;
  }
  return MatchMode::Auto;
}

SavedSearch read(const Json& json) {
  SavedSearch saved;
  saved.name = json.at("name");
  saved.uuid = json.at("uuid");
  saved.query = json.at("query");
  saved.filters = json.at("filters");
  saved.match = match_mode_named(json.at("match").get<std::string>());
  saved.strict = json.at("strict");
  saved.exact_names = json.at("exact_names");
  saved.index = json.at("index");
  saved.created = json.at("created");
  if (!json.at("seen").is_null()) saved.seen = {json["seen"].at("generation"), json["seen"].at("created")};
  saved.delivered = json.at("delivered");
  for (const Json& batch : json.at("batches")) {
    const std::uint64_t number = batch.at("batch");
    if (number > 0) saved.asked_at[number] = batch.at("asked");
    for (const Json& id : batch.at("statements")) saved.batch_of[id.get<std::string>()] = number;
  }
  return saved;
}

}  // namespace

SearchRequest request_of(const SavedSearch& saved) {
  SearchRequest request;
  request.query = saved.query;
  request.parse.filters = saved.filters;
  request.parse.match = saved.match;
  request.parse.strict = saved.strict;
  request.compile.exact_names = saved.exact_names;
  request.all_versions = true;
  return request;
}

std::string to_json(const SavedSearch& saved) {
  std::map<std::uint64_t, Json> statements = {{0, Json::array()}};
  for (const auto& [number, asked] : saved.asked_at) statements[number] = Json::array();
  for (const auto& [id, number] : saved.batch_of) statements[number].push_back(id);
  Json batches = Json::array();
  for (auto& [number, ids] : statements) {
    batches.push_back({{"batch", number}, {"asked", saved.asked(number)}, {"statements", std::move(ids)}});
  }
  const Json json = {
      {"file_version", kFileVersion},
      {"name", saved.name},
      {"uuid", saved.uuid},
      {"query", saved.query},
      {"filters", saved.filters},
      {"match", name_of(saved.match)},
      {"strict", saved.strict},
      {"exact_names", saved.exact_names},
      {"index", saved.index},
      {"created", saved.created},
      {"seen",
       saved.seen ? Json{{"generation", saved.seen->generation}, {"created", saved.seen->created}} : Json(nullptr)},
      {"delivered", saved.delivered},
      {"batches", std::move(batches)}};
  return json.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

SavedSearch parse_saved_search(std::string_view text, const std::string& file) {
  try {
    const Json json = Json::parse(text);
    if (json.at("file_version") != kFileVersion) {
      throw Error(ErrorCode::Io, file + " was written by another version of communique-searcher",
                  "save the search again: communique-searcher save NAME QUERY --replace");
    }
    return read(json);
  } catch (const Json::exception& error) {
    throw Error(ErrorCode::Io, file + " is no saved search: " + error.what(),
                "remove the file, and save the search again");
  }
}

}  // namespace communique::searcher
