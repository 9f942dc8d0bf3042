// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/matches/match_count.h"

#include <algorithm>
#include <limits>

#include "searcher/document_ranges.h"
#include "searcher/word_matches.h"

namespace communique::searcher {

namespace {

/// Walks ascending docids beside the heads of their shard.
void count(const std::vector<Xapian::docid>& documents, std::span<const Xapian::docid> heads, Xapian::docid last,
           CountPassages passages, AllMatches& all) {
  auto next_head = heads.begin();
  for (const Xapian::docid docid : documents) {
    const bool other_statement = next_head == heads.begin() || (next_head != heads.end() && *next_head <= docid);
    if (other_statement) {
      next_head = std::upper_bound(next_head, heads.end(), docid);
      ++all.statements;
    }
    const bool is_head = next_head != heads.begin() && *std::prev(next_head) == docid;
    if (!is_head) {
      ++all.passages;
    } else if (passages == CountPassages::OfMatchingHeads) {
      all.passages += (next_head == heads.end() ? last + 1 : *next_head) - docid - 1;
    }
  }
}

}  // namespace

AllMatches all_matches(OpenIndex& index, const SearchScope& scope, const RankedQuery& query, CountPassages passages,
                       VersionChoice& versions) {
  AllMatches all;
  all.by_shard.resize(index.manifest().shards.size());
  for (const std::size_t number : scope.shards) {
    all.by_shard[number] = query.words != nullptr ? documents_with_words(index, number, *query.words)
                                                  : matching_documents(index.shard(number), query.query);
  }
  versions.choose(all.by_shard);
  versions.leave_out_hidden(all.by_shard);
  for (const std::size_t number : scope.shards) {
    count(all.by_shard[number], index.heads(number), index.shard(number).get_lastdocid(), passages, all);
  }
  return all;
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
