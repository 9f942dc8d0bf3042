// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/query/spelling.h"

#include <algorithm>
#include <vector>

#include "searcher/query/glyph.h"

namespace communique::searcher {

std::u32string code_points(std::string_view text) {
  std::u32string points;
  for (std::size_t offset = 0; offset < text.size();) {
    const std::size_t bytes = std::max<std::size_t>(glyph_at(text, offset).bytes, 1);
    char32_t point = 0;
    for (std::size_t i = 0; i < bytes; ++i) point = point << 8 | static_cast<unsigned char>(text[offset + i]);
    points += point;  // the bytes side by side: as good as the number, for telling letters apart
    offset += bytes;
  }
  return points;
}

std::size_t spelling_distance(std::u32string_view a, std::u32string_view b, std::size_t most) {
  if (std::max(a.size(), b.size()) - std::min(a.size(), b.size()) > most) return most + 1;
  std::vector<std::size_t> before(b.size() + 1);
  std::vector<std::size_t> last(b.size() + 1);
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    std::size_t least = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0U : 1U)});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) row[j] = std::min(row[j], before[j - 2] + 1);
      least = std::min(least, row[j]);
    }
    if (least > most) return most + 1;
    std::swap(before, last);
    std::swap(last, row);
  }
  return last[b.size()];
}

std::size_t allowed_distance(std::size_t letters) { return letters <= 2 ? 0 : letters <= 5 ? 1 : 2; }

}  // namespace communique::searcher
