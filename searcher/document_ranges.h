// SPDX-License-Identifier: GPL-3.0-or-later
// How does a set of documents known beforehand take part in a query? As ranges of docids per shard, behind a posting
// source: whole statements for title: and @statement, and the dead that tombstones name.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include <xapian.h>

#include "searcher/deadline.h"

namespace communique::searcher {

/// Docids of one shard, both ends included.
struct DocumentRange {
  Xapian::docid first = 0;
  Xapian::docid last = 0;
};

/// Ranges by the uuid of their shard, ascending and without overlap. A shard that is absent has none.
using RangesByShard = std::map<std::string, std::vector<DocumentRange>, std::less<>>;

/// The documents in the ranges, without weight. Xapian asks once per shard, so it works on any of them together.
Xapian::Query documents_query(std::shared_ptr<const RangesByShard> ranges);

/// All documents of one shard that match, ascending. Weights are not computed, and what only adds weight is not read.
/// Throws Error(TooLong) when `deadline` passes meanwhile.
std::vector<Xapian::docid> matching_documents(const Xapian::Database& shard, const Xapian::Query& query,
                                              const Deadline& deadline = {});

}  // namespace communique::searcher
