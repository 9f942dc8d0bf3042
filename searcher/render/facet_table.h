// SPDX-License-Identifier: GPL-3.0-or-later
// A facet as a table on a terminal.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "searcher/count/facets.h"

namespace communique::searcher {

/// Lines of at most `width` columns where that leaves room for a name; no control characters. One row for each value,
/// one for all that are not listed, one for what has none.
std::string facet_table(const Facet& facet, std::size_t width);

/// What a statement without a value is called: "(undated)".
std::string_view name_of_none(FacetField field);

}  // namespace communique::searcher
