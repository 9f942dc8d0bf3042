// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/matches/match_count.h"

#include <algorithm>
#include <limits>
#include <utility>

#include "searcher/document_ranges.h"
#include "searcher/gallop.h"
#include "searcher/word_matches.h"

namespace communique::searcher {

namespace {

/// Walks ascending docids beside the heads of their shard.
void count(const std::vector<Xapian::docid>& documents, std::span<const Xapian::docid> heads, Xapian::docid last,
           CountPassages passages, AllMatches& all) {
  auto next_head = heads.begin();
  Xapian::docid statement_end = 0;  // docid of the head after the statement looked at
  for (const Xapian::docid docid : documents) {
    if (docid < statement_end) {  // no head: a statement's head is its first document
      ++all.passages;
      continue;
    }
    next_head = gallop_to(next_head, heads.end(), docid + 1);
    statement_end = next_head == heads.end() ? last + 1 : *next_head;
    ++all.statements;
    const bool is_head = next_head != heads.begin() && *std::prev(next_head) == docid;
    if (!is_head) {
      ++all.passages;
    } else if (passages == CountPassages::OfMatchingHeads) {
      all.passages += statement_end - docid - 1;
    }
  }
}

}  // namespace

AllMatches count_matches(OpenIndex& index, MatchesByShard found, CountPassages passages, VersionChoice& versions) {
  AllMatches all;
  all.by_shard = std::move(found);
  versions.choose(all.by_shard);
  versions.leave_out_hidden(all.by_shard);
  for (std::size_t number = 0; number < all.by_shard.size(); ++number) {
    const std::vector<Xapian::docid>& documents = all.by_shard[number];
    if (documents.empty()) continue;
    count(documents, index.heads(number), index.shard(number).get_lastdocid(), passages, all);
  }
  return all;
}

AllMatches all_matches(OpenIndex& index, const SearchScope& scope, const RankedQuery& query, CountPassages passages,
                       VersionChoice& versions) {
  MatchesByShard found(index.manifest().shards.size());
  for (const std::size_t number : scope.shards) {
    found[number] = query.words != nullptr ? documents_with_words(index, number, *query.words)
                                           : matching_documents(index.shard(number), query.query, index.deadline());
  }
  return count_matches(index, std::move(found), passages, versions);
}

std::uint64_t AllMatches::passages_of(OpenIndex& index, const Candidate& candidate) const {
  const std::vector<Xapian::docid>& documents = by_shard[candidate.place.shard];
  const std::span<const Xapian::docid> heads = index.heads(candidate.place.shard);
  const auto next_head = std::upper_bound(heads.begin(), heads.end(), candidate.head);
  const Xapian::docid end = next_head == heads.end() ? std::numeric_limits<Xapian::docid>::max() : *next_head;
  const auto first = std::upper_bound(documents.begin(), documents.end(), candidate.head);
  const auto last = std::lower_bound(first, documents.end(), end);
  return static_cast<std::uint64_t>(last - first);
}

}  // namespace communique::searcher
