// SPDX-License-Identifier: GPL-3.0-or-later
// Which gazetteer does a run use? The built-in one, with the user's file where --gazetteer names one, and otherwise
// with the user's entries the index was last built with.
#pragma once

#include <filesystem>
#include <string>

#include "schema/gazetteer.h"

namespace communique::indexer {

struct GazetteerChoice {
  schema::Gazetteer gazetteer;
  std::string json;  ///< as the index keeps it: the merged leaders, and the user's entries apart for the next run
};

/// `file` may be empty; `stored` is the gazetteer the live generation keeps, or empty. Throws Error(Usage, Input).
GazetteerChoice choose_gazetteer(const std::filesystem::path& file, const std::string& stored);

}  // namespace communique::indexer
