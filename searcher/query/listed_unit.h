// SPDX-License-Identifier: GPL-3.0-or-later
// Does a query list passages or whole statements?
#pragma once

#include "searcher/open_index.h"
#include "searcher/query/compile.h"
#include "searcher/query/tree.h"

namespace communique::searcher {

/// Passages if some clause that is asked for is about a passage; statements if all are about whole ones.
Unit listed_unit(OpenIndex& index, const QueryNode& node);

}  // namespace communique::searcher
