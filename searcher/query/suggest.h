// SPDX-License-Identifier: GPL-3.0-or-later
// Which other query might the user have meant, or want next? Only such as find something are proposed.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/open_index.h"
#include "searcher/query/compile.h"

namespace communique::searcher {

/// A query and how it is read; what is proposed is read alike, so it finds something under the same filters.
struct Asked {
  std::string_view text;
  const ParsedQuery& query;  ///< of `text` and the filters in `parse`
  ParseOptions parse{};
  CompileOptions compile{};
  bool few_hits = true;  ///< fewer than a page
  bool no_hits = false;  ///< none, and none with some of the words
};

/// "Did you mean": the query text with words that no passage holds replaced by near ones, nearest first: of the index's
/// own vocabulary and of leaders' names. Leaders' names in fields are mended too, and where there are few hits a word
/// that is hardly in the index and looks like a leader's surname. Where there is none, a word that names a type of
/// statement ("call") is proposed as that filter. Empty if there is nothing to propose.
std::vector<std::string> suggest(const Asked& asked, OpenIndex& index, std::size_t limit = 3);

/// A query about what one leader says.
struct SpeakerSuggestion {
  std::string name;   ///< of the leader
  std::string query;  ///< `said-by:putin olympics`
};

/// For a query whose plain words name exactly one leader among other words: the others, as said by that leader. A name
/// alone is no filter: in most queries with one the leader is only talked about.
std::optional<SpeakerSuggestion> suggest_speaker(const Asked& asked, OpenIndex& index);

/// True if some passage or statement of the index matches, or, with `filter`, has that term as well.
bool finds_something(const std::string& text, const Asked& asked, OpenIndex& index, const std::string& filter = {});

}  // namespace communique::searcher
