// SPDX-License-Identifier: GPL-3.0-or-later
// Which documents of an index do judgements speak of: statements, passages of them, or nothing that is there? And so:
// under which id does a hit count?
#pragma once

#include <cstddef>
#include <set>
#include <string>

#include "searcher/eval/qrels.h"
#include "searcher/eval/run.h"
#include "searcher/open_index.h"
#include "searcher/search.h"

namespace communique::searcher {

class JudgedDocuments {
 public:
  /// Looks every judged id up. An id may be a statement's, or a passage's (ID#NUMBER) if no statement has it.
  JudgedDocuments(OpenIndex& index, const Qrels& qrels);

  std::size_t ids() const { return ids_; }
  std::size_t unknown() const { return unknown_; }  ///< of these, in the index neither as statement nor as passage
  bool passages() const { return !passages_of_.empty(); }

  /// A passage counts as its statement where the statement is judged, and as itself where passages of the statement
  /// are. What is not judged at all counts as what the judgements are about: passages if any are judged and passages
  /// are listed, else statements.
  std::string id_of(const Hit& hit, Unit listed) const;

  /// A search's hits as a ranking: each document once, at its best place; scores as make_scores_fall() leaves them.
  std::vector<RankedDocument> ranking(const SearchResult& result) const;

 private:
  /// False if `id` names nothing in the index.
  bool take(OpenIndex& index, const std::string& id);

  std::set<std::string, std::less<>> statements_;
  std::set<std::string, std::less<>> passages_of_;  ///< statements of which passages are judged
  std::size_t ids_ = 0;
  std::size_t unknown_ = 0;
};

}  // namespace communique::searcher
