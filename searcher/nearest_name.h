// SPDX-License-Identifier: GPL-3.0-or-later
// Which name was meant? For options, commands, columns: short lists of names that are typed by hand.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace communique::searcher {

/// The nearest of some names to a misspelt one; empty if none is near.
std::string nearest_name(std::string_view misspelt, const std::vector<std::string>& names);

}  // namespace communique::searcher
