// SPDX-License-Identifier: GPL-3.0-or-later
// Where results go: standard output, in large writes, with a reader who may leave at any time.
#pragma once

#include <cstddef>
#include <string_view>

#include "schema/error.h"
#include "searcher/render/render.h"

namespace communique::searcher {

/// Writes all of it to standard output. False if the reader is gone (a closed pipe), which is no failure.
/// Throws Error(Io).
bool write_out(std::string_view bytes);

/// Writes a message for the user to standard error, without what could steer the terminal.
void write_error(std::string_view message);

/// "communique-searcher: MESSAGE", and the hint on a line of its own.
void report(const Error& error);

/// The message, the query with a caret under what it is about, and the hint. `error.offset` counts bytes of `text`.
void report_query_error(std::string_view text, const ValueError& error);

/// Colour if standard output is a terminal that has it and $NO_COLOR is not set; its width, or $COLUMNS, or 80.
TextStyle terminal_style();

/// The whole width of the terminal, or $COLUMNS, or 80; at least 20. For lines that are no prose.
std::size_t line_width();

}  // namespace communique::searcher
