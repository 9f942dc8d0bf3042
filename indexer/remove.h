// SPDX-License-Identifier: GPL-3.0-or-later
// One run of `communique-indexer delete`: statements leave the index by id.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace communique::indexer {

struct RemoveSummary {
  std::uint64_t deleted = 0;
  std::vector<std::string> unknown;  ///< ids the index does not hold
  std::uint64_t generation = 0;
};

/// Deletes the statements with these ids and publishes. An id that is not there is reported, not an error.
/// Throws Error as IndexWriter does.
RemoveSummary remove_statements(const std::filesystem::path& index, const std::vector<std::string>& ids);

}  // namespace communique::indexer
