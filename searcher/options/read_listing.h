// SPDX-License-Identifier: GPL-3.0-or-later
// What `find` reads of a command line for rows: columns, all matches, a concordance.
#pragma once

#include "searcher/options/read_search.h"

namespace communique::searcher {

/// A concordance is asked for; it has a --sort, --limit and --offset of its own.
bool asks_for_kwic(const OptionReader& reader);

/// After the query, the format and, but for a concordance, the page are read.
void read_listing(const OptionReader& reader, Options& options);

}  // namespace communique::searcher
