// SPDX-License-Identifier: GPL-3.0-or-later
// Where do lines wait until all are known, when they are to be sorted? In memory while they are few, then in a
// temporary file without a name, which goes with the process.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace communique::searcher {

class LineStore {
 public:
  /// More than `memory` bytes go to a file in the system's folder for temporary files ($TMPDIR).
  explicit LineStore(std::size_t memory = std::size_t{64} << 20) : memory_(memory) {}
  ~LineStore();
  LineStore(const LineStore&) = delete;
  LineStore& operator=(const LineStore&) = delete;

  /// Where the line is to be found; ascending. Throws Error(Io).
  std::uint64_t add(std::string_view line);
  /// No line can be added after this; at() may be asked from now on.
  void finish();
  /// Valid as long as the store.
  std::string_view at(std::uint64_t place) const;

 private:
  void spill();

  std::size_t memory_;
  std::string buffer_;  ///< what is not in the file
  int file_ = -1;
  std::uint64_t file_bytes_ = 0;
  const char* mapped_ = nullptr;
};

}  // namespace communique::searcher
