// SPDX-License-Identifier: GPL-3.0-or-later
// The folder of saved searches: one file a name, replaced as a whole, so that a crash leaves the old state or the new.
// It belongs to the user, not to an index: an index is never written to by the searcher.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/saved/saved_search.h"

namespace communique::searcher {

class SavedStore {
 public:
  /// An empty path: $COMMUNIQUE_SAVED, else $XDG_DATA_HOME/communique/saved, else ~/.local/share/communique/saved (XDG
  /// Base Directory Specification). Nothing is made before something is saved.
  explicit SavedStore(std::filesystem::path folder);

  const std::filesystem::path& folder() const { return folder_; }

  /// Names in their order.
  std::vector<std::string> names() const;
  bool has(std::string_view name) const;
  /// Throws Error(Usage) naming the nearest if there is none of that name, Error(Io) if the file can not be read.
  SavedSearch load(const std::string& name) const;
  /// Throws Error(Io) or Error(DiskFull); then the former state stands.
  void write(const SavedSearch& saved) const;
  void remove(const std::string& name) const;

 private:
  std::filesystem::path file_of(std::string_view name) const;

  std::filesystem::path folder_;
};

/// Held while a saved search is asked for what is new, so that two who ask at the same time do not both report it.
/// Waits for the other; goes with the process.
class SavedLock {
 public:
  SavedLock(const SavedStore& store, const std::string& name);
  ~SavedLock();
  SavedLock(const SavedLock&) = delete;
  SavedLock& operator=(const SavedLock&) = delete;

 private:
  int descriptor_ = -1;
};

/// Letters, digits, '-', '_' and '.', at most 64 of them, not beginning with '.' or '-': a name is a file's name and is
/// typed in shells. Throws Error(Usage).
void check_name(const std::string& name);

}  // namespace communique::searcher
