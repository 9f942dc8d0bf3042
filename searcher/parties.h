// SPDX-License-Identifier: GPL-3.0-or-later
// Between whom is the event that a statement tells of?
#pragma once

#include <string>
#include <vector>

#include "searcher/open_index.h"

namespace communique::searcher {

/// Who takes part in what each of these statements tells of, as `between:` finds it: countries' alpha-3 codes and leaders'
/// ids, ascending. Documents have no lists of their terms, so each party of the index is asked for these statements.
std::vector<std::vector<std::string>> parties_of(OpenIndex& index, const std::vector<DocumentPlace>& heads);

}  // namespace communique::searcher
