// SPDX-License-Identifier: GPL-3.0-or-later
// In which order do documents match? Runs one query over the shards that may match and hands out candidates, best
// first and in the same order every time, as many as are asked for.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <xapian.h>

#include "searcher/open_index.h"
#include "searcher/query/ranked_words.h"
#include "searcher/search.h"

namespace communique::searcher {

/// What a closer look (rescore.h) added to a candidate's weight.
struct Gains {
  double pairs = 0;  ///< words that follow one another as in the query
  double said = 0;   ///< what matched is said by whom `said-by:` asks for

  double sum() const { return pairs + said; }
};

/// A document that matches, and the head of its statement.
struct Candidate {
  DocumentPlace place;
  Xapian::docid head = 0;
  double weight = 0;
  std::string date;  ///< the date slot's bytes; empty if undated. Only where the order needed it.
  Gains gains{};     ///< contained in the weight

  bool is_head() const { return place.docid == head; }
};

/// The shards a query is run on, together as one database whose docids are interleaved as Xapian does.
struct SearchScope {
  Xapian::Database database;
  std::vector<std::size_t> shards;  ///< numbers in the manifest, in the order of the database

  DocumentPlace place_of(Xapian::docid docid) const;
};

/// Of each shard of the manifest the docids that match, ascending.
using MatchesByShard = std::vector<std::vector<Xapian::docid>>;

/// How candidates are ordered; equal ones come newest first, then by statement id and passage number.
struct Ordering {
  SortOrder sort = SortOrder::Relevance;
  bool ranked = true;  ///< false: weights are not computed and the date decides

  bool by_weight() const { return ranked && sort == SortOrder::Relevance; }
};

/// Weights that differ by rounding alone (sums added up in another order on another shard) become equal.
double rounded(double weight);

/// BM25's parameters as Xapian takes them.
struct PassageWeight {
  double k1 = 0;
  double k3 = 0;
  double length_pull = 0;   ///< b
  double least_length = 0;  ///< a shorter passage counts as this long, in mean lengths

  Xapian::BM25Weight scheme() const { return Xapian::BM25Weight(k1, 0, k3, length_pull, least_length); }
};

/// BM25 for passages: see the comment at its definition. `length_pull` is b.
PassageWeight passage_weight(std::uint64_t statements, std::uint64_t passages, double length_pull);

/// The same for what is searched.
PassageWeight passage_weight(OpenIndex& index, const SearchScope& scope);

/// What is asked for.
struct RankedQuery {
  const Xapian::Query& query;
  const WordRanking* words = nullptr;  ///< the same as words and filters, if it is no more than that, else null
  bool windows = false;  ///< words have to follow or to be near one another: what the matcher takes longest to find out
};

/// What first_candidates() found.
struct CandidateList {
  std::vector<Candidate> candidates;
  bool complete = true;  ///< these are all that match
  std::uint64_t estimated =
      0;  ///< documents that match, heads included, as the matcher guesses; of words no guess is made
};

/// The first candidates: `count` or all there are, less those at the end that equal one another in weight or date where
/// more of their like may follow: their order is not known before all of them are. Beyond a bound they are handed out
/// nevertheless.
///
/// `everything`: null, or has a list for each shard, which gets all that match on the way, heads too; only where
/// passes_everything().
CandidateList first_candidates(OpenIndex& index, const SearchScope& scope, const RankedQuery& query,
                               const Ordering& ordering, std::size_t count, MatchesByShard* everything = nullptr);

/// True if whoever orders comes by everything that matches, or nearly, at no greater cost than looking for it alone: by
/// walking the lists of plain words, or, in one shard, where words have to stand in some order, which is dear to find
/// out twice.
bool passes_everything(const SearchScope& scope, const RankedQuery& query, const Ordering& ordering);

}  // namespace communique::searcher
