// SPDX-License-Identifier: GPL-3.0-or-later
// NEAR, ADJ and /s as Xapian queries.
#pragma once

#include "searcher/query/compile_state.h"

namespace communique::searcher {

/// Words within `distance` of one another: a chain of k words spans at most distance + k - 1 positions, as in Xapian.
/// A phrase as operand is exact, but may stand elsewhere in the passage than the words of it that are near.
Piece near_piece(CompileState& state, const NearClause& clause, const SourceSpan& span);

/// All operands in one sentence: nearer than the gap that the index leaves between sentences.
Piece same_sentence_piece(CompileState& state, const SameSentenceClause& clause, const SourceSpan& span);

}  // namespace communique::searcher
