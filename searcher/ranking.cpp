// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/ranking.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <memory>
#include <optional>
#include <utility>

#include "schema/terms.h"
#include "searcher/match_collector.h"
#include "searcher/unit_weights.h"
#include "searcher/word_ranking.h"

namespace communique::searcher {
namespace {

/// A tie is read to its end up to here: beyond, the order of equals is that of the shards.
constexpr std::size_t kMostTied = 20000;

/// Sorts undated documents behind all dated ones when the oldest come first; a slot that is absent sorts as empty.
class DateKey final : public Xapian::KeyMaker {
 public:
  std::string operator()(const Xapian::Document& document) const override {
    std::string date = document.get_value(schema::slot::kDate);
    return date.empty() ? std::string("\xff") : date;
  }
};

/// Orders candidates; reads dates, and ids of statements, only of those that need it to be told apart.
class Order {
 public:
  Order(OpenIndex& index, const Ordering& ordering) : index_(index), ordering_(ordering) {}

  void sort(std::vector<Candidate>& candidates) {
    if (by_date()) {
      std::stable_sort(candidates.begin(), candidates.end(), [&](const Candidate& a, const Candidate& b) {
        return a.date != b.date ? earlier(a, b) : rounded(a.weight) > rounded(b.weight);
      });
    } else {
      std::stable_sort(candidates.begin(), candidates.end(),
                       [](const Candidate& a, const Candidate& b) { return rounded(a.weight) > rounded(b.weight); });
    }
    for (auto run = candidates.begin(); run != candidates.end();) {
      auto end = std::find_if(run, candidates.end(), [&](const Candidate& one) { return !equal(*run, one); });
      if (end - run > 1) break_tie(run, end);
      run = end;
    }
  }

  /// True if the order alone can not tell the two apart, ids not looked at.
  bool equal(const Candidate& a, const Candidate& b) const {
    return rounded(a.weight) == rounded(b.weight) && (!by_date() || a.date == b.date);
  }

 private:
  using Iterator = std::vector<Candidate>::iterator;

  bool by_date() const { return !ordering_.by_weight(); }

  bool earlier(const Candidate& a, const Candidate& b) const {
    if (a.date.empty() || b.date.empty()) return !a.date.empty();
    return ordering_.sort == SortOrder::DateAscending ? a.date < b.date : a.date > b.date;
  }

  /// Newest first; ids are read only of those that share a date, too.
  void break_tie(Iterator begin, Iterator end) {
    if (!by_date()) {
      for (auto one = begin; one != end; ++one) {
        const Xapian::Database& shard = index_.shard(one->place.shard);
        one->date = shard.get_document(one->head, Xapian::DOC_ASSUME_VALID).get_value(schema::slot::kDate);
      }
      std::stable_sort(begin, end, [](const Candidate& a, const Candidate& b) { return a.date > b.date; });
    }
    for (auto run = begin; run != end;) {
      const auto next = std::find_if(run, end, [&](const Candidate& one) { return one.date != run->date; });
      if (next - run > 1) sort_by_id(run, next);
      run = next;
    }
  }

  void sort_by_id(Iterator begin, Iterator end) {
    std::vector<std::pair<std::string, Candidate>> keyed;
    for (auto one = begin; one != end; ++one) {
      const DocumentPlace head{one->place.shard, one->head};
      const bool same = !keyed.empty() && keyed.back().second.head == one->head &&
                        keyed.back().second.place.shard == one->place.shard;
      std::string id = same ? keyed.back().first : index_.statement(head).id;
      keyed.emplace_back(std::move(id), std::move(*one));
    }
    std::sort(keyed.begin(), keyed.end(), [](const auto& a, const auto& b) {
      return a.first != b.first ? a.first < b.first : a.second.place.docid < b.second.place.docid;
    });
    for (auto& [id, candidate] : keyed) *begin++ = std::move(candidate);
  }

  OpenIndex& index_;
  Ordering ordering_;
};

void set_order(Xapian::Enquire& enquire, OpenIndex& index, const SearchScope& scope, const Ordering& ordering) {
  if (ordering.ranked) {
    enquire.set_weighting_scheme(passage_weight(index, scope).scheme());
  } else {
    enquire.set_weighting_scheme(Xapian::BoolWeight());
  }
  if (ordering.sort == SortOrder::DateAscending) {
    enquire.set_sort_by_key_then_relevance((new DateKey)->release(), false);
  } else if (!ordering.ranked || ordering.sort == SortOrder::DateDescending) {
    enquire.set_sort_by_value_then_relevance(schema::slot::kDate, true);
  }
}

std::vector<Candidate> read_candidates(OpenIndex& index, const SearchScope& scope, const Xapian::MSet& matches) {
  std::vector<Candidate> candidates;
  candidates.reserve(matches.size());
  for (auto match = matches.begin(); match != matches.end(); ++match) {
    const DocumentPlace place = scope.place_of(*match);
    std::string date = match.get_sort_key();  // empty when sorted by relevance
    if (date == "\xff") date.clear();
    candidates.push_back({place, index.head_of(place), match.get_weight(), std::move(date), {}});
  }
  return candidates;
}

CandidateList by_matching(OpenIndex& index, const SearchScope& scope, const Xapian::Query& query,
                          const Ordering& ordering, std::size_t count, MatchesByShard* everything) {
  Xapian::Enquire enquire(scope.database);
  enquire.set_query(query);
  set_order(enquire, index, scope, ordering);
  std::optional<MatchCollector> collector;
  if (everything != nullptr) {
    enquire.add_matchspy(&collector.emplace((*everything)[scope.shards.front()], index.deadline()));
  }
  const Xapian::doccount checked = everything != nullptr ? scope.database.get_doccount() : 0;
  const Xapian::MSet matches = enquire.get_mset(0, static_cast<Xapian::doccount>(count), checked);
  return {read_candidates(index, scope, matches), matches.size() < count, matches.get_matches_estimated()};
}

CandidateList by_words(OpenIndex& index, const SearchScope& scope, const WordRanking& words, std::size_t count,
                       MatchesByShard* everything) {
  const RankedPassages ranked = rank_words(index, scope, words, count, everything);
  CandidateList list;
  list.complete = ranked.complete;
  for (const RankedPassage& one : ranked.passages) {
    const DocumentPlace place{one.shard, one.docid};
    list.candidates.push_back({place, index.head_of(place), one.weight, {}, {}});
  }
  return list;
}

bool ranks_words(const RankedQuery& query, const Ordering& ordering) {
  return query.words != nullptr && ordering.by_weight();
}

}  // namespace

double rounded(double weight) {
  int exponent = 0;
  const double mantissa = std::frexp(weight, &exponent);
  return std::ldexp(std::round(mantissa * 0x1p30), exponent - 30);
}

DocumentPlace SearchScope::place_of(Xapian::docid docid) const {
  const auto count = static_cast<Xapian::docid>(shards.size());
  return {shards[(docid - 1) % count], (docid - 1) / count + 1};
}

/// BM25 with k1 = 1.2, least normalised length 0.5 and k3 = 8, as tuned for passages; b by their length
/// (unit_weights.h).
///
/// Xapian averages lengths over all documents, and the heads among them have none: its average is r times that of the
/// passages, r = passages / documents, so every normalised length L' it hands in is L / r. To get the intended
///   k1 (1 - b + b L)   from   k1' (1 - b' + b' L')
/// take  k1' b' = k1 b r  and  k1' (1 - b') = k1 (1 - b), and scale the least length alike.
PassageWeight passage_weight(std::uint64_t statements, std::uint64_t passages, double length_pull) {
  constexpr double kK1 = 1.2;
  constexpr double kK3 = 8;
  constexpr double kLeastLength = 0.5;
  const double documents = static_cast<double>(statements) + static_cast<double>(passages);
  const double r = passages > 0 ? static_cast<double>(passages) / documents : 1.0;
  const double k1 = kK1 * (1 - length_pull) + kK1 * length_pull * r;
  return {k1, kK3, kK1 * length_pull * r / k1, kLeastLength / r};
}

PassageWeight passage_weight(OpenIndex& index, const SearchScope& scope) {
  std::uint64_t statements = 0;
  std::uint64_t passages = 0;
  for (const std::size_t number : scope.shards) {
    statements += index.manifest().shards[number].statements;
    passages += index.manifest().shards[number].passages;
  }
  return passage_weight(statements, passages, unit_weights(index).length_pull);
}

bool passes_everything(const SearchScope& scope, const RankedQuery& query, const Ordering& ordering) {
  return ranks_words(query, ordering) || (query.windows && scope.shards.size() == 1);
}

CandidateList first_candidates(OpenIndex& index, const SearchScope& scope, const RankedQuery& query,
                               const Ordering& ordering, std::size_t count, MatchesByShard* everything) {
  CandidateList list;
  if (scope.shards.empty() || query.query.empty() || count == 0) return list;
  assert(everything == nullptr || passes_everything(scope, query, ordering));
  list = ranks_words(query, ordering) ? by_words(index, scope, *query.words, count, everything)
                                      : by_matching(index, scope, query.query, ordering, count, everything);
  Order order(index, ordering);
  std::vector<Candidate>& candidates = list.candidates;
  if (!list.complete && count < kMostTied) {
    const auto unsettled = std::find_if(candidates.begin(), candidates.end(),
                                        [&](const Candidate& one) { return order.equal(one, candidates.back()); });
    candidates.erase(unsettled, candidates.end());
  }
  order.sort(candidates);
  return list;
}

}  // namespace communique::searcher
