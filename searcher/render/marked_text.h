// SPDX-License-Identifier: GPL-3.0-or-later
// A piece of a text on a terminal with what matched in it marked.
#pragma once

#include <string_view>
#include <vector>

#include "searcher/render/excerpt.h"
#include "searcher/render/palette.h"
#include "searcher/render/wrap.h"

namespace communique::searcher {

/// Adds `range` of the text with its matches marked.
void add_marked(Wrapper& lines, std::string_view text, TextRange range, const std::vector<Highlight>& highlights,
                const Palette& palette);

}  // namespace communique::searcher
