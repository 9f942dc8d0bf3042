// SPDX-License-Identifier: GPL-3.0-or-later
// A timeline as data: rows for spreadsheets, keys for programs.
#include <array>
#include <string_view>

#include "searcher/render/timeline.h"

namespace communique::searcher {
namespace {

Json counts_json(const MatchCounts& counts) {
  return {{"statements", counts.statements}, {"passages", counts.passages}};
}

Json periods_json(const Timeline& timeline, const TimelineSeries& series) {
  Json periods = Json::array();
  for (std::size_t i = 0; i < timeline.periods.size(); ++i) {
    periods.push_back({{"period", timeline.periods[i]},
                       {"statements", series.counts[i].statements},
                       {"passages", series.counts[i].passages},
                       {"total_statements", timeline.statements_of[i]},
                       {"per_1000", per_thousand(timeline, series, i)}});
  }
  return periods;
}

Json date_or_null(const std::optional<schema::Date>& date) { return date ? Json(date->to_string()) : Json(nullptr); }

}  // namespace

void render_timeline_rows(const Timeline& timeline, Delimiter delimiter, std::string& out) {
  constexpr std::array<std::string_view, 7> kColumns = {
      "period", "start", "query", "statements", "passages", "total_statements", "per_1000"};
  append_row(kColumns, delimiter, out);
  for (std::size_t i = 0; i < timeline.periods.size(); ++i) {
    const std::string start = period_start(timeline.first + static_cast<std::int64_t>(i), timeline.unit).to_string();
    for (const TimelineSeries& series : timeline.series) {
      const std::string statements = std::to_string(series.counts[i].statements);
      const std::string passages = std::to_string(series.counts[i].passages);
      const std::string all = std::to_string(timeline.statements_of[i]);
      const std::string rate = Json(per_thousand(timeline, series, i)).dump();
      const std::array<std::string_view, kColumns.size()> cells = {
          timeline.periods[i], start, series.parsed, statements, passages, all, rate};
      append_row(cells, delimiter, out);
    }
  }
}

void add_timeline(const Timeline& timeline, Json& json) {
  json["timeline"] = periods_json(timeline, timeline.series.front());
  Json of = {{"by", to_string(timeline.unit)},
             {"index_from", date_or_null(timeline.index_from)},
             {"index_to", date_or_null(timeline.index_to)},
             {"rate_of", timeline.rate_of ? Json(*timeline.rate_of) : Json(nullptr)},
             {"undated", counts_json(timeline.series.front().undated)},
             {"less_precise", counts_json(timeline.series.front().coarser)},
             {"compare", Json::array()}};
  for (std::size_t i = 1; i < timeline.series.size(); ++i) {
    const TimelineSeries& series = timeline.series[i];
    of["compare"].push_back({{"query", series.query},
                             {"parsed", series.parsed},
                             {"total", counts_json(series.total)},
                             {"undated", counts_json(series.undated)},
                             {"less_precise", counts_json(series.coarser)},
                             {"timeline", periods_json(timeline, series)}});
  }
  json["timeline_of"] = std::move(of);
}

}  // namespace communique::searcher
