// SPDX-License-Identifier: GPL-3.0-or-later
// A concordance for people (lines aligned on the match), for spreadsheets, and for programs.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "searcher/concordance/concordance.h"
#include "searcher/listing/row_writer.h"

namespace communique::searcher {

struct KwicStyle {
  bool colour = false;
  std::size_t width = 80;          ///< columns, at least 20
  std::optional<Columns> columns;  ///< shown before each line; none: date and passage as far as there is room
  std::optional<FacetField> group;
};

/// One line of text per match, the matches under one another, whatever the script. Wide characters take two columns,
/// combining marks none; text that is written from right to left is kept apart by Unicode isolates, so that a terminal
/// does not move it across the match.
std::unique_ptr<LineRenderer> kwic_text(const KwicStyle& style);
/// So many words on each side fill a line of this width.
std::size_t kwic_words(std::size_t width);

/// Rows of columns; with groups a first column named after the field.
std::unique_ptr<LineRenderer> kwic_rows(RowFormat format, const Columns& columns, std::optional<FacetField> group);

/// One JSON object; docs/json-api.md. `matches` must outlive the renderer.
std::unique_ptr<LineRenderer> kwic_json(const MatchSet& matches, std::string query, const Columns& columns,
                                        std::optional<FacetField> group);

/// The end of a text that fits so many columns, cut before a word where one begins; padded with blanks on the left.
std::string fitted_left(std::string_view text, std::size_t columns);
/// The beginning of a text that fits, cut after a word where one ends.
std::string fitted_right(std::string_view text, std::size_t columns);

}  // namespace communique::searcher
