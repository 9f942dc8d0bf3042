// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/render/saved.h"

#include <algorithm>

#include "searcher/render/json_values.h"
#include "searcher/render/numbers.h"
#include "searcher/render/wrap.h"

namespace communique::searcher {
namespace {

std::uint64_t reported_of(const SavedSearch& saved) {
  const auto in_a_batch = [](const auto& one) { return one.second > 0; };
  return static_cast<std::uint64_t>(std::count_if(saved.batch_of.begin(), saved.batch_of.end(), in_a_batch));
}

std::string query_of(const SavedSearch& saved) {
  return saved.query + (saved.query.empty() || saved.filters.empty() ? "" : " ") + saved.filters;
}

Json saved_json(const SavedSearch& saved) {
  return {{"name", saved.name},
          {"query", saved.query},
          {"filters", text_or_null(saved.filters)},
          {"index", saved.index},
          {"created", saved.created},
          {"last_batch", saved.last_batch()},
          {"last_batch_at", saved.last_batch() == 0 ? Json(nullptr) : Json(saved.asked(saved.last_batch()))},
          {"generation", saved.seen ? Json(saved.seen->generation) : Json(nullptr)},
          {"statements", saved.batch_of.size()},
          {"reported", reported_of(saved)}};
}

}  // namespace

void render_batches_text(const std::vector<ReportedBatch>& batches, const TextStyle& style, std::string& out) {
  for (const ReportedBatch& one : batches) {
    if (batches.size() > 1 || one.repeated) {
      out += "── batch " + std::to_string(one.number) + ", " + one.asked +
             (one.repeated ? ", reported again: the run before did not end" : "") + " ──\n\n";
    }
    for (const Hit& hit : one.statements.hits) render_hit_text(hit, one.statements, style, out);
    out += counted(one.statements.total_statements, "new statement") + ".\n";
  }
}

void render_batches_json(const SavedSearch& saved, const std::vector<ReportedBatch>& batches, std::string& out) {
  Json json = {{"api_version", kJsonApiVersion}, {"saved", saved_json(saved)}, {"batches", Json::array()}};
  for (const ReportedBatch& one : batches) {
    Json hits = Json::array();
    for (const Hit& hit : one.statements.hits) hits.push_back(hit_json(hit, false));
    json["batches"].push_back(
        {{"batch", one.number}, {"asked", one.asked}, {"repeated", one.repeated}, {"hits", std::move(hits)}});
  }
  out += dump(json) + "\n";
}

void render_saved_text(const std::vector<SavedSearch>& searches, const std::string& folder, const TextStyle& style,
                       std::string& out) {
  constexpr std::size_t kIndent = 4;
  for (const SavedSearch& saved : searches) {
    out += saved.name + "\n";
    const std::string asked = saved.last_batch() == 0 ? "nothing reported yet"
                                                      : counted(reported_of(saved), "statement") + " reported, last " +
                                                            saved.asked(saved.last_batch());
    for (const std::string& line : {query_of(saved), "saved " + saved.created + ", " + asked, saved.index}) {
      Wrapper lines(style.width, kIndent, out);
      lines.add(line);
      lines.finish();
    }
  }
  out +=
      grouped(searches.size()) + (searches.size() == 1 ? " saved search in " : " saved searches in ") + folder + ".\n";
}

void render_saved_json(const std::vector<SavedSearch>& searches, const std::string& folder, std::string& out) {
  Json json = {{"api_version", kJsonApiVersion}, {"folder", folder}, {"saved", Json::array()}};
  for (const SavedSearch& saved : searches) json["saved"].push_back(saved_json(saved));
  out += dump(json) + "\n";
}

}  // namespace communique::searcher
