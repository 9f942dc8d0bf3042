// SPDX-License-Identifier: GPL-3.0-or-later
// Malformed queries: parentheses without partner and operators without operands are mended, and each repair said.
#pragma once

#include <vector>

#include "searcher/query/lex.h"

namespace communique::searcher {

/// Tokens of which every Open has its Close, no deeper than kDepth, and every binary operator an operand on both sides.
/// Fails if they are nested deeper.
std::vector<Token> mend(std::vector<Token> tokens, Diagnosis& diagnosis);

}  // namespace communique::searcher
