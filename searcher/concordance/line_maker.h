// SPDX-License-Identifier: GPL-3.0-or-later
// From a matching passage to its lines: each match, the words before and after it, across the passage's ends, too.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/concordance/concordance.h"
#include "searcher/concordance/matched_text.h"

namespace communique::searcher {

class LineMaker {
 public:
  /// Views all of them.
  LineMaker(OpenIndex& index, const MatchSet& matches, const ConcordanceRequest& request, unsigned needs)
      : index_(index), request_(request), needs_(needs), text_(matches.marked, MatchedText::Keep::OneAPosition) {}

  /// Reads the passage where the walk is.
  void read(MatchWalk& walk);
  std::size_t count() const { return text_.pieces().size(); }
  /// Line `number` of the passage: what the row views lives until the next call.
  TableRow line(MatchWalk& walk, std::size_t number);
  /// The words it is sorted by: normalised, the nearest first; empty where there are no more.
  std::array<std::string_view, kSortWords> sort_words(std::size_t number) const;
  /// A number as random as a hash is, the same whenever the seed, the statement and the place are.
  std::uint64_t lot(MatchWalk& walk, std::size_t number) const;
  /// What groups it belongs to; none: nothing is known.
  std::vector<std::string> groups(MatchWalk& walk, std::size_t number) const;

 private:
  std::size_t left_edge(const MatchedPiece& piece) const;
  std::size_t right_edge(const MatchedPiece& piece) const;

  OpenIndex& index_;
  const ConcordanceRequest& request_;
  unsigned needs_;
  MatchedText text_;
  LineParts parts_;
  std::string left_;
  std::string match_;
  std::string right_;
  std::vector<Highlight> mark_;
  std::uint64_t duplicates_ = 0;
};

}  // namespace communique::searcher
