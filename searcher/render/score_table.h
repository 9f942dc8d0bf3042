// SPDX-License-Identifier: GPL-3.0-or-later
// What a hit's score is the sum of, as a small table below it.
#pragma once

#include <cstddef>
#include <string>

#include "searcher/search.h"

namespace communique::searcher {

/// One line for each part, the figures under one another; empty if the hit's score is not explained.
std::string score_table(const Hit& hit, std::size_t width, std::size_t indent);

}  // namespace communique::searcher
