// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/word_ranking.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cassert>
#include <memory>
#include <optional>
#include <utility>

#include "schema/word_lists.h"
#include "searcher/document_filter.h"
#include "searcher/word_matches.h"
#include "searcher/word_weight.h"

namespace communique::searcher {
namespace {

// Passages weighed together: counts and weights of so many stay in the processor's first caches.
constexpr std::uint32_t kBlock = 4096;

// A bound of a sum, added up in another order than the sum, must not be less than it by rounding.
constexpr double kRoundedUp = 1 + 1e-9;

struct ShardWord : ListedWord {
  double rarity = 0;
  bool optional = false;
};

/// The best passages so far.
class Best {
 public:
  explicit Best(std::size_t count) : count_(count) {}

  /// True if a passage of this weight would be among them.
  bool admits(double weight) const { return heap_.size() < count_ || weight > heap_.front().weight; }
  void add(const RankedPassage& passage) {
    if (heap_.size() == count_) {
      std::pop_heap(heap_.begin(), heap_.end(), heavier);
      heap_.back() = passage;
      left_out_ = true;
    } else {
      heap_.push_back(passage);
    }
    std::push_heap(heap_.begin(), heap_.end(), heavier);
  }
  /// What weighs no more than this is not admitted.
  double bound() const { return heap_.size() < count_ ? -1 : heap_.front().weight; }
  void note_left_out() { left_out_ = true; }
  RankedPassages take() {
    std::sort_heap(heap_.begin(), heap_.end(), heavier);
    return {std::move(heap_), !left_out_};
  }

 private:
  static bool heavier(const RankedPassage& a, const RankedPassage& b) {
    if (a.weight != b.weight) return a.weight > b.weight;
    return a.shard != b.shard ? a.shard < b.shard : a.docid < b.docid;
  }

  std::size_t count_;
  std::vector<RankedPassage> heap_;  ///< the lightest at the front
  bool left_out_ = false;            ///< some passage that matches is not in the heap
};

class ShardRanker {
 public:
  /// `everything`: gets the docids of all that match, ascending; may be null.
  ShardRanker(OpenIndex& index, std::size_t shard, const WordWeights& weights, std::vector<Xapian::docid>* everything)
      : index_(index), shard_(shard), lists_(index.lists(shard)), weights_(weights), everything_(everything) {}

  /// False if no passage of the shard can match.
  bool prepare(const WordRanking& ranking, const std::vector<double>& rarities) {
    all_ = ranking.all;
    but_not_all_ = ranking.but_not_all;
    for (std::size_t i = 0; i < ranking.words.size(); ++i) {
      const RankedWord& word = ranking.words[i];
      ShardWord in_shard{lists_of(index_, shard_, word), rarities[i], word.optional};
      if (!word.optional) ++required_;
      if (in_shard.forms.empty() && !word.optional && all_) return false;
      words_.push_back(std::move(in_shard));
    }
    // What decides comes first, the rarest before all: where it is absent, the rest need not be weighed.
    std::stable_sort(words_.begin(), words_.end(), [](const ShardWord& a, const ShardWord& b) {
      return a.optional != b.optional ? b.optional : a.passages < b.passages;
    });
    most_.assign(words_.size() + 1, 0);
    for (std::size_t i = words_.size(); i-- > 0;) most_[i] = most_[i + 1] + words_[i].rarity * kRoundedUp;
    filter_.emplace(index_, shard_, ranking.filters, ranking.excluded);
    all_pass_ = filter_->admits_all();
    return true;
  }

  void rank(Best& best) {
    if (everything_ != nullptr) everything_->reserve(most_matches());
    const std::uint32_t last = lists_.documents();
    for (std::uint32_t start = 1; start <= last; start += kBlock) {
      index_.deadline().check();
      matching_.clear();
      std::uint32_t weighed = 0;
      for (ShardWord& word : words_) {
        // MaxScore (Turtle and Flood 1995): who can not come to be admitted, whatever follows, is counted, not weighed.
        const double hopeless = best.bound() - most_[weighed];
        weigh(word, start, weighed++, hopeless);
      }
      take(start, best);
    }
    check_read();
  }

 private:
  std::size_t most_matches() const {
    std::uint64_t sum = 0;
    for (std::uint32_t i = 0; i < required_; ++i) sum += words_[i].passages;
    return std::min<std::uint64_t>(all_ && required_ > 0 ? words_.front().passages : sum, lists_.documents());
  }

  /// Adds what a word weighs to the passages of a block. `before`: so many words were weighed before it. Those whose
  /// words so far weigh no more than `hopeless` are not weighed any more: that can only become truer with each word.
  void weigh(ShardWord& word, std::uint32_t start, std::uint32_t before, double hopeless) {
    const std::uint32_t end = std::min(start + kBlock, lists_.documents() + 1);  // a damaged list may go on
    const Weighing as{word.rarity, start, before, hopeless, !word.optional, all_ && before > 0};
    if (word.forms.size() == 1) {
      schema::WordListReader& form = word.forms.front();
      for (; form.docid() != 0 && form.docid() < end; form.next()) weigh_in(form.docid() - start, form.count(), as);
      return;
    }
    touched_.clear();
    for (schema::WordListReader& form : word.forms) {
      for (; form.docid() != 0 && form.docid() < end; form.next()) {
        const std::uint32_t at = form.docid() - start;
        if (counts_[at] == 0) touched_.push_back(at);
        counts_[at] += form.count();
      }
    }
    for (const std::uint32_t at : touched_) weigh_in(at, std::exchange(counts_[at], 0), as);
  }

  /// How a word is weighed in a block.
  struct Weighing {
    double rarity = 0;
    std::uint32_t start = 0;
    std::uint32_t before = 0;
    double hopeless = 0;
    bool decides = true;
    bool all_before = false;  ///< a passage without one of the words before is out already
  };

  void weigh_in(std::uint32_t at, std::uint32_t count, const Weighing& as) {
    if (as.decides ? as.all_before && held_[at] != as.before : held_[at] == 0) return;
    if (held_[at] == 0) {
      matching_.push_back(at);
      sums_[at] = 0;
    }
    if (sums_[at] > as.hopeless) sums_[at] += weights_.weight(as.rarity, count, lists_.length(as.start + at));
    if (as.decides) ++held_[at];
  }

  /// All lists come to their ends within the shard.
  void check_read() const {
    for (const ShardWord& word : words_) {
      for (const schema::WordListReader& form : word.forms) {
        if (form.docid() != 0) throw_beyond_shard(index_, shard_);
      }
    }
  }

  void take(std::uint32_t start, Best& best) {
    for (const std::uint32_t at : matching_) {
      const std::uint32_t held = std::exchange(held_[at], 0);
      if (all_ ? held != required_ : but_not_all_ && held == required_) continue;
      if (everything_ != nullptr || best.admits(sums_[at])) {
        candidates_[at / 64] |= std::uint64_t{1} << at % 64;
      } else {
        best.note_left_out();
      }
    }
    // Ascending, as the filter's postings are read forwards.
    for (std::uint32_t word = 0; word < kBlock / 64; ++word) {
      for (std::uint64_t bits = std::exchange(candidates_[word], 0); bits != 0; bits &= bits - 1) {
        take_one(start, word * 64 + static_cast<std::uint32_t>(std::countr_zero(bits)), best);
      }
    }
  }

  void take_one(std::uint32_t start, std::uint32_t at, Best& best) {
    const bool admitted = best.admits(sums_[at]);
    if (admitted || everything_ != nullptr) {
      if (!all_pass_ && !filter_->admits(start + at)) return;
      if (everything_ != nullptr) everything_->push_back(start + at);
    }
    if (admitted) {
      best.add({shard_, start + at, sums_[at]});
    } else {
      best.note_left_out();
    }
  }

  OpenIndex& index_;
  std::size_t shard_;
  const schema::WordLists& lists_;
  const WordWeights& weights_;
  std::vector<Xapian::docid>* everything_;
  bool all_ = true;
  bool but_not_all_ = false;
  std::uint32_t required_ = 0;  ///< words that are not optional
  std::vector<ShardWord> words_;
  std::vector<double> most_;  ///< by word: what it and all after it can weigh at most
  std::optional<DocumentFilter> filter_;
  bool all_pass_ = false;
  // Of the passages of the current block:
  std::array<std::uint32_t, kBlock> counts_{};           ///< of the word being weighed; 0 between words
  std::array<std::uint32_t, kBlock> held_{};             ///< words that decide, of those weighed; 0 between blocks
  std::array<double, kBlock> sums_{};                    ///< of the words weighed; meaningful where held_ is not 0
  std::array<std::uint64_t, kBlock / 64> candidates_{};  ///< a bit for each passage; 0 between blocks
  std::vector<std::uint32_t> touched_;
  std::vector<std::uint32_t> matching_;  ///< where held_ is not 0
};

/// By word, what of its weight is the same in all passages.
std::vector<double> rarities_of(OpenIndex& index, const SearchScope& scope, const WordRanking& ranking,
                                const WordWeights& weights) {
  std::vector<double> rarities;
  for (const RankedWord& word : ranking.words) {
    std::vector<std::uint32_t> passages;
    for (const std::string& form : word.forms) {
      passages.push_back(0);
      for (const std::size_t shard : scope.shards) passages.back() += index.word_counts(shard, form).passages;
    }
    rarities.push_back(weights.rarity(std::move(passages), word.factor));
  }
  return rarities;
}

}  // namespace

RankedPassages rank_words(OpenIndex& index, const SearchScope& scope, const WordRanking& ranking, std::size_t count,
                          MatchesByShard* everything) {
  assert(count > 0);
  Best best(count);
  const WordWeights weights(index, scope);
  const std::vector<double> rarities = rarities_of(index, scope, ranking, weights);
  for (const std::size_t shard : scope.shards) {
    auto* const matches = everything != nullptr ? &(*everything)[shard] : nullptr;
    const auto ranker = std::make_unique<ShardRanker>(index, shard, weights, matches);
    if (ranker->prepare(ranking, rarities)) ranker->rank(best);
  }
  return best.take();
}

}  // namespace communique::searcher
