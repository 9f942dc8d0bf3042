// SPDX-License-Identifier: GPL-3.0-or-later
// What do the entries of a file of leaders say, one by one? Internal to schema/.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "schema/gazetteer.h"

namespace communique::schema {

/// An entry as it stands in the file; what it does not have is empty.
struct LeaderEntry {
  Leader leader;
  bool has_gender = false;
  bool replace = false;
};

/// Throws Error(Usage) that names the file, the entry, the field and the reason.
using EntryProblem = std::function<void(std::string_view field, std::string_view reason)>;

/// Calls `take` for every entry of the JSON array `text`, in order. `file` is what messages call it. Streams: nothing
/// but the entry at hand is kept, which halves the time a tree of the whole file would take.
/// Throws Error(Usage) at what is not as docs/gazetteer.md says.
void read_entries(std::string_view text, std::string_view file,
                  const std::function<void(LeaderEntry&&, const EntryProblem&)>& take);

/// Reports what a leader lacks: a proper id, a name, a tenure.
void check_complete(const Leader& leader, const EntryProblem& problem);

}  // namespace communique::schema
