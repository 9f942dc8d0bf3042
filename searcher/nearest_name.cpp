// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/nearest_name.h"

#include "schema/edit_distance.h"

namespace communique::searcher {
std::string nearest_name(std::string_view misspelt, const std::vector<std::string>& names) {
  if (misspelt.size() > 40) return {};
  std::string best;
  std::size_t best_distance = misspelt.size() / 3 + 2;
  for (const std::string& name : names) {
    // "--lim" for "--limit": what was typed may just be unfinished.
    const std::size_t distance =
        misspelt.size() >= 2 && name.starts_with(misspelt) ? 1 : schema::edit_distance(misspelt, name);
    if (distance >= best_distance || distance >= name.size()) continue;
    best = name;
    best_distance = distance;
  }
  return best;
}

}  // namespace communique::searcher
