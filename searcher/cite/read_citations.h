// SPDX-License-Identifier: GPL-3.0-or-later
// Which citations does a bibliography, or any other text, hold?
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "searcher/cite/note.h"

namespace communique::searcher {

/// An item of a bibliography.
struct ReadCitation {
  std::string label;             ///< its key; empty in a text that is no bibliography
  std::vector<FoundNote> notes;  ///< none: it does not say what was cited
};

/// Of CSL-JSON, BibTeX and RIS one for each item, whoever wrote it; of another text, one for each note in it. Empty if
/// there is none.
std::vector<ReadCitation> read_citations(std::string_view text);

}  // namespace communique::searcher
