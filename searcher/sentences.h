// SPDX-License-Identifier: GPL-3.0-or-later
// Which sentences does a passage, or a statement, hold?
#pragma once

#include <string>
#include <vector>

#include "schema/record.h"

namespace communique::searcher {

/// Each sentence of the passage without white space at its ends; none is empty. Ascending, without overlap.
std::vector<schema::Extent> sentences_of(const schema::PassageRecord& passage);

/// Their texts, of all passages in order.
std::vector<std::string> sentence_texts(const std::vector<schema::PassageRecord>& passages);

}  // namespace communique::searcher
