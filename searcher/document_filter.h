// SPDX-License-Identifier: GPL-3.0-or-later
// Does a document pass a query's filters? For documents of one shard asked about in ascending order, few among many.
#pragma once

#include <vector>

#include <xapian.h>

#include "searcher/open_index.h"

namespace communique::searcher {

class DocumentFilter {
 public:
  /// Terms and alternatives of terms are asked document by document, all else is evaluated here.
  DocumentFilter(OpenIndex& index, std::size_t shard, const std::vector<Xapian::Query>& filters,
                 const std::vector<Xapian::Query>& excluded);

  /// True if the document passes all filters, is not excluded, and is alive. No docid may be below the one before.
  bool admits(Xapian::docid docid);
  /// True if there is nothing to look at: every document passes.
  bool admits_all() const { return sets_.empty() && index_.manifest().shards[shard_].tombstones.empty(); }

 private:
  /// The documents of a term.
  struct Postings {
    Xapian::PostingIterator at;
    Xapian::PostingIterator end;
    Xapian::docid here = 0;  ///< where `at` is, since asking it is a call; 0 before the first look

    bool holds(Xapian::docid docid);
  };
  /// The documents of one query.
  struct Documents {
    std::vector<Postings> terms;          ///< any of them; the one found last comes first, as dates stand together
    std::vector<Xapian::docid> listed{};  ///< and these, of what is no term
    std::size_t next = 0;                 ///< in listed
    bool wanted = true;

    bool holds(Xapian::docid docid);
  };

  Documents documents_of(const Xapian::Query& query, bool wanted);

  OpenIndex& index_;
  std::size_t shard_;
  std::vector<Documents> sets_;
};

}  // namespace communique::searcher
