// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/search.h"

#include <algorithm>
#include <chrono>
#include <map>
#include <optional>
#include <utility>

#include "schema/xapian_guard.h"
#include "searcher/evidence.h"
#include "searcher/matches/match_count.h"
#include "searcher/matches/match_set.h"
#include "searcher/ranking.h"
#include "searcher/rescore.h"
#include "searcher/undated.h"
#include "searcher/versions.h"
#include "searcher/why/score_parts.h"

namespace communique::searcher {
namespace {

/// A compiled query on its way to a page of hits.
class Run {
 public:
  Run(OpenIndex& index, const SearchRequest& request, const CompiledQuery& compiled)
      : index_(index),
        request_(request),
        compiled_(compiled),
        run_(runnable(index, compiled, request.by)),
        marked_(patterns_to_mark(compiled.patterns)),
        evidence_(index, compiled, marked_),
        windows_(std::any_of(compiled.patterns.begin(), compiled.patterns.end(),
                             [](const Pattern& one) { return one.positions.size() > 1; })),
        versions_(index, lists_heads(), request.all_versions),
        per_statement_(run_.unit == Unit::Statement ? 1 : request.per_statement) {}

  void fill(SearchResult& result) {
    result.unit = run_.unit;
    result.all_versions = request_.all_versions;
    const std::size_t limit = std::min(request_.limit, page_caps::kLimit);
    const std::size_t offset = std::min(request_.offset, page_caps::kOffset);
    const RankedQuery full = ranked(run_.full, run_.words);
    if (request_.totals == Totals::Exact) all_ = find_all(full, offset + limit);
    pick(full, offset + limit, false);
    const std::size_t full_picked = picked_.size();
    if (request_.fill_up && compiled_.has_partial && full_picked < offset + limit) {
      result.partial_total = pick_partial(offset + limit);
    }
    count(result, full_picked);
    for (std::size_t i = offset; i < picked_.size(); ++i) result.hits.push_back(make_hit(picked_[i], i));
    note_more_passages(result, offset);
    if (request_.totals == Totals::Exact && !request_.facets.empty()) {
      result.facets = count_facets(index_, all_, lists_heads(), request_.facets,
                                   std::min(request_.facet_values, page_caps::kFacetValues));
    }
    if (request_.totals == Totals::Exact && request_.count_dates) {
      result.dates = tally_dates(index_, all_, lists_heads());
      result.dates->asked = compiled_.dates;
    }
    if (request_.explain && compiled_.ranked && !lists_heads()) explain(result, offset);
  }

 private:
  struct Picked {
    Candidate candidate;
    bool partial = false;
  };
  using Statement = std::pair<std::size_t, Xapian::docid>;  ///< shard and head

  bool lists_heads() const { return run_.heads; }

  /// With its words alone beside it, unless somebody asks how much the matcher guesses.
  RankedQuery ranked(const Xapian::Query& query, const WordRanking* words) const {
    return {query, request_.totals != Totals::Estimate ? words : nullptr, windows_};
  }

  /// Fills up with what has some of the words. Returns how much there is of it; without exact totals, how much is
  /// shown.
  std::size_t pick_partial(std::size_t wanted) {
    const std::size_t full_picked = picked_.size();
    const Xapian::Query query(Xapian::Query::OP_AND_NOT, index_.without_dead(compiled_.partial), compiled_.full);
    const std::optional<WordRanking> words = ordering().by_weight() && run_.words ? some_of(*run_.words) : std::nullopt;
    const RankedQuery partial = ranked(query, words ? &*words : nullptr);
    std::size_t total = 0;
    if (request_.totals == Totals::Exact) total = find_all(partial, wanted).passages;
    pick(partial, wanted, true);
    return request_.totals == Totals::Exact ? total : picked_.size() - full_picked;
  }

  /// Adds candidates of `query`, in order, to what is picked, until `wanted` are or there are no more. More candidates
  /// than wanted are fetched at first, because several may belong to one statement, and ties at the end do not count:
  /// as quick as letting Xapian collapse them by a slot on long match lists, and up to twice as quick on short ones.
  void pick(const RankedQuery& query, std::size_t wanted, bool partial) {
    const std::vector<Picked> before = picked_;
    rescored_.reset();
    for (std::size_t count = first_count(wanted);; count *= 4) {
      CandidateList list = candidates(query, count);
      versions_.choose_among(list.candidates, query.query);
      picked_ = before;
      take(list.candidates, wanted, partial);
      if (!partial) estimate(list);
      if (list.complete || picked_.size() >= wanted) return;
    }
  }

  static std::size_t first_count(std::size_t wanted) { return wanted + wanted / 2 + 4; }

  Ordering ordering() const { return {request_.sort, compiled_.ranked && !lists_heads()}; }

  /// The best of them are to be ordered anew by what is dearer to know.
  bool rescores() const { return ordering().by_weight() && !evidence_.empty(); }

  CandidateList candidates(const RankedQuery& query, std::size_t count) {
    if (!rescores()) return in_order(query, count);
    if (!rescored_ || count > kRescored) {
      CandidateList list = in_order(query, std::max(count, kRescored + 1));
      const double best = list.candidates.empty() ? 0 : list.candidates.front().weight;
      rescored_.emplace(std::move(list), evidence_.for_best(best));
    }
    return rescored_->first(count);
  }

  /// The first candidates by the weights of their words, or by date.
  CandidateList in_order(const RankedQuery& query, std::size_t count) {
    if (ahead_) return *std::exchange(ahead_, std::nullopt);
    return first_candidates(index_, run_.scope, query, ordering(), count);
  }

  /// All that matches. Where the first candidates are found on the way they are kept for pick(), which is to follow and
  /// asks for no fewer.
  AllMatches find_all(const RankedQuery& query, std::size_t wanted) {
    const CountPassages passages = lists_heads() ? CountPassages::OfMatchingHeads : CountPassages::Matching;
    if (!passes_everything(run_.scope, query, ordering())) {
      return all_matches(index_, run_.scope, query, passages, versions_);
    }
    const std::size_t count = std::max(first_count(wanted), rescores() ? kRescored + 1 : 0);
    MatchesByShard found(index_.manifest().shards.size());
    ahead_ = first_candidates(index_, run_.scope, query, ordering(), count, &found);
    return count_matches(index_, std::move(found), passages, versions_);
  }

  void take(const std::vector<Candidate>& candidates, std::size_t wanted, bool partial) {
    std::map<Statement, std::size_t> taken;
    for (const Picked& one : picked_) ++taken[{one.candidate.place.shard, one.candidate.head}];
    for (const Candidate& candidate : candidates) {
      if (picked_.size() >= wanted) return;
      if (candidate.is_head() != lists_heads() || versions_.hides(candidate)) continue;
      std::size_t& of_statement = taken[{candidate.place.shard, candidate.head}];
      if (per_statement_ != 0 && of_statement >= per_statement_) continue;
      ++of_statement;
      picked_.push_back({candidate, partial});
    }
  }

  void estimate(const CandidateList& list) {
    estimated_ = list.estimated;
    complete_ = list.complete;
    std::map<Statement, bool> statements;
    for (const Candidate& one : list.candidates) statements[{one.place.shard, one.head}] = true;
    share_ = list.candidates.empty()
                 ? 0
                 : static_cast<double>(statements.size()) / static_cast<double>(list.candidates.size());
  }

  void count(SearchResult& result, std::size_t full_picked) {
    if (request_.totals == Totals::Exact) {
      result.total_passages = all_.passages;
      result.total_statements = all_.statements;
      result.exact = true;
    } else if (request_.totals == Totals::Estimate) {
      result.total_passages = estimated_;
      result.total_statements = static_cast<std::uint64_t>(static_cast<double>(estimated_) * share_ + 0.5);
      result.exact = complete_ && per_statement_ == 0;
    } else {
      result.total_passages = full_picked;
    }
  }

  Hit make_hit(const Picked& picked, std::size_t number) {
    const Candidate& candidate = picked.candidate;
    Hit hit;
    hit.rank = number + 1;
    hit.score = candidate.weight;
    hit.partial = picked.partial;
    hit.is_head = candidate.is_head();
    hit.statement = index_.statement({candidate.place.shard, candidate.head});
    hit.duplicates = other_versions(index_, {candidate.place.shard, candidate.head});
    if (request_.highlight) hit.title_highlights = highlight(hit.statement.title, marked_);
    const Xapian::docid docid = hit.is_head ? candidate.head + 1 : candidate.place.docid;
    if (hit.statement.passages > 0) {
      hit.passage = index_.passage({candidate.place.shard, docid});
      hit.passage_id = schema::passage_id(hit.statement.id, hit.passage.number);
    }
    if (request_.highlight) hit.highlights = highlight(hit.passage.text, marked_, hit.passage.sentence_starts);
    return hit;
  }

  void note_more_passages(SearchResult& result, std::size_t offset) {
    if (request_.totals != Totals::Exact || lists_heads()) return;
    std::map<Statement, std::uint64_t> shown;
    for (const Picked& one : picked_) ++shown[{one.candidate.place.shard, one.candidate.head}];
    for (std::size_t i = 0; i < result.hits.size(); ++i) {
      const Candidate& candidate = picked_[offset + i].candidate;
      if (result.hits[i].partial) continue;
      const std::uint64_t matching = all_.passages_of(index_, candidate);
      const std::uint64_t of_page = shown[{candidate.place.shard, candidate.head}];
      result.hits[i].more_passages = matching > of_page ? matching - of_page : 0;
    }
  }

  void explain(SearchResult& result, std::size_t offset) {
    std::vector<ScoredHit> full;
    std::vector<ScoredHit> partial;
    for (std::size_t i = 0; i < result.hits.size(); ++i) {
      (result.hits[i].partial ? partial : full).push_back({&result.hits[i], &picked_[offset + i].candidate});
    }
    explain_scores(index_, run_.scope, {compiled_, compiled_.full}, full);
    explain_scores(index_, run_.scope, {compiled_, compiled_.partial}, partial);
  }

  OpenIndex& index_;
  const SearchRequest& request_;
  const CompiledQuery& compiled_;
  RunnableQuery run_;
  std::vector<Pattern> marked_;
  PassageEvidence evidence_;
  std::optional<RescoredList> rescored_;  ///< of the query being picked from
  std::optional<CandidateList> ahead_;    ///< found already: as many as pick() asks for first
  bool windows_;                          ///< see RankedQuery
  VersionChoice versions_;
  std::size_t per_statement_;   ///< 0: no bound
  std::vector<Picked> picked_;  ///< from the first hit of all, not of the page
  AllMatches all_;
  std::uint64_t estimated_ = 0;
  double share_ = 0;  ///< statements per document among the candidates seen
  bool complete_ = false;
};

}  // namespace

Result<SearchResult> search(OpenIndex& index, const SearchRequest& request) {
  const auto started = std::chrono::steady_clock::now();
  const Result<ParsedQuery> parsed = parse(request.query, request.parse);
  if (!parsed) return parsed.error();
  return schema::guard_xapian("searching the index", [&]() -> Result<SearchResult> {
    const Result<CompiledQuery> compiled = compile(*parsed, index, request.compile);
    if (!compiled) return compiled.error();
    SearchResult result;
    result.query = request.query;
    result.parsed = compiled->parsed;
    result.notices = parsed->notices;
    result.notices.insert(result.notices.end(), compiled->notices.begin(), compiled->notices.end());
    Run(index, request, *compiled).fill(result);
    if (request.totals == Totals::Exact) result.undated = undated_left_out(index, *parsed, *compiled, request.compile);
    if (result.undated > 0) result.notices.push_back(undated_notice(result.undated));
    const bool few = request.limit > 0 && (result.hits.size() < request.limit || result.hits.back().partial);
    const bool none = request.limit > 0 && result.hits.empty() && request.offset == 0;
    const Asked asked{request.query, *parsed, request.parse, request.compile, few, none};
    if (request.suggest) result.suggestions = suggest(asked, index);
    if (request.suggest_speaker) result.said_by = suggest_speaker(asked, index);
    if (request.explain) result.explanation = explain(*parsed, *compiled);
    const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - started;
    result.took_ms = took.count();
    return result;
  });
}

}  // namespace communique::searcher
