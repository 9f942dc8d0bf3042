// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/render/marked_text.h"

#include <algorithm>

namespace communique::searcher {

void add_marked(Wrapper& lines, std::string_view text, TextRange range, const std::vector<Highlight>& highlights,
                const Palette& palette) {
  std::size_t at = range.start;
  for (const Highlight& one : highlights) {
    if (one.end <= range.start || one.start >= range.end) continue;
    const std::size_t start = std::max<std::size_t>(one.start, at);
    const std::size_t end = std::min<std::size_t>(one.end, range.end);
    lines.add(text.substr(at, start - at));
    lines.add_code(palette.match);
    lines.add(text.substr(start, end - start));
    lines.add_code(palette.end);
    at = end;
  }
  lines.add(text.substr(at, range.end - at));
}

}  // namespace communique::searcher
