// SPDX-License-Identifier: GPL-3.0-or-later
// /api/v1/suggest, /info, /health, /metrics: about words, the index and the server.
#include <algorithm>
#include <charconv>
#include <optional>
#include <string>
#include <utility>

#include "schema/error.h"
#include "searcher/complete.h"
#include "searcher/http/answer.h"
#include "searcher/http/api/handlers.h"
#include "searcher/http/metrics.h"
#include "searcher/http/parameters.h"
#include "searcher/query/parse.h"
#include "searcher/render/json_values.h"
#include "searcher/render/render.h"

namespace communique::searcher::http::api {
namespace {

constexpr std::size_t kUsualCompletions = 6;
constexpr std::size_t kMostCompletions = 20;

void take_only(const Request& request, std::initializer_list<std::string_view> names) {
  for (const Parameter& parameter : request.parameters) {
    if (std::find(names.begin(), names.end(), parameter.name) != names.end()) continue;
    throw Error(ErrorCode::Usage, "unknown parameter \"" + parameter.name + "\"");
  }
}

std::size_t completions_asked(const Request& request) {
  const std::string text = value_of(request, "limit");
  if (text.empty()) return kUsualCompletions;
  std::size_t limit = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), limit);
  if (error != std::errc{} || end != text.data() + text.size() || limit < 1 || limit > kMostCompletions) {
    throw Error(ErrorCode::Usage,
                "limit takes a number from 1 to " + std::to_string(kMostCompletions) + ", not \"" + text + "\"");
  }
  return limit;
}

std::optional<schema::Date> earliest(const schema::Manifest& manifest) {
  std::optional<schema::Date> date;
  for (const schema::ShardEntry& shard : manifest.shards) {
    if (shard.from && (!date || *shard.from < *date)) date = shard.from;
  }
  return date;
}

std::optional<schema::Date> latest(const schema::Manifest& manifest) {
  std::optional<schema::Date> date;
  for (const schema::ShardEntry& shard : manifest.shards) {
    if (shard.to && (!date || *date < *shard.to)) date = shard.to;
  }
  return date;
}

}  // namespace

Response suggest(const Request& request, OpenIndex& index) {
  take_only(request, {"q", "limit"});
  const std::string query = value_of(request, "q");
  if (query.size() > query_caps::kBytes) {
    throw Error(ErrorCode::Usage, "q has more than " + std::to_string(query_caps::kBytes) + " bytes");
  }
  Json completions = Json::array();
  for (const Completion& one : complete(index, query, completions_asked(request))) {
    completions.push_back(
        {{"kind", to_string(one.kind)}, {"text", one.text}, {"label", one.label}, {"passages", one.passages}});
  }
  return answer(media::kJson,
                dump({{"api_version", kJsonApiVersion}, {"q", query}, {"completions", completions}}) + "\n");
}

Response info(const Request& request, OpenIndex& index) {
  take_only(request, {});
  const schema::Manifest& manifest = index.manifest();
  const auto from = earliest(manifest);
  const auto to = latest(manifest);
  const Json json = {{"api_version", kJsonApiVersion},
                     {"version", COMMUNIQUE_VERSION},
                     {"generation", manifest.generation},
                     {"created", manifest.created},
                     {"statements", manifest.statements},
                     {"passages", manifest.passages},
                     {"text_bytes", manifest.text_bytes},
                     {"from", from ? Json(from->to_string()) : Json(nullptr)},
                     {"to", to ? Json(to->to_string()) : Json(nullptr)},
                     {"languages", manifest.languages}};
  return answer(media::kJson, dump(json) + "\n");
}

Response health(const Request& request, OpenIndex& index) {
  take_only(request, {});
  Response response =
      answer(media::kJson, dump({{"status", "ok"}, {"generation", index.manifest().generation}}) + "\n");
  response.depends_on_index = false;
  return response;
}

Response metrics(const Request& request, OpenIndex& index) {
  take_only(request, {});
  Response response = answer("text/plain; version=0.0.4; charset=utf-8",
                             prometheus_text(server_metrics(), index.manifest().generation));
  response.depends_on_index = false;
  return response;
}

}  // namespace communique::searcher::http::api
