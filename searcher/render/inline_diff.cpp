// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/render/inline_diff.h"

#include <string>

namespace communique::searcher {
namespace {

/// Words of a long equal stretch that are shown beside what differs.
constexpr std::size_t kShownWords = 8;

std::size_t after_words(std::string_view text, std::size_t words) {
  std::size_t at = 0;
  for (; words > 0 && at != std::string_view::npos; --words) at = text.find(' ', at + 1);
  return at;
}

std::size_t before_words(std::string_view text, std::size_t words) {
  std::size_t at = text.size();
  for (; words > 0 && at != std::string_view::npos && at > 0; --words) at = text.rfind(' ', at - 1);
  return at;
}

/// `first`, `last`: nothing that differs stands before it, or behind it.
std::string shortened_stretch(std::string_view text, bool first, bool last) {
  const std::size_t head = after_words(text, kShownWords);
  const std::size_t tail = before_words(text, kShownWords);
  if (head == std::string_view::npos || tail == std::string_view::npos || tail <= head) return std::string(text);
  std::string shown = first ? "" : std::string(text.substr(0, head)) + " ";
  shown += "…";
  if (!last) shown += text.substr(tail);
  return shown;
}

}  // namespace

void add_inline_diff(const InlineDiff& diff, const Palette& palette, Wrapper& lines) {
  for (const DiffRun& run : diff.runs) {
    const bool left = run.side == DiffSide::Left;
    const schema::Extent extent = left ? run.left : run.right;
    const std::string_view words = (left ? diff.left : diff.right).substr(extent.start, extent.end - extent.start);
    if (run.side == DiffSide::Same) {
      const bool first = &run == &diff.runs.front();
      const bool last = &run == &diff.runs.back();
      lines.add(diff.shorten ? shortened_stretch(words, first, last) : std::string(words));
    } else {
      lines.add_code(left ? palette.removed : palette.added);
      lines.add((left ? "[-" : "{+") + std::string(words) + (left ? "-]" : "+}"));
      lines.add_code(palette.end);
    }
    lines.add(" ");
  }
}

}  // namespace communique::searcher
