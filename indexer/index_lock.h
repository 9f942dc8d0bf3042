// SPDX-License-Identifier: GPL-3.0-or-later
// One writer at a time: INDEX/lock, held with flock() and naming its holder. It goes when the process does, however
// it ends; the file itself stays and is never removed (removing it would let two writers in).
#pragma once

#include <filesystem>

namespace communique::indexer {

class IndexLock {
 public:
  /// Throws Error(IndexLocked) naming the holder, Error(Io) where the folder can not be locked (a network file system).
  explicit IndexLock(const std::filesystem::path& lock_file);
  ~IndexLock();
  IndexLock(const IndexLock&) = delete;
  IndexLock& operator=(const IndexLock&) = delete;

 private:
  int descriptor_ = -1;
};

}  // namespace communique::indexer
