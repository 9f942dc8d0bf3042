// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/http/pages/chips.h"

#include <algorithm>
#include <array>
#include <utility>

#include "schema/countries.h"
#include "schema/utf8.h"
#include "searcher/http/pages/layout.h"
#include "searcher/http/target.h"

namespace communique::searcher::http::pages {
namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 9> kFilters = {{{"leader", "involving"},
                                                                                    {"said_by", "said by"},
                                                                                    {"speaker", "speaker"},
                                                                                    {"country", "country"},
                                                                                    {"year", "year"},
                                                                                    {"from", "from"},
                                                                                    {"to", "to"},
                                                                                    {"lang", "language"},
                                                                                    {"type", "type"}}};

/// "vladimir-putin" as a reader would write it; what is no id stays as it is.
std::string readable(std::string_view name, const std::string& value) {
  if (name == "country") {
    const schema::Country* const country = schema::find_country(value);
    return country != nullptr ? country->name : value;
  }
  const bool is_id = value.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == std::string::npos;
  if ((name != "said_by" && name != "leader" && name != "speaker") || !is_id) return value;
  std::string text = value;
  bool starts = true;
  for (char& c : text) {
    if (starts && c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    starts = c == '-';
    if (starts) c = ' ';
  }
  return text;
}

}  // namespace

Json chips_model(const Request& request) {
  const std::vector<Parameter> parameters = search_parameters(request);
  const std::string path = request.path.starts_with("/statement/") ? "/" : request.path;
  Json chips = Json::array();
  for (std::size_t i = 0; i < parameters.size(); ++i) {
    const auto* const filter = std::find_if(kFilters.begin(), kFilters.end(),
                                            [&](const auto& row) { return row.first == parameters[i].name; });
    if (filter == kFilters.end()) continue;
    std::vector<Parameter> others = parameters;
    others.erase(others.begin() + static_cast<std::ptrdiff_t>(i));
    chips.push_back({{"label", filter->second},
                     {"value", readable(filter->first, parameters[i].value)},
                     {"url", make_target(path, others)}});
  }
  return chips;
}

}  // namespace communique::searcher::http::pages
