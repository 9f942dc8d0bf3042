// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/accounts/account_pairs.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "searcher/accounts/account.h"
#include "searcher/accounts/content_words.h"
#include "searcher/matches/match_walk.h"
#include "searcher/parties.h"

namespace communique::searcher {
namespace {

/// A statement that may be one side's account.
struct Side {
  schema::StatementRecord statement;
  DocumentPlace head;
  std::vector<std::string> parties;
  std::vector<WordNumber> words;  ///< read when first asked for
  bool read = false;

  /// Whose account it is.
  const std::string& teller() const { return statement.source.empty() ? statement.country : statement.source; }
};

bool two_tellers(const schema::StatementRecord& left, const schema::StatementRecord& right) {
  return (!left.source.empty() && !right.source.empty() && left.source != right.source) ||
         (!left.country.empty() && !right.country.empty() && left.country != right.country);
}

struct PairCandidate {
  std::size_t left;
  std::size_t right;
  EventEvidence evidence;
};

class PairFinder {
 public:
  explicit PairFinder(OpenIndex& index) : index_(index), words_(index) {}

  /// Takes in every statement that matches; those that can be in a pair.
  void read(const MatchSet& matches, AccountPairs& found) {
    std::vector<DocumentPlace> heads;
    MatchWalk walk(index_, matches, WalkOrder::DateAscending);
    while (walk.next()) {
      if (!walk.begins_statement()) continue;
      ++found.statements;
      const schema::StatementRecord& statement = walk.statement();
      if (!statement.dated() || statement.date.day == 0) {
        ++found.undated;
        continue;
      }
      sides_.push_back({statement, walk.head(), {}, {}, false});
      heads.push_back(walk.head());
    }
    std::vector<std::vector<std::string>> parties = parties_of(index_, heads);
    for (std::size_t i = 0; i < sides_.size(); ++i) sides_[i].parties = std::move(parties[i]);
  }

  std::vector<PairCandidate> find() {
    std::vector<PairCandidate> candidates;
    for (std::size_t i = 0; i < sides_.size(); ++i) {
      if (sides_[i].parties.size() < 2) continue;
      for (std::size_t k = i + 1; k < sides_.size() && near(i, k); ++k) try_pair(i, k, candidates);
    }
    std::sort(candidates.begin(), candidates.end(),
              [&](const PairCandidate& a, const PairCandidate& b) { return surer(a, b); });
    return best_of(candidates);
  }

  AccountPair pair_of(const PairCandidate& candidate) const {
    const Side* left = &sides_[candidate.left];
    const Side* right = &sides_[candidate.right];
    if (left->statement.date == right->statement.date && right->statement.id < left->statement.id)
      std::swap(left, right);
    return {left->statement, right->statement, candidate.evidence};
  }

 private:
  /// Sides are in order of dates.
  bool near(std::size_t left, std::size_t right) const {
    return sides_[right].statement.date <= schema::add_days(sides_[left].statement.date, 1);
  }

  bool versions(const Side& left, const Side& right) {
    const schema::Version* a = index_.versions().find(left.head.shard, left.head.docid);
    const schema::Version* b = index_.versions().find(right.head.shard, right.head.docid);
    return a != nullptr && b != nullptr && a->cluster == b->cluster;
  }

  void try_pair(std::size_t left, std::size_t right, std::vector<PairCandidate>& candidates) {
    Side& a = sides_[left];
    Side& b = sides_[right];
    if (b.parties.size() < 2 || !two_tellers(a.statement, b.statement)) return;
    EventEvidence evidence = facts_in_common({&a.statement, &a.parties}, {&b.statement, &b.parties});
    if (!may_be_one_event(evidence) || versions(a, b)) return;
    decide(evidence, likeness_of(words_, words_of(a), words_of(b)));
    if (evidence.certainty != Certainty::None) candidates.push_back({left, right, std::move(evidence)});
  }

  const std::vector<WordNumber>& words_of(Side& side) {
    if (side.read) return side.words;
    side.read = true;
    for (std::uint32_t number = 1; number <= side.statement.passages; ++number) {
      const schema::PassageRecord passage = index_.passage({side.head.shard, side.head.docid + number});
      const std::vector<WordNumber> words = words_.of(passage.text, side.statement.lang);
      side.words.insert(side.words.end(), words.begin(), words.end());
    }
    return side.words;
  }

  bool surer(const PairCandidate& a, const PairCandidate& b) const {
    if (a.evidence.certainty != b.evidence.certainty) return a.evidence.certainty > b.evidence.certainty;
    if (a.evidence.likeness != b.evidence.likeness) return a.evidence.likeness > b.evidence.likeness;
    return std::pair(a.left, a.right) < std::pair(b.left, b.right);
  }

  /// Of each statement with each other teller the first, which is the surest.
  std::vector<PairCandidate> best_of(std::vector<PairCandidate>& candidates) const {
    std::set<std::pair<std::size_t, std::string>> taken;
    std::vector<PairCandidate> best;
    for (PairCandidate& one : candidates) {
      const std::pair left(one.left, sides_[one.right].teller());
      const std::pair right(one.right, sides_[one.left].teller());
      if (taken.contains(left) || taken.contains(right)) continue;
      taken.insert(left);
      taken.insert(right);
      best.push_back(std::move(one));
    }
    return best;
  }

  OpenIndex& index_;
  ContentWords words_;
  std::vector<Side> sides_;
};

}  // namespace

Result<AccountPairs> find_pairs(OpenIndex& index, const PairsRequest& request) {
  SearchRequest search = request.search;
  search.by = Unit::Statement;
  const Result<MatchSet> matches = match_all(index, search);
  if (!matches) return matches.error();
  AccountPairs found;
  found.notices = matches->notices;
  PairFinder finder(index);
  finder.read(*matches, found);
  std::vector<AccountPair> all;
  for (const PairCandidate& one : finder.find()) all.push_back(finder.pair_of(one));
  std::sort(all.begin(), all.end(), [&](const AccountPair& a, const AccountPair& b) {
    if (a.left.date != b.left.date) return (a.left.date < b.left.date) != request.newest_first;
    return std::tie(a.left.id, a.right.id) < std::tie(b.left.id, b.right.id);
  });
  found.total = all.size();
  const std::size_t first = std::min(request.offset, all.size());
  const std::size_t last = std::min(first + request.limit, all.size());
  found.pairs.assign(std::make_move_iterator(all.begin() + static_cast<std::ptrdiff_t>(first)),
                     std::make_move_iterator(all.begin() + static_cast<std::ptrdiff_t>(last)));
  return found;
}

}  // namespace communique::searcher
