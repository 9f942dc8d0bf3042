// SPDX-License-Identifier: GPL-3.0-or-later
// Does a document hold a phrase? Words side by side, each in one form, looked for in its run of the forward index
// (schema/forward_index.h) without reading most of it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "schema/forward_index.h"

namespace communique::searcher {

class PhraseFinder {
 public:
  static constexpr std::size_t kMostWords = 32;  ///< a bit each

  /// From one word to kMostWords.
  explicit PhraseFinder(std::vector<schema::WordNumber> phrase);

  /// True if the words stand at consecutive positions, the title's included. `run` as ForwardIndex::document() gives
  /// it. Throws Error(IndexDamaged) on a run that is cut.
  bool stands_in(std::string_view run) const;

 private:
  bool begins(std::string_view run, std::uint32_t positions) const;

  std::vector<schema::WordNumber> phrase_;
  std::string first_;  ///< the first word as it stands in a run
};

}  // namespace communique::searcher
