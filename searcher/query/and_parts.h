// SPDX-License-Identifier: GPL-3.0-or-later
// How do the parts of an AND become one query, so that only text weighs and what is left out is left out?
#pragma once

#include <vector>

#include <xapian.h>

#include "searcher/query/compile_state.h"

namespace communique::searcher {

Xapian::Query all_of(const std::vector<Xapian::Query>& queries);
Xapian::Query any_of(const std::vector<Xapian::Query>& queries);
Xapian::Query weightless(const Xapian::Query& query);

/// The parts of an AND, before they are joined.
struct AndParts {
  std::vector<Xapian::Query> texts;
  std::vector<Xapian::Query> words;  ///< what of `texts` may be found alone: a name's words one by one
  std::vector<Xapian::Query> filters;
  std::vector<Xapian::Query> excluded;
  WordGatherer plain;         ///< what `texts` are, if they are plain words
  bool matches_heads = true;  ///< each of texts and filters may match a head

  bool empty() const { return texts.empty() && filters.empty(); }
  void add(const Piece& piece);
};

/// `texts` is what weighs: those of the parts, or something weaker in their place.
Piece join(const AndParts& parts, const Xapian::Query& texts);

}  // namespace communique::searcher
