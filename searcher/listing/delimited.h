// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of cells as CSV for spreadsheets and TSV for scripts.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace communique::searcher {

enum class Delimiter { Comma, Tab };

/// Appends one cell. Comma: quoted as RFC 4180 wants it, and none begins as a spreadsheet formula does. Tab: tabs and
/// line ends become spaces.
void append_cell(std::string_view cell, Delimiter delimiter, std::string& out);

/// Appends one row of cells and its end.
void append_row(std::span<const std::string_view> cells, Delimiter delimiter, std::string& out);

}  // namespace communique::searcher
