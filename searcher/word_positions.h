// SPDX-License-Identifier: GPL-3.0-or-later
// Where do certain words stand in a document? Read from a shard's forward index.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "schema/forward_index.h"

namespace communique::searcher {

/// Forms by word: each word is any of its forms (normalised).
using WordForms = std::vector<std::vector<std::string>>;

/// One object per thread and shard; reads one document after the other.
class WordPositions {
 public:
  /// Looks the forms up, some hundred nanoseconds each. Views the index.
  WordPositions(const schema::ForwardIndex& index, const WordForms& words);

  /// False if some word is in no document of the shard.
  bool can_all_occur() const { return all_occur_; }

  /// Positions as schema/terms.h tells, of a passage or a head.
  void read(std::uint32_t docid, schema::Titles titles);
  /// Of a word in the document last read: ascending, each once.
  const std::vector<std::uint32_t>& of(std::size_t word) const { return positions_[word]; }

 private:
  /// A slot of a hash table with open addressing; a word of the index may be a form of several wanted words, which then
  /// have a slot each.
  struct Slot {
    schema::WordNumber number = kFree;
    std::uint32_t word = 0;
  };
  static constexpr schema::WordNumber kFree = UINT32_MAX;

  void insert(schema::WordNumber number, std::uint32_t word);
  void note(schema::WordNumber number, std::uint32_t position);

  const schema::ForwardIndex& index_;
  std::vector<Slot> slots_;  ///< a power of two of them, at most half in use
  std::uint32_t mask_ = 0;
  std::vector<std::vector<std::uint32_t>> positions_;
  bool all_occur_ = true;
};

}  // namespace communique::searcher
