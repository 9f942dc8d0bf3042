// SPDX-License-Identifier: GPL-3.0-or-later
// A search with a name, and what has been reported of it.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "searcher/search.h"

namespace communique::searcher {

/// A state of an index, to see whether it has changed.
struct IndexState {
  std::uint64_t generation = 0;
  std::string created;  ///< of the generation: an index made anew counts from 1 again
  bool operator==(const IndexState&) const = default;
};

/// Statements that were reported together. Batch 0 is what matched when the search was saved, and is never reported.
struct Batch {
  std::uint64_t number = 0;
  std::string asked;  ///< UTC: when it was put together
};

struct SavedSearch {
  std::string name;
  std::string uuid;  ///< names its feed
  std::string query;
  std::string filters;  ///< as SearchRequest::parse.filters
  MatchMode match = MatchMode::Auto;
  bool strict = false;
  bool exact_names = false;
  std::string index;    ///< absolute path
  std::string created;  ///< UTC

  std::optional<IndexState> seen;  ///< the index when all that matches was last gathered
  Batch last;                      ///< the last batch, 0 if none was reported yet
  std::uint64_t delivered =
      0;  ///< batches up to this one were written as a whole; a run that ended early leaves it behind
  /// Batch by statement id, of every statement that ever matched: what is in here is not reported again.
  std::map<std::string, std::uint64_t, std::less<>> batch_of;
  std::map<std::uint64_t, std::string> asked_at;  ///< by batch number, from 1
};

/// The search that a name stands for, with what makes it match as when it was saved.
SearchRequest request_of(const SavedSearch& saved);

/// As it is kept in a file.
std::string to_json(const SavedSearch& saved);
/// Throws Error(Io) naming `file` if it is not what to_json() writes.
SavedSearch parse_saved_search(std::string_view json, const std::string& file);

}  // namespace communique::searcher
