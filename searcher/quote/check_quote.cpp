// SPDX-License-Identifier: GPL-3.0-or-later
// The order of steps: where it may stand word for word; else the places most like it, and the best one's own words looked
// for word for word; then who says it at each.
#include "searcher/quote/check_quote.h"

#include <algorithm>
#include <chrono>
#include <map>
#include <tuple>

#include "schema/xapian_guard.h"
#include "searcher/matches/match_set.h"

namespace communique::searcher {
namespace {

// Chosen on altered and on invented sentences: tests/accept/check_quote.py.
constexpr double kNearlyCost = 0.25;  ///< of the quotation's words
constexpr double kNearlyInformation = 0.6;
constexpr double kCloseInformation = 0.5;
constexpr double kCloseSame = 0.5;
constexpr std::size_t kCloseWords = 4;  ///< two of three common words stand somewhere always

QuoteVerdict verdict_of(const Quote& quote, const QuoteComparison& found) {
  const auto words = static_cast<double>(quote.words);
  if (found.changes.empty()) return QuoteVerdict::WordForWord;
  if (found.cost <= std::max(1.0, kNearlyCost * words) && found.information >= kNearlyInformation) {
    return QuoteVerdict::Nearly;
  }
  const bool close = found.information >= kCloseInformation && found.same >= kCloseSame;
  return close && quote.words >= kCloseWords ? QuoteVerdict::Close : QuoteVerdict::NotFound;
}

double closeness(const Quote& quote, const QuoteComparison& found) {
  return found.information - found.cost / static_cast<double>(quote.words) / 2;
}

/// The words of a place that a quotation stands for, as a quotation: each piece, with dots where words were left out.
std::string wording(const QuotePlace& place) {
  std::string text;
  bool gap = false;
  std::uint32_t end = 0;
  for (const QuoteRun& run : place.comparison.runs) {
    if (run.kind == QuoteRun::Kind::Added) continue;
    if (run.kind == QuoteRun::Kind::Omitted) {
      gap = true;
      continue;
    }
    if (!text.empty()) text += gap ? " … " : place.slice({end, run.text.start});
    text += place.slice(run.text);
    end = run.text.end;
    gap = false;
  }
  return text;
}

/// Day by which it was said for certain: what is known to the year or month only comes after what is dated in it.
std::uint32_t date_key(const schema::StatementRecord& statement) {
  return statement.dated() ? statement.date.last_day().key() : ~0U;
}

class Checker {
 public:
  Checker(OpenIndex& index, const QuoteRequest& request, const QuoteScope& scope, QuoteCheck& out)
      : index_(index), request_(request), scope_(scope), out_(out) {}

  void run() {
    find_exact(out_.quote);
    if (found_.empty()) find_likely();
    if (found_.empty()) return;
    order();
    out_.place = std::move(found_.front().place);
    count();
    if (!request_.said_by.empty()) answer_claim();
    for (Found& one : found_) {
      if (out_.statements.size() > request_.limit) break;
      out_.statements.push_back(std::move(one.shown));
    }
  }

 private:
  struct Found {
    QuotePlace place;
    QuoteStatement shown;
  };

  void find_exact(const Quote& quote) {
    QuoteCandidates candidates(index_, scope_, quote);
    PlaceReader reader(index_, quote, [&](std::string_view word) { return candidates.weight(word); });
    const PassageWindows windows = candidates.exact();
    for (const PassageWindow& window : windows.windows) {
      if (std::optional<QuotePlace> place = reader.read(window, true)) add(std::move(*place));
    }
    out_.exact = windows.complete;
    if (!found_.empty()) out_.verdict = QuoteVerdict::WordForWord;
  }

  void find_likely() {
    QuoteCandidates candidates(index_, scope_, out_.quote);
    PlaceReader reader(index_, out_.quote, [&](std::string_view word) { return candidates.weight(word); });
    std::vector<std::pair<double, QuotePlace>> places;
    for (const PassageWindow& window : candidates.likely().windows) {
      if (std::optional<QuotePlace> place = reader.read(window, false)) {
        places.emplace_back(-closeness(out_.quote, place->comparison), std::move(*place));
      }
    }
    if (places.empty()) return;
    std::stable_sort(places.begin(), places.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    QuotePlace& best = places.front().second;
    out_.verdict = verdict_of(out_.quote, best.comparison);
    if (out_.verdict == QuoteVerdict::NotFound) return;
    if (out_.verdict == QuoteVerdict::WordForWord) {
      for (auto& [closeness, place] : places) {
        if (place.comparison.changes.empty()) add(std::move(place));
      }
    } else {
      find_wording(std::move(best));
    }
  }

  /// All statements with the words that stand at the best place; each compared with the quotation.
  void find_wording(QuotePlace best) {
    const Result<Quote> actual = read_quote(wording(best));
    if (actual) {
      QuoteCandidates candidates(index_, scope_, *actual);
      const WordWeights weight = [&](std::string_view word) { return candidates.weight(word); };
      PlaceReader whole(index_, *actual, weight);
      PlaceReader reader(index_, out_.quote, weight);
      const PassageWindows windows = candidates.exact();
      out_.exact = windows.complete;
      for (const PassageWindow& window : windows.windows) {
        if (window.head.shard == best.head.shard && window.head.docid == best.head.docid) continue;
        if (!whole.read(window, true)) continue;
        std::optional<QuotePlace> place = reader.read(window, false);
        if (place && place->comparison.cost <= best.comparison.cost) add(std::move(*place));
      }
    }
    add(std::move(best));
  }

  void add(QuotePlace place) {
    const bool again = !found_.empty() && found_.back().place.head.shard == place.head.shard &&
                       found_.back().place.head.docid == place.head.docid;
    if (again) return;
    Found& one = found_.emplace_back();
    one.shown.statement = index_.statement(place.head);
    for (const std::uint32_t number : place.passage_numbers()) {
      one.shown.passage_ids.push_back(schema::passage_id(one.shown.statement.id, number));
    }
    one.shown.who = place.who(one.shown.statement);
    one.place = std::move(place);
  }

  /// Oldest first; of versions only the first stays.
  void order() {
    std::stable_sort(found_.begin(), found_.end(), [](const Found& a, const Found& b) {
      return std::tuple(date_key(a.shown.statement), std::string_view(a.shown.statement.id)) <
             std::tuple(date_key(b.shown.statement), std::string_view(b.shown.statement.id));
    });
    std::map<std::uint32_t, std::size_t> first_of_cluster;
    std::vector<Found> kept;
    for (Found& one : found_) {
      const schema::Version* version = index_.versions().find(one.place.head.shard, one.place.head.docid);
      if (version != nullptr) {
        const auto [known, is_new] = first_of_cluster.try_emplace(version->cluster, kept.size());
        if (!is_new) {
          ++kept[known->second].shown.duplicates;
          continue;
        }
      }
      kept.push_back(std::move(one));
    }
    found_ = std::move(kept);
  }

  void count() {
    std::map<int, std::uint64_t> years;
    for (const Found& one : found_) {
      if (one.shown.statement.dated()) {
        ++years[one.shown.statement.date.year];
      } else {
        ++out_.undated;
      }
    }
    out_.total = found_.size();
    out_.by_year.assign(years.begin(), years.end());
  }

  void answer_claim() {
    const ClaimedSpeaker claimed(index_, request_.said_by);
    ClaimAnswer answer{ClaimAnswer::Kind::Unknown, request_.said_by, claimed.shown(), claimed.known(), {}};
    for (const Found& one : found_) {
      const QuoteStatement& shown = one.shown;
      if (shown.who.basis == WhoSaid::Basis::Nobody) continue;
      if (answer.kind == ClaimAnswer::Kind::Unknown) answer.kind = ClaimAnswer::Kind::No;
      if (claimed.is_any(shown.who, shown.statement)) {
        answer.kind = ClaimAnswer::Kind::Yes;
        answer.where = shown;
        break;
      }
      if (answer.kind == ClaimAnswer::Kind::No && claimed.is(speaker_of(shown.statement), shown.statement)) {
        answer.kind = ClaimAnswer::Kind::QuotesOther;
        answer.where = shown;
      }
    }
    out_.claim = std::move(answer);
  }

  OpenIndex& index_;
  const QuoteRequest& request_;
  const QuoteScope& scope_;
  QuoteCheck& out_;
  std::vector<Found> found_;
};

/// All documents, or those the filters leave.
Result<QuoteScope> scope_of(OpenIndex& index, const QuoteRequest& request, std::vector<Notice>& notices) {
  QuoteScope scope;
  if (request.parse.filters.empty()) {
    scope.scope.database = index.database_for({}, true, &scope.scope.shards);
    return scope;
  }
  const Result<ParsedQuery> parsed = parse("", request.parse);
  if (!parsed) return parsed.error();
  const Result<CompiledQuery> compiled = compile(*parsed, index, request.compile);
  if (!compiled) return compiled.error();
  notices = parsed->notices;
  notices.insert(notices.end(), compiled->notices.begin(), compiled->notices.end());
  RunnableQuery query = runnable(index, *compiled, Unit::Passage);
  scope.scope = std::move(query.scope);
  scope.filter = query.full;
  return scope;
}

}  // namespace

std::string_view to_string(QuoteVerdict verdict) {
  switch (verdict) {
    case QuoteVerdict::WordForWord:
      return "word_for_word";
    case QuoteVerdict::Nearly:
      return "nearly";
    case QuoteVerdict::Close:
      return "close";
    case QuoteVerdict::NotFound:
      return "not_found";
  }
  return {};
}

std::string_view to_string(ClaimAnswer::Kind kind) {
  switch (kind) {
    case ClaimAnswer::Kind::Yes:
      return "yes";
    case ClaimAnswer::Kind::QuotesOther:
      return "quotes_other";
    case ClaimAnswer::Kind::No:
      return "no";
    case ClaimAnswer::Kind::Unknown:
      return "unknown";
  }
  return {};
}

Result<QuoteCheck> check_quote(OpenIndex& index, const QuoteRequest& request) {
  const auto started = std::chrono::steady_clock::now();
  const Result<Quote> quote = read_quote(request.text);
  if (!quote) return quote.error();
  return schema::guard_xapian("searching the index", [&]() -> Result<QuoteCheck> {
    QuoteCheck check;
    check.quote = *quote;
    const Result<QuoteScope> scope = scope_of(index, request, check.notices);
    if (!scope) return scope.error();
    Checker(index, request, *scope, check).run();
    const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - started;
    check.took_ms = took.count();
    return check;
  });
}

}  // namespace communique::searcher
