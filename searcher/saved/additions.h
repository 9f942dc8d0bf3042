// SPDX-License-Identifier: GPL-3.0-or-later
// What matches a saved search now and has not been reported yet?
#pragma once

#include <string>
#include <vector>

#include "searcher/saved/saved_search.h"

namespace communique::searcher {

/// Ids of all statements that match a saved search, republished ones each for itself, in the order of the index. Reads
/// each one's record: some 15 microseconds a statement. An error is about the query.
Result<std::vector<std::string>> matching_ids(OpenIndex& index, const SearchRequest& request);

/// The state of the index, by which to see whether anything can have changed.
IndexState state_of(const OpenIndex& index);

/// Puts what matches and was never reported into a new batch of `saved`, not yet delivered; false if there is
/// none. Costs nothing where the index is as it was seen last.
Result<bool> gather_additions(OpenIndex& index, SavedSearch& saved);

/// The statements of the batches from `first` to `last` as hits, the latest batch first, in it newest first; at most
/// `most`. Those that are no longer in the index are left out. What matched is marked.
Result<SearchResult> reported(OpenIndex& index, const SavedSearch& saved, std::uint64_t first, std::uint64_t last,
                              std::size_t most);

}  // namespace communique::searcher
