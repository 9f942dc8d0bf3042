// SPDX-License-Identifier: GPL-3.0-or-later
// Where does what one person says end?
#pragma once

#include <string_view>

#include "corpus/span.h"

namespace communique::corpus {

/// What is said from `from.start` until `from.end` at most: without white space around it, not beyond a line of stars,
/// and without what closes a transcript ("END 3:15 P.M. EDT", "(The briefing was concluded at 2:10 p.m.)").
Span turn_body(std::string_view text, Span from);

/// True if the text ends as sentences and stage directions do.
bool ends_as_sentence(std::string_view text);

/// True if nothing is said: empty, or all of it in brackets.
bool is_stage_direction(std::string_view text);

}  // namespace communique::corpus
