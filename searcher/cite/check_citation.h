// SPDX-License-Identifier: GPL-3.0-or-later
// Does the cited text still stand in its source, as indexed now? By the text's hash, so that a citation outlives
// another cutting into passages, and everything else that leaves the text as it is.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "searcher/cite/read_citations.h"
#include "searcher/open_index.h"
#include "searcher/text_diff.h"

namespace communique::searcher {

enum class CitationState {
  Unchanged,  ///< word for word, at its place
  Moved,      ///< word for word, at another place of the statement
  Changed,    ///< the statement is there and does not hold the text
  Gone,       ///< no such statement
  Damaged,    ///< its note can not be read
  Nothing,    ///< an item without a note: nothing to check
};

struct CheckedCitation {
  std::string label;  ///< of the item it stands in; may be empty
  CitationState state = CitationState::Nothing;
  FoundNote cited;
  std::optional<TextPlace> now;      ///< where the text stands, unless the whole statement is cited
  bool statement_changed = false;    ///< the text stands, and something else in the statement is not as it was
  std::string nearest;               ///< Changed, and the text was stored: what is most like it now; may be empty
  std::vector<DiffRun> differences;  ///< of the stored text (left) and `nearest` (right)

  bool stands() const { return state == CitationState::Unchanged || state == CitationState::Moved; }
};

/// One for each note, and one for each item without any; in order.
std::vector<CheckedCitation> check_citations(OpenIndex& index, const std::vector<ReadCitation>& citations);

}  // namespace communique::searcher
