// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/http/pages/timeline_bars.h"

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

#include "searcher/http/pages/layout.h"
#include "searcher/http/parameters.h"
#include "searcher/http/target.h"

namespace communique::searcher::http::pages {
namespace {

constexpr std::size_t kWidth = 1000;
constexpr std::size_t kHeight = 100;
constexpr std::size_t kLabels = 8;  ///< at most, below the bars

/// The search narrowed to a period: a year, or a month or day as a span of dates.
std::string narrowed(const Request& request, const std::string& period) {
  std::vector<Parameter> parameters = search_parameters(request);
  for (const char* name : {"year", "from", "to"}) parameters = without(std::move(parameters), name);
  if (period.size() == 4) return make_target("/", with(std::move(parameters), "year", period));
  return make_target("/", with(with(std::move(parameters), "from", period), "to", period));
}

std::string tenths(double value) {
  const auto whole = static_cast<std::int64_t>(value * 10 + 0.5);
  return std::to_string(whole / 10) + "." + std::to_string(whole % 10);
}

}  // namespace

Json timeline_model(const Request& request, const Json& timeline) {
  if (timeline.size() < 2) return nullptr;
  std::uint64_t most = 1;
  for (const Json& period : timeline) most = std::max(most, period.at("statements").get<std::uint64_t>());
  const double step = static_cast<double>(kWidth) / static_cast<double>(timeline.size());
  const std::size_t every = (timeline.size() + kLabels - 1) / kLabels;
  Json bars = Json::array();
  Json labels = Json::array();
  for (std::size_t i = 0; i < timeline.size(); ++i) {
    const Json& period = timeline[i];
    const std::string name = period.at("period");
    const std::uint64_t statements = period.at("statements");
    // A single statement among thousands is to be seen, too.
    const double share = static_cast<double>(statements) / static_cast<double>(most);
    const double height = statements == 0 ? 0 : std::max(2.0, share * static_cast<double>(kHeight));
    const double left = step * static_cast<double>(i);
    bars.push_back({{"period", name},
                    {"x", tenths(left + step * 0.1)},
                    {"hit_x", tenths(left)},
                    {"w", tenths(step * 0.8)},
                    {"hit_w", tenths(step)},
                    {"y", tenths(static_cast<double>(kHeight) - height)},
                    {"h", tenths(height)},
                    {"count", number(period.at("statements"))},
                    {"total", number(period.at("total_statements"))},
                    {"counted", number(period.at("statements"), "statement")},
                    {"url", narrowed(request, name)}});
    if (i % every == 0) labels.push_back({{"label", name}, {"x", tenths(left + step / 2)}});
  }
  const std::string by = timeline.front().at("period").get<std::string>().size() == 4 ? "year" : "month";
  std::vector<Parameter> open = search_parameters(request);
  for (const char* name : {"year", "from", "to"}) open = without(std::move(open), name);
  return {{"width", kWidth},
          {"by", by},
          {"bars", bars},
          {"labels", labels},
          {"most", most},
          {"from", timeline.front().at("period")},
          {"to", timeline.back().at("period")},
          {"brush_url", make_target("/", open)},
          {"q", value_of(request, "q")}};
}

}  // namespace communique::searcher::http::pages
