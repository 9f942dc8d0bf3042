// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/nearest_name.h"

#include <algorithm>
#include <numeric>

namespace communique::searcher {
namespace {

/// Levenshtein distance with two rows; names are short.
std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 0; i < a.size(); ++i) {
    std::size_t diagonal = row[0]++;
    for (std::size_t j = 0; j < b.size(); ++j) {
      const std::size_t replaced = diagonal + (a[i] == b[j] ? 0 : 1);
      diagonal = row[j + 1];
      row[j + 1] = std::min({row[j] + 1, row[j + 1] + 1, replaced});
    }
  }
  return row.back();
}

}  // namespace

std::string nearest_name(std::string_view misspelt, const std::vector<std::string>& names) {
  if (misspelt.size() > 40) return {};
  std::string best;
  std::size_t best_distance = misspelt.size() / 3 + 2;
  for (const std::string& name : names) {
    // "--lim" for "--limit": what was typed may just be unfinished.
    const std::size_t distance = misspelt.size() >= 2 && name.starts_with(misspelt) ? 1 : edit_distance(misspelt, name);
    if (distance >= best_distance || distance >= name.size()) continue;
    best = name;
    best_distance = distance;
  }
  return best;
}

}  // namespace communique::searcher
