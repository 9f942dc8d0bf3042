// SPDX-License-Identifier: GPL-3.0-or-later
// A query that is no more than plain words and filters, as what weighs and what only decides: word_ranking.h answers
// it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <xapian.h>

namespace communique::searcher {

/// A word of a query with its forms, which weigh as one (OP_SYNONYM).
struct RankedWord {
  std::vector<std::string> forms;
  double factor = 1;      ///< of its weight (OP_SCALE_WEIGHT)
  bool optional = false;  ///< adds weight, and does not decide what matches (OP_AND_MAYBE)
};

/// Says the same as the Xapian::Query it stands beside.
struct WordRanking {
  std::vector<RankedWord> words;
  bool all = true;                        ///< of the words that are not optional; else any of them
  std::vector<Xapian::Query> filters{};   ///< all of which must match
  std::vector<Xapian::Query> excluded{};  ///< none of which may
  bool but_not_all = false;  ///< with any of the words: what has all of them is left out; ranked only, not counted
};

/// What has some of the words of `full`, which asks for all of them, but not all; none if they can not be found alone.
inline std::optional<WordRanking> some_of(const WordRanking& full) {
  for (const RankedWord& word : full.words) {
    if (word.optional) return std::nullopt;
  }
  if (!full.all) return std::nullopt;
  WordRanking some = full;
  some.all = false;
  some.but_not_all = true;
  return some;
}

/// Gathers the words of alternatives, or of an AND, as long as each is one.
class WordGatherer {
 public:
  /// `part`: what weighs of an operand; none if it is more than words.
  void add(const std::optional<WordRanking>& part) {
    if (!part) return fail();
    if (part->words.size() > 1) several_ = true;
    ++parts_;
    all_of_part_ = part->all;
    words_.insert(words_.end(), part->words.begin(), part->words.end());
  }
  void fail() { failed_ = true; }

  std::optional<WordRanking> any() const {
    if (failed_ || several_ || parts_ == 0) return std::nullopt;
    return WordRanking{words_, false};
  }
  /// All of them; a single part as it is.
  std::optional<WordRanking> all() const {
    if (failed_ || parts_ == 0 || (several_ && parts_ > 1)) return std::nullopt;
    return WordRanking{words_, parts_ == 1 ? all_of_part_ : true};
  }

 private:
  std::vector<RankedWord> words_;
  std::size_t parts_ = 0;
  bool several_ = false;
  bool all_of_part_ = true;
  bool failed_ = false;
};

}  // namespace communique::searcher
