// SPDX-License-Identifier: GPL-3.0-or-later
// Two texts as one, with what differs in brackets: `[-stands in the first-] {+stands in the second+}`.
#pragma once

#include <string_view>
#include <vector>

#include "searcher/render/palette.h"
#include "searcher/render/wrap.h"
#include "searcher/text_diff.h"

namespace communique::searcher {

/// `runs` are of these two texts. With `shorten` only some words of a long equal stretch are shown.
struct InlineDiff {
  std::string_view left;
  std::string_view right;
  const std::vector<DiffRun>& runs;
  bool shorten = false;
};

void add_inline_diff(const InlineDiff& diff, const Palette& palette, Wrapper& lines);

}  // namespace communique::searcher
