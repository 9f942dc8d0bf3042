// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/why/score_parts.h"

#include <algorithm>
#include <deque>
#include <iterator>
#include <limits>
#include <map>
#include <memory>
#include <utility>

#include "schema/words.h"
#include "searcher/document_ranges.h"
#include "searcher/pairs.h"

namespace communique::searcher {
namespace {

using Query = Xapian::Query;
using Document = std::pair<std::size_t, Xapian::docid>;  ///< shard's number and docid
using Weights = std::map<Document, double>;

/// Goes down a query as far as its weight is the sum of its parts' weights.
class PartFinder {
 public:
  PartFinder(OpenIndex& index, const SearchScope& scope, const CompiledQuery& compiled) : index_(index), scope_(scope) {
    for (const WeighedPart& part : compiled.weighed) known_.emplace(part.query.get_description(), &part);
  }

  /// Of the documents in `among`, whatever they weigh there.
  void take(const Query& query, const Weights& among) {
    const Weights weights = weights_of(query, among);
    if (weights.empty()) return;
    const auto known = known_.find(query.get_description());
    if (known != known_.end()) return add(*known->second, weights);
    switch (query.get_type()) {
      case Query::OP_AND:
      case Query::OP_OR:
      case Query::OP_AND_MAYBE:
        for (std::size_t i = 0; i < query.get_num_subqueries(); ++i) take(query.get_subquery(i), weights);
        return;
      case Query::OP_FILTER:
      case Query::OP_AND_NOT:
        return take(query.get_subquery(0), weights);
      default:
        return add(unnamed(query), weights);
    }
  }

  const std::map<Document, std::vector<std::pair<const WeighedPart*, double>>>& found() const { return found_; }

 private:
  /// What each of some documents weighs for a query; those that it does not match are left out.
  Weights weights_of(const Query& query, const Weights& among) {
    auto ranges = std::make_shared<RangesByShard>();
    for (const auto& [document, weight] : among) {
      (*ranges)[index_.manifest().shards[document.first].uuid].push_back({document.second, document.second});
    }
    Xapian::Enquire enquire(scope_.database);
    enquire.set_query(Query(Query::OP_FILTER, query, documents_query(std::move(ranges))));
    enquire.set_weighting_scheme(passage_weight(index_, scope_).scheme());
    Weights weights;
    const Xapian::MSet matches = enquire.get_mset(0, static_cast<Xapian::doccount>(among.size()));
    for (auto match = matches.begin(); match != matches.end(); ++match) {
      const DocumentPlace place = scope_.place_of(*match);
      weights[{place.shard, place.docid}] = match.get_weight();
    }
    return weights;
  }

  void add(const WeighedPart& part, const Weights& weights) {
    for (const auto& [document, weight] : weights) {
      if (weight > 0) found_[document].emplace_back(&part, weight);
    }
  }

  /// A part that the compiler has joined to others of its kind: it goes by its terms.
  const WeighedPart& unnamed(const Query& query) {
    auto part = std::make_unique<WeighedPart>();
    for (auto term = query.get_terms_begin(); term != query.get_terms_end(); ++term) {
      part->clause += (part->clause.empty() ? "" : " ") + *term;
      Pattern pattern;
      pattern.positions.push_back({*term});
      part->patterns.push_back(std::move(pattern));
    }
    unnamed_.push_back(std::move(part));
    return *unnamed_.back();
  }

  OpenIndex& index_;
  const SearchScope& scope_;
  std::map<std::string, const WeighedPart*> known_;  ///< by description
  std::vector<std::unique_ptr<WeighedPart>> unnamed_;
  std::map<Document, std::vector<std::pair<const WeighedPart*, double>>> found_;
};

void add_form(ScorePart& part, std::string_view text, const Highlight& mark) {
  std::string form(text.substr(mark.start, mark.end - mark.start));
  for (char& c : form) c = c == '\n' || c == '\r' || c == '\t' ? ' ' : c;
  const std::string folded = schema::fold_value(form);
  const bool is_known = std::any_of(part.forms.begin(), part.forms.end(),
                                    [&](const std::string& known) { return schema::fold_value(known) == folded; });
  if (!is_known) part.forms.push_back(std::move(form));
}

ScorePart text_part(const Hit& hit, const WeighedPart& of, double weight) {
  ScorePart part{ScorePart::Kind::Text, of.clause, weight};
  const auto marks = highlight(hit.passage.text, of.patterns, hit.passage.sentence_starts);
  const auto in_title = highlight(hit.statement.title, of.patterns);
  for (const Highlight& mark : marks) add_form(part, hit.passage.text, mark);
  for (const Highlight& mark : in_title) add_form(part, hit.statement.title, mark);
  part.count = marks.size();
  part.in_title = !in_title.empty();
  if (marks.empty() && part.in_title) part.kind = ScorePart::Kind::Title;
  return part;
}

/// The gain by pairs, divided among them as they would have gained alone.
class PairDivider {
 public:
  PairDivider(OpenIndex& index, const QueryPairs& pairs) {
    for (const WordPair& pair : pairs.pairs) single_.push_back({pairs.words, {pair}});
    for (const QueryPairs& one : single_) scorers_.emplace_back(index, one);
  }

  void add(Hit& hit, const Candidate& candidate) {
    std::vector<double> gains;
    double sum = 0;
    for (PairScorer& scorer : scorers_) {
      gains.push_back(scorer.gain(candidate.place, std::numeric_limits<double>::max()));
      sum += gains.back();
    }
    for (std::size_t i = 0; i < single_.size(); ++i) {
      if (gains[i] <= 0) continue;
      const WordPair& pair = single_[i].pairs.front();
      const std::string text = single_[i].words[pair.first].front() + " " + single_[i].words[pair.second].front();
      hit.score_parts.push_back({ScorePart::Kind::Pair, text, candidate.gains.pairs * gains[i] / sum});
    }
  }

 private:
  std::vector<QueryPairs> single_;  ///< each with one pair
  std::deque<PairScorer> scorers_;  ///< view single_
};

}  // namespace

void explain_scores(OpenIndex& index, const SearchScope& scope, const ScoringQuery& scoring,
                    const std::vector<ScoredHit>& hits) {
  PartFinder parts(index, scope, scoring.compiled);
  Weights all;
  for (const auto& [hit, candidate] : hits) {
    if (candidate->weight > 0) all[{candidate->place.shard, candidate->place.docid}] = candidate->weight;
  }
  if (all.empty()) return;
  parts.take(scoring.query, all);
  PairDivider pairs(index, scoring.compiled.pairs);
  for (const auto& [hit, candidate] : hits) {
    const auto found = parts.found().find({candidate->place.shard, candidate->place.docid});
    if (found == parts.found().end()) continue;
    for (const auto& [part, weight] : found->second) hit->score_parts.push_back(text_part(*hit, *part, weight));
    if (candidate->gains.pairs > 0) pairs.add(*hit, *candidate);
    if (candidate->gains.said > 0) {
      hit->score_parts.push_back({ScorePart::Kind::Said, "said-by:", candidate->gains.said});
    }
    std::stable_sort(hit->score_parts.begin(), hit->score_parts.end(),
                     [](const ScorePart& a, const ScorePart& b) { return a.weight > b.weight; });
  }
}

}  // namespace communique::searcher
