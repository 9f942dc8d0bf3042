// SPDX-License-Identifier: GPL-3.0-or-later
// Each match with the words around it, one line a match (KWIC): in which order, in which groups, all or a sample?
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/count/facets.h"
#include "searcher/listing/byte_sink.h"
#include "searcher/listing/columns.h"
#include "searcher/matches/match_walk.h"

namespace communique::searcher {

enum class LineOrder {
  Date,      ///< oldest first: lines are handed on as they are found
  DateDown,  ///< newest first; likewise
  Left,      ///< by the words before the match, the nearest first
  Right,     ///< by the words after it
  Match,     ///< by the words of the match
};

struct ConcordanceRequest {
  std::string query;  ///< as typed, for the column of that name
  LineOrder order = LineOrder::Date;
  unsigned word = 0;  ///< Left, Right: 0 by the words from the match outwards; n: by the nth alone, at most kSortWords
  std::optional<FacetField> group;
  std::size_t sample = 0;  ///< so many lines, any of them as likely as any other; 0: all
  std::uint64_t seed = 1;
  std::size_t context = 10;  ///< words on each side
  std::size_t limit = 0;     ///< lines handed on; 0: all
  std::size_t offset = 0;    ///< lines left out first
};

/// By so many words lines are sorted; then by date.
inline constexpr unsigned kSortWords = 4;

struct LineGroup {
  std::string label;  ///< empty: nothing is known
  std::uint64_t lines = 0;
};

struct ConcordanceCounts {
  std::uint64_t lines = 0;   ///< found; with a limit and nothing to sort by, those up to it
  std::uint64_t listed = 0;  ///< handed on
  bool all_counted = true;   ///< false: there may be more than `lines`
  bool reader_left = false;
  std::vector<LineGroup> groups;  ///< in the order of the list
};

/// How lines become bytes. A line is made when it is found and may wait, so it knows nothing of its place.
class LineRenderer {
 public:
  virtual ~LineRenderer() = default;
  virtual unsigned needs() const = 0;  ///< of needs::, for its columns
  virtual void append_line(const TableRow& row, std::string& out) = 0;
  virtual void append_begin(std::string&) {}
  /// Before the lines of a group.
  virtual void append_heading(const LineGroup&, std::string&) {}
  /// A line made before; `group` is null where there are none.
  virtual void append_made(std::string_view line, const std::string* group, std::string& out) {
    static_cast<void>(group);
    out += line;
  }
  virtual void append_end(const ConcordanceCounts&, std::string&) {}
};

/// Hands the lines of all matching passages on. Where they are sorted, sampled or grouped, memory holds about 32 bytes
/// a line, and lines beyond 64 MB wait in a temporary file. Requires: `matches.marked` is not empty. Throws Error,
/// which says how far the output got.
ConcordanceCounts write_concordance(OpenIndex& index, const MatchSet& matches, const ConcordanceRequest& request,
                                    LineRenderer& renderer, const ByteSink& sink);

}  // namespace communique::searcher
