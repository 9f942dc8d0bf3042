// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/quote/candidates.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <tuple>

#include "schema/terms.h"
#include "searcher/document_ranges.h"
#include "searcher/query/sequence.h"
#include "searcher/query/word_query.h"
#include "searcher/word_numbers.h"

namespace communique::searcher {
namespace {

using Query = Xapian::Query;

/// Any one run of so many words, found in order, makes a passage a place to look at. Long runs are quick: few passages
/// have all of their words, and only in those positions are read.
constexpr std::size_t kExactRunWords = 12;
constexpr std::size_t kExactRuns = 3;
/// A quotation that stands in more passages is not counted to its end.
constexpr std::size_t kMostExact = 5000;

// For what is only alike, by the rarest words; where they are no rare ones, by runs of a few words, too, as far as
// these can be looked up quickly.
constexpr std::size_t kLikelyTerms = 20;
constexpr std::size_t kEnoughTerms = 4;  ///< then no word that stands in a tenth of all passages is looked for
constexpr std::size_t kEnoughRare = 5;   ///< words in less than a hundredth of all passages
constexpr std::size_t kLikelyRuns = 24;
constexpr std::uint64_t kRunDocuments = 4'000;
constexpr Xapian::doccount kLikelyPassages = 120;
constexpr std::size_t kBestPassages = 12;  ///< of these, whose texts are compared word by word

/// Words of a passage, as the indexer cuts them.
constexpr std::size_t kPassageWords = 150;

bool ends_sentence(std::string_view gap) {
  for (const std::string_view mark : {".", "!", "?", ":", ";", "\n", "。", "！", "？", "…"}) {
    if (gap.find(mark) != std::string_view::npos) return true;
  }
  return false;
}

}  // namespace

QuoteCandidates::QuoteCandidates(OpenIndex& index, const QuoteScope& scope, const Quote& quote)
    : index_(index),
      scope_(scope),
      quote_(quote),
      reach_(static_cast<std::uint32_t>(1 + quote.words / kPassageWords + 2 * (quote.pieces.size() - 1))) {}

Xapian::doccount QuoteCandidates::documents_with(const std::string& term) {
  const auto [known, is_new] = frequencies_.try_emplace(term, 0);
  if (is_new) known->second = scope_.scope.database.get_termfreq(term);
  return known->second;
}

double QuoteCandidates::weight(std::string_view word) {
  if (word.ends_with("'s")) word.remove_suffix(2);
  const double documents = static_cast<double>(index_.manifest().statements + index_.manifest().passages) + 1;
  const double with = documents_with(std::string(word));
  // What no passage has may be a slip: it says as much as a word in one passage of a hundred.
  return std::log(documents / (with > 0 ? with + 1 : documents / 100 + 1));
}

QuoteCandidates::Run QuoteCandidates::run_of(const DiffWord& first, const DiffWord& last) {
  Run run;
  run.terms = read_sequence(std::string_view(quote_.text).substr(first.start, last.end - first.start)).terms;
  run.rarest = run.terms.empty() ? 0 : documents_with(run.terms.front());
  for (const std::string& term : run.terms) run.rarest = std::min(run.rarest, documents_with(term));
  return run;
}

/// Runs of words of the same sentence, the rarest first; without overlap, of those that share words the rarest. Shorter
/// than `most_words` only where the sentence is.
std::vector<QuoteCandidates::Run> QuoteCandidates::runs(std::size_t most_words, Overlap overlap) {
  struct Found {
    Run run;
    const DiffWord* first = nullptr;
    const DiffWord* last = nullptr;
  };
  std::vector<Found> found;
  for (const QuotePiece& piece : quote_.pieces) {
    const std::vector<DiffWord>& words = piece.words;
    for (std::size_t begin = 0; begin < words.size();) {
      std::size_t end = begin + 1;
      const auto gap = [&](std::size_t at) {
        return std::string_view(quote_.text).substr(words[at - 1].end, words[at].start - words[at - 1].end);
      };
      while (end < words.size() && !ends_sentence(gap(end))) ++end;
      const std::size_t length = std::min(most_words, end - begin);
      for (std::size_t at = begin; at + length <= end; ++at) {
        found.push_back({run_of(words[at], words[at + length - 1]), &words[at], &words[at + length - 1]});
      }
      begin = end;
    }
  }
  // One word alone is worth looking for only where there is nothing longer.
  const auto is_long = [](const Found& one) { return one.first != one.last; };
  if (std::any_of(found.begin(), found.end(), is_long)) {
    std::erase_if(found, [&](const Found& one) { return !is_long(one); });
  }
  std::stable_sort(found.begin(), found.end(),
                   [](const Found& a, const Found& b) { return a.run.rarest < b.run.rarest; });
  std::vector<Run> chosen;
  std::vector<const Found*> kept;
  for (const Found& one : found) {
    const bool shares = overlap == Overlap::No && std::any_of(kept.begin(), kept.end(), [&](const Found* other) {
                          return one.first <= other->last && other->first <= one.last;
                        });
    if (shares) continue;
    kept.push_back(&one);
    chosen.push_back(one.run);
  }
  return chosen;
}

Query QuoteCandidates::filtered(const Query& query) const {
  if (scope_.filter.empty()) return index_.without_dead(query);
  return {Query::OP_FILTER, query, scope_.filter};
}

PassageWindows QuoteCandidates::exact() {
  for (const QuotePiece& piece : quote_.pieces) {
    for (const std::string& term : run_of(piece.words.front(), piece.words.back()).terms) {
      if (documents_with(term) == 0) return {};
    }
  }
  std::vector<Query> phrases;
  for (const Run& run : runs(kExactRunWords, Overlap::No)) {
    if (phrases.size() < kExactRuns) phrases.push_back(adjacent(index_, run.terms));
  }
  const Query query = filtered({Query::OP_OR, phrases.begin(), phrases.end()});
  std::vector<DocumentPlace> places;
  for (const std::size_t shard : scope_.scope.shards) {
    for (const Xapian::docid docid : matching_documents(index_.shard(shard), query, index_.deadline())) {
      places.push_back({shard, docid});
    }
  }
  const bool complete = places.size() <= kMostExact;
  if (!complete) {
    std::vector<std::tuple<bool, std::string, DocumentPlace>> dated;  // undated last
    for (const DocumentPlace& place : places) {
      const std::string date = index_.shard(place.shard).get_document(place.docid).get_value(schema::slot::kDate);
      dated.emplace_back(date.empty(), date, place);
    }
    std::stable_sort(dated.begin(), dated.end(), [](const auto& a, const auto& b) {
      return std::tie(std::get<0>(a), std::get<1>(a)) < std::tie(std::get<0>(b), std::get<1>(b));
    });
    places.clear();
    for (std::size_t i = 0; i < kMostExact; ++i) places.push_back(std::get<2>(dated[i]));
  }
  PassageWindows windows = windows_around(std::move(places));
  windows.complete = complete;
  return windows;
}

PassageWindows QuoteCandidates::likely() {
  std::vector<Query> parts = likely_terms();
  if (parts.empty()) return {};
  Xapian::Enquire enquire(scope_.scope.database);
  enquire.set_query(filtered({Query::OP_OR, parts.begin(), parts.end()}));
  enquire.set_weighting_scheme(passage_weight(index_, scope_.scope).scheme());
  const Xapian::MSet matches = enquire.get_mset(0, kLikelyPassages);
  std::vector<DocumentPlace> places;
  for (auto match = matches.begin(); match != matches.end(); ++match) places.push_back(scope_.scope.place_of(*match));
  return windows_around(best_of(places));
}

std::vector<Query> QuoteCandidates::likely_terms() {
  std::vector<std::pair<Xapian::doccount, std::string>> terms;
  for (const QuotePiece& piece : quote_.pieces) {
    for (const std::string& term : run_of(piece.words.front(), piece.words.back()).terms) {
      if (documents_with(term) > 0) terms.emplace_back(documents_with(term), term);
    }
  }
  std::sort(terms.begin(), terms.end());
  terms.erase(std::unique(terms.begin(), terms.end()), terms.end());
  const Xapian::doccount all = scope_.scope.database.get_doccount();
  std::vector<Query> parts;
  std::size_t rare = 0;
  for (const auto& [documents, term] : terms) {
    if (parts.size() >= kLikelyTerms || (parts.size() >= kEnoughTerms && documents > all / 10)) break;
    parts.emplace_back(term);
    rare += documents < all / 100 ? 1 : 0;
  }
  for (const std::size_t words : {std::size_t{3}, std::size_t{2}}) {
    if (rare >= kEnoughRare) break;
    std::uint64_t documents = 0;
    std::size_t taken = 0;
    for (const Run& run : runs(words, Overlap::Yes)) {
      documents += run.rarest;
      if (taken == kLikelyRuns || documents > kRunDocuments) break;
      if (run.rarest == 0 || run.terms.size() < 2) continue;
      parts.push_back(adjacent(index_, run.terms));
      ++taken;
    }
  }
  return parts;
}

/// Those that have most of the quotation's words and of its pairs of neighbours, by what they say.
std::vector<DocumentPlace> QuoteCandidates::best_of(const std::vector<DocumentPlace>& places) {
  WordNumbers numbers;
  std::vector<double> weights;
  std::map<std::pair<std::uint32_t, std::uint32_t>, double> pairs;
  for (const QuotePiece& piece : quote_.pieces) {
    std::uint32_t before = 0;
    for (const DiffWord& word : piece.words) {
      const std::uint32_t number = numbers.of(word.term);
      weights.resize(numbers.size() + 1);
      weights[number] = weight(word.term);
      if (before != 0) pairs[{before, number}] = weights[before] + weights[number];
      before = number;
    }
  }
  std::vector<std::pair<double, std::size_t>> scored;
  for (std::size_t i = 0; i < places.size(); ++i) {
    std::set<std::uint32_t> seen;
    std::set<std::pair<std::uint32_t, std::uint32_t>> seen_pairs;
    double score = 0;
    std::uint32_t before = 0;
    for (const DiffWord& word : words_to_compare(index_.passage(places[i]).text)) {
      const std::uint32_t number = numbers.known(word.term);
      if (number != 0 && seen.insert(number).second) score += weights[number];
      const auto pair = pairs.find({before, number});
      if (pair != pairs.end() && seen_pairs.insert(pair->first).second) score += pair->second;
      before = number;
    }
    scored.emplace_back(-score, i);
  }
  std::sort(scored.begin(), scored.end());
  std::vector<DocumentPlace> best;
  for (std::size_t i = 0; i < std::min(scored.size(), kBestPassages); ++i) best.push_back(places[scored[i].second]);
  return best;
}

std::uint32_t QuoteCandidates::passages_of(const DocumentPlace& head) const {
  const auto heads = index_.heads(head.shard);
  const auto next = std::upper_bound(heads.begin(), heads.end(), head.docid);
  return (next == heads.end() ? index_.shard(head.shard).get_lastdocid() + 1 : *next) - head.docid - 1;
}

PassageWindows QuoteCandidates::windows_around(std::vector<DocumentPlace> places) const {
  std::sort(places.begin(), places.end(), [](const DocumentPlace& a, const DocumentPlace& b) {
    return a.shard != b.shard ? a.shard < b.shard : a.docid < b.docid;
  });
  PassageWindows found;
  for (const DocumentPlace& place : places) {
    const DocumentPlace head{place.shard, index_.head_of(place)};
    const std::uint32_t number = place.docid - head.docid;
    if (number == 0) continue;
    const PassageWindow window{head, number > reach_ ? number - reach_ : 1,
                               std::min(number + reach_, passages_of(head))};
    PassageWindow* before = found.windows.empty() ? nullptr : &found.windows.back();
    if (before != nullptr && before->head.shard == head.shard && before->head.docid == head.docid &&
        window.first <= before->last + 1) {
      before->last = std::max(before->last, window.last);
    } else {
      found.windows.push_back(window);
    }
  }
  return found;
}

}  // namespace communique::searcher
