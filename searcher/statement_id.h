// SPDX-License-Identifier: GPL-3.0-or-later
// Which statement or passage does an id on the command line name, and if none, which id was meant?
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/open_index.h"

namespace communique::searcher {

/// A live statement, or one passage of it.
struct NamedStatement {
  DocumentPlace head;
  std::uint32_t passage = 0;  ///< as written after '#', not checked against the statement; 0: the whole statement
};

/// Of "ID" or "ID#NUMBER"; an id may hold '#' itself, so the whole is looked up first. nullopt if there is none.
std::optional<NamedStatement> look_up(OpenIndex& index, std::string_view id);

/// Ids of live statements that were perhaps meant: in another case, with more before or after them, or misspelt. The
/// nearest first, at most `limit`. Reads every id of the index.
std::vector<std::string> nearest_ids(OpenIndex& index, std::string_view id, std::size_t limit = 3);

/// Looks up what exists, passage and all. What is wrong otherwise is told in `wrong`.
std::optional<NamedStatement> look_up_or_tell(OpenIndex& index, const std::string& id, std::string& wrong);

/// `No statement or passage has the id "x". Did you mean y or z?`
std::string unknown_id(OpenIndex& index, const std::string& id);

}  // namespace communique::searcher
