// SPDX-License-Identifier: GPL-3.0-or-later
// Which statement or passage does an id on the command line name, and if none, which id was meant?
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "searcher/open_index.h"

namespace communique::searcher {

/// A live statement, or one passage of it.
struct NamedStatement {
  DocumentPlace head;
  std::uint32_t passage = 0;  ///< as written after '#', not checked against the statement; 0: the whole statement
};

/// Of "ID" or "ID#NUMBER"; an id may hold '#' itself, so the whole is looked up first. nullopt if there is none.
std::optional<NamedStatement> look_up(OpenIndex& index, std::string_view id);

/// The same, for a passage that exists, too. Else `wrong` says what is wrong, and names ids that were perhaps meant;
/// that reads every id of the index.
std::optional<NamedStatement> look_up_or_tell(OpenIndex& index, const std::string& id, std::string& wrong);

}  // namespace communique::searcher
