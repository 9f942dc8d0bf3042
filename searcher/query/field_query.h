// SPDX-License-Identifier: GPL-3.0-or-later
// Field clauses as Xapian queries, by the prefixes of schema/terms.h.
#pragma once

#include "searcher/query/compile_state.h"

namespace communique::searcher {

/// A filter. A leader's name that nobody knows is matched as printed, with a notice: as words of the text it ranks.
Piece field_piece(CompileState& state, const FieldClause& clause, const SourceSpan& span);

/// leader:, speaker:, said-by: and mentions:.
Piece leader_piece(CompileState& state, const FieldClause& clause, const SourceSpan& span);

/// True for an id: clause that names one passage ("ID#3") and no statement.
bool is_passage_id(OpenIndex& index, const FieldClause& clause);

}  // namespace communique::searcher
