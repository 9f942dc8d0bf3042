// SPDX-License-Identifier: GPL-3.0-or-later
// Every match as a row, not a page of them: streamed, whatever their number.
#pragma once

#include <cstdint>
#include <optional>

#include "searcher/listing/byte_sink.h"
#include "searcher/listing/row_writer.h"
#include "searcher/matches/match_walk.h"

namespace communique::searcher {

struct RowsRequest {
  std::string query;  ///< as typed, for the column of that name
  WalkOrder order = WalkOrder::DateAscending;
  RowFormat format = RowFormat::Csv;
  std::optional<Columns> columns;  ///< none: JSON Lines of whole hits, as a page has them
};

/// Hands all matches on, in memory that does not grow with their number; a passage each, or a statement each where
/// statements are listed (at its first matching passage). True: to the end; false: the reader left.
/// Throws Error, which says how far the output got.
bool write_rows(OpenIndex& index, const MatchSet& matches, const RowsRequest& request, const ByteSink& sink);

}  // namespace communique::searcher
