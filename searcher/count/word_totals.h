// SPDX-License-Identifier: GPL-3.0-or-later
// How often does a word stand in the texts of the whole index? The postings' counts, less what titles added to them: a
// title's words are indexed with every passage of the statement, and count twice in most (schema/terms.h).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "searcher/open_index.h"

namespace communique::searcher {

class WordTotals {
 public:
  /// Counts these words, normalised. Reads every statement's title: 1 s for 70,000. (Their postings would tell as much,
  /// but not how often a word stands in a title without opening its positions, which took 15 s.)
  WordTotals(OpenIndex& index, const std::vector<std::string>& words);

  /// Occurrences of one of the words in texts; of statements that were replaced or deleted, too, as long as the index
  /// holds their words.
  std::uint64_t of(std::string_view word) const;
  /// The same of all words: hyphenated words as one, and pairs of Han characters, count beside their parts.
  std::uint64_t all() const { return all_; }

 private:
  void read_shard(OpenIndex& index, std::size_t number);
  void take_out_title(std::string_view title, const Xapian::Database& shard, Xapian::docid head, Xapian::docid end);

  struct TermHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
  };

  std::unordered_map<std::string, std::uint64_t, TermHash, std::equal_to<>> counts_;
  std::uint64_t all_ = 0;
};

}  // namespace communique::searcher
