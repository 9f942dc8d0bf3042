// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/document_filter.h"

#include <algorithm>

#include "searcher/document_ranges.h"

namespace communique::searcher {
namespace {

/// The term of a query that is no more than one, whatever it weighs; empty if it is more.
std::string only_term(const Xapian::Query& query) {
  if (query.get_type() == Xapian::Query::OP_SCALE_WEIGHT) return only_term(query.get_subquery(0));
  if (query.get_type() != Xapian::Query::LEAF_TERM) return {};
  return *query.get_terms_begin();
}

}  // namespace

DocumentFilter::DocumentFilter(OpenIndex& index, std::size_t shard, const std::vector<Xapian::Query>& filters,
                               const std::vector<Xapian::Query>& excluded)
    : index_(index), shard_(shard) {
  for (const Xapian::Query& query : filters) add(index.shard(shard), query, true);
  for (const Xapian::Query& query : excluded) add(index.shard(shard), query, false);
}

void DocumentFilter::add(const Xapian::Database& shard, const Xapian::Query& query, bool wanted) {
  Documents& set = sets_.emplace_back();
  set.wanted = wanted;
  if (const std::string term = only_term(query); !term.empty()) {
    set.is_term = true;
    set.at = shard.postlist_begin(term);
    set.end = shard.postlist_end(term);
  } else {
    set.listed = matching_documents(shard, query);
  }
}

bool DocumentFilter::Documents::holds(Xapian::docid docid) {
  if (is_term) {
    if (at != end && *at < docid) at.skip_to(docid);
    return at != end && *at == docid;
  }
  const auto from = listed.begin() + static_cast<std::ptrdiff_t>(next);
  const auto found = std::lower_bound(from, listed.end(), docid);
  next = static_cast<std::size_t>(found - listed.begin());
  return found != listed.end() && *found == docid;
}

bool DocumentFilter::admits(Xapian::docid docid) {
  for (Documents& set : sets_) {
    if (set.holds(docid) != set.wanted) return false;
  }
  return index_.is_alive({shard_, docid});
}

}  // namespace communique::searcher
