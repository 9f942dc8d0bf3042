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
  /// Statements reported together are a batch. Batch 0 is what matched when the search was saved, and is never
  /// reported. Batches up to this one were written as a whole; a run that ended early leaves it behind.
  std::uint64_t delivered = 0;
  /// Batch by statement id, of every statement that ever matched: what is in here is not reported again.
  std::map<std::string, std::uint64_t, std::less<>> batch_of;
  std::map<std::uint64_t, std::string> asked_at;  ///< UTC, by batch number from 1: when it was put together

  /// Number of the last batch; 0 if there was none yet.
  std::uint64_t last_batch() const { return asked_at.empty() ? 0 : asked_at.rbegin()->first; }
  /// When a batch was put together; when the search was saved for batch 0.
  const std::string& asked(std::uint64_t batch) const {
    const auto found = asked_at.find(batch);
    return found == asked_at.end() ? created : found->second;
  }
};

/// The search that a name stands for, with what makes it match as when it was saved.
SearchRequest request_of(const SavedSearch& saved);

/// As it is kept in a file.
std::string to_json(const SavedSearch& saved);
/// Throws Error(Io) naming `file` if it is not what to_json() writes.
SavedSearch parse_saved_search(std::string_view json, const std::string& file);

}  // namespace communique::searcher
