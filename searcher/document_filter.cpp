// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/document_filter.h"

#include <algorithm>
#include <limits>
#include <string>

#include "searcher/document_ranges.h"
#include "searcher/gallop.h"

namespace communique::searcher {
namespace {

/// Takes a query apart into alternatives: terms, and what is more than a term. Weights do not matter.
void take_apart(const Xapian::Query& query, std::vector<std::string>& terms, std::vector<Xapian::Query>& others) {
  switch (query.get_type()) {
    case Xapian::Query::OP_SCALE_WEIGHT:
      return take_apart(query.get_subquery(0), terms, others);
    case Xapian::Query::LEAF_TERM:
      terms.push_back(*query.get_terms_begin());
      return;
    case Xapian::Query::OP_OR:
      for (std::size_t i = 0; i < query.get_num_subqueries(); ++i) take_apart(query.get_subquery(i), terms, others);
      return;
    default:
      others.push_back(query);
  }
}

}  // namespace

DocumentFilter::DocumentFilter(OpenIndex& index, std::size_t shard, const std::vector<Xapian::Query>& filters,
                               const std::vector<Xapian::Query>& excluded)
    : index_(index), shard_(shard) {
  for (const Xapian::Query& query : filters) sets_.push_back(documents_of(query, true));
  for (const Xapian::Query& query : excluded) sets_.push_back(documents_of(query, false));
}

DocumentFilter::Documents DocumentFilter::documents_of(const Xapian::Query& query, bool wanted) {
  const Xapian::Database& shard = index_.shard(shard_);
  std::vector<std::string> terms;
  std::vector<Xapian::Query> others;
  take_apart(query, terms, others);
  Documents documents;
  documents.wanted = wanted;
  for (const std::string& term : terms) {
    documents.terms.push_back({shard.postlist_begin(term), shard.postlist_end(term)});
  }
  if (!others.empty()) {
    const Xapian::Query any(Xapian::Query::OP_OR, others.begin(), others.end());
    documents.listed = matching_documents(shard, any, index_.deadline());
  }
  return documents;
}

bool DocumentFilter::Postings::holds(Xapian::docid docid) {
  if (here < docid && at != end) {
    at.skip_to(docid);
    here = at == end ? std::numeric_limits<Xapian::docid>::max() : *at;
  }
  return here == docid;
}

bool DocumentFilter::Documents::holds(Xapian::docid docid) {
  const auto term = std::find_if(terms.begin(), terms.end(), [&](Postings& one) { return one.holds(docid); });
  if (term != terms.end()) {
    std::iter_swap(terms.begin(), term);
    return true;
  }
  const auto from = listed.begin() + static_cast<std::ptrdiff_t>(next);
  const auto found = gallop_to(from, listed.end(), docid);
  next = static_cast<std::size_t>(found - listed.begin());
  return found != listed.end() && *found == docid;
}

bool DocumentFilter::admits(Xapian::docid docid) {
  for (Documents& documents : sets_) {
    if (documents.holds(docid) != documents.wanted) return false;
  }
  return index_.is_alive({shard_, docid});
}

}  // namespace communique::searcher
