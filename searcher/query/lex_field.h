// SPDX-License-Identifier: GPL-3.0-or-later
// What stands behind a field's colon? Parts of the lexer.
#pragma once

#include <string_view>

#include "searcher/query/lex.h"
#include "searcher/query/lex_word.h"

namespace communique::searcher {

/// Finds the field of a name that was typed before a colon; an unknown one fails with the nearest known.
bool known_field(std::string_view name, std::size_t offset, LexContext& context, Token& token);

/// Reads the value at `offset`: a word, a quoted value, a list in parentheses, a date range in brackets. Returns the
/// offset behind it.
std::size_t lex_value(std::string_view text, std::size_t offset, LexContext& context, Token& token);

}  // namespace communique::searcher
