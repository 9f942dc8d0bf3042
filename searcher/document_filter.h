// SPDX-License-Identifier: GPL-3.0-or-later
// Does a document pass a query's filters? For documents of one shard asked about in ascending order, few among many.
#pragma once

#include <vector>

#include <xapian.h>

#include "searcher/open_index.h"

namespace communique::searcher {

class DocumentFilter {
 public:
  /// Filters that are one term are asked document by document, others are evaluated here.
  DocumentFilter(OpenIndex& index, std::size_t shard, const std::vector<Xapian::Query>& filters,
                 const std::vector<Xapian::Query>& excluded);

  /// True if the document passes all filters, is not excluded, and is alive. No docid may be below the one before.
  bool admits(Xapian::docid docid);

 private:
  /// The documents of one query.
  struct Documents {
    Xapian::PostingIterator at;
    Xapian::PostingIterator end;
    std::vector<Xapian::docid> listed;  ///< all of them, where the query is no term
    std::size_t next = 0;               ///< in listed
    bool is_term = false;
    bool wanted = true;

    bool holds(Xapian::docid docid);
  };

  void add(const Xapian::Database& shard, const Xapian::Query& query, bool wanted);

  std::vector<Documents> sets_;
  OpenIndex& index_;
  std::size_t shard_;
};

}  // namespace communique::searcher
