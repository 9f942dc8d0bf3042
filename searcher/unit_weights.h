// SPDX-License-Identifier: GPL-3.0-or-later
// What should weigh differently where passages are single sentences or turns of a dialogue, and where they are whole
// paragraphs? Decided by their mean length, so that it needs no setting.
#pragma once

#include "searcher/open_index.h"

namespace communique::searcher {

struct UnitWeights {
  double length_pull = 0;     ///< BM25's b, 0 to 1: how much a long passage's words count less
  double function_words = 0;  ///< weight of a function word beside others, as a share of its own
};

/// For passages of so many words on average.
UnitWeights unit_weights(double mean_length);
/// For all passages of the index, so that a filter by date does not change them.
UnitWeights unit_weights(OpenIndex& index);

}  // namespace communique::searcher
