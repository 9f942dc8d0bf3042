// SPDX-License-Identifier: GPL-3.0-or-later
// Which gazetteer does a run use? The built-in one, with the user's file where --gazetteer names one, and otherwise
// with the user's entries the index was last built with.
#pragma once

#include <filesystem>
#include <string>

#include "indexer/ledger.h"
#include "schema/gazetteer.h"

namespace communique::indexer {

struct GazetteerChoice {
  schema::Gazetteer gazetteer;
  std::string json;    ///< of the merged gazetteer, as the index keeps it for its readers
  UserGazetteer user;  ///< what was merged into the built-in one
};

/// `file` may be empty; `stored` is what the live generation remembers. Throws Error(Usage, Io).
GazetteerChoice choose_gazetteer(const std::filesystem::path& file, const UserGazetteer& stored);

}  // namespace communique::indexer
