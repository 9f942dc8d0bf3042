// SPDX-License-Identifier: GPL-3.0-or-later
// Which sentence of one list belongs to which of another: equal ones first, then the most alike.
#include <algorithm>
#include <map>
#include <numeric>
#include <set>
#include <tuple>

#include <dtl/dtl.hpp>

#include "searcher/text_diff.h"
#include "searcher/word_numbers.h"

namespace communique::searcher {
namespace {

/// Sentences without equals are compared each with each only up to so many pairs (a second's work); beyond, with those
/// at about the same place.
constexpr std::size_t kMostPairs = 4'000'000;

using Numbers = std::vector<std::uint32_t>;

struct Sentences {
  std::vector<std::vector<DiffWord>> words;
  std::vector<Numbers> sorted;  ///< word numbers, ascending
  Numbers identity;             ///< the same for sentences of the same words in the same order
  std::vector<std::size_t> partner;
};

class Alignment {
 public:
  Alignment(std::span<const std::string_view> left, std::span<const std::string_view> right) {
    read(left, left_);
    read(right, right_);
  }

  void pair_equal_in_order() {
    dtl::Diff<std::uint32_t> diff(left_.identity, right_.identity);
    diff.compose();
    std::size_t left = 0;
    std::size_t right = 0;
    for (const auto& [identity, info] : diff.getSes().getSequence()) {
      if (info.type == dtl::SES_COMMON) join(left, right);
      if (info.type != dtl::SES_ADD) ++left;
      if (info.type != dtl::SES_DELETE) ++right;
    }
  }

  void pair_equal_anywhere() {
    std::map<std::uint32_t, std::vector<std::size_t>> places;  // in the right list, last first
    for (std::size_t i = right_.identity.size(); i-- > 0;) places[right_.identity[i]].push_back(i);
    for (std::size_t i = 0; i < left_.identity.size(); ++i) {
      const auto found = places.find(left_.identity[i]);
      if (found == places.end() || found->second.empty()) continue;
      join(i, found->second.back());
      found->second.pop_back();
    }
  }

  void pair_alike(double least, bool keep_order) {
    std::vector<std::tuple<double, std::size_t, std::size_t>> pairs;  // the most alike first, then in the text's order
    const std::vector<std::size_t> lefts = alone(left_);
    const std::vector<std::size_t> rights = alone(right_);
    const std::size_t reach = std::max<std::size_t>(1, kMostPairs / std::max<std::size_t>(1, lefts.size()) / 2);
    for (std::size_t i = 0; i < lefts.size(); ++i) {
      const std::size_t middle = i * rights.size() / lefts.size();
      const std::size_t first = middle > reach ? middle - reach : 0;
      for (std::size_t k = first; k < std::min(rights.size(), middle + reach); ++k) {
        const double alike = likeness_of(lefts[i], rights[k]);
        if (alike >= least && alike > 0) pairs.emplace_back(-alike, lefts[i], rights[k]);
      }
    }
    std::sort(pairs.begin(), pairs.end());
    for (const auto& [alike, left, right] : pairs) {
      if (left_.partner[left] != SentencePair::kNone || right_.partner[right] != SentencePair::kNone) continue;
      if (!keep_order || !crosses(left, right)) join(left, right);
    }
  }

  SentencePair pair_of(std::size_t left, std::span<const std::string_view> lefts,
                       std::span<const std::string_view> rights) const {
    const std::size_t right = left_.partner[left];
    if (right == SentencePair::kNone) return {SentenceChange::LeftOnly, left, right, 0};
    if (left_.identity[left] == right_.identity[right]) return {SentenceChange::Same, left, right, 1};
    return {SentenceChange::Changed, left, right, likeness_of(left, right), readable_diff(lefts[left], rights[right])};
  }

  bool right_is_alone(std::size_t right) const { return right_.partner[right] == SentencePair::kNone; }

 private:
  void read(std::span<const std::string_view> texts, Sentences& into) {
    into.partner.assign(texts.size(), SentencePair::kNone);
    for (const std::string_view text : texts) into.words.push_back(words_to_compare(text));
    for (const std::vector<DiffWord>& words : into.words) {
      Numbers numbers = numbers_.of(words);
      into.identity.push_back(
          identities_.try_emplace(numbers, static_cast<std::uint32_t>(identities_.size())).first->second);
      std::sort(numbers.begin(), numbers.end());
      into.sorted.push_back(std::move(numbers));
    }
  }

  void join(std::size_t left, std::size_t right) {
    left_.partner[left] = right;
    right_.partner[right] = left;
    joined_.emplace(left, right);
  }

  bool crosses(std::size_t left, std::size_t right) const {
    const auto next = joined_.lower_bound({left, right});
    if (next != joined_.end() && next->second < right) return true;
    return next != joined_.begin() && std::prev(next)->second > right;
  }

  static std::vector<std::size_t> alone(const Sentences& of) {
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < of.partner.size(); ++i) {
      if (of.partner[i] == SentencePair::kNone && !of.sorted[i].empty()) found.push_back(i);
    }
    return found;
  }

  double likeness_of(std::size_t left, std::size_t right) const {
    const Numbers& a = left_.sorted[left];
    const Numbers& b = right_.sorted[right];
    std::size_t shared = 0;
    for (std::size_t i = 0, k = 0; i < a.size() && k < b.size();) {
      if (a[i] == b[k]) ++shared;
      const bool step_left = a[i] <= b[k];
      if (b[k] <= a[i]) ++k;
      if (step_left) ++i;
    }
    return 2.0 * static_cast<double>(shared) / static_cast<double>(std::max<std::size_t>(1, a.size() + b.size()));
  }

  WordNumbers numbers_;
  std::map<Numbers, std::uint32_t> identities_;
  Sentences left_;
  Sentences right_;
  std::set<std::pair<std::size_t, std::size_t>> joined_;
};

}  // namespace

std::vector<SentencePair> align_sentences(std::span<const std::string_view> left,
                                          std::span<const std::string_view> right, SentenceOrder order, double least) {
  const bool kept = order == SentenceOrder::Kept;
  Alignment alignment(left, right);
  kept ? alignment.pair_equal_in_order() : alignment.pair_equal_anywhere();
  alignment.pair_alike(least, kept);

  std::vector<SentencePair> pairs;
  std::size_t right_at = 0;
  const auto add_rights_before = [&](std::size_t end) {
    for (; right_at < end; ++right_at) {
      if (alignment.right_is_alone(right_at))
        pairs.push_back({SentenceChange::RightOnly, SentencePair::kNone, right_at, 0});
    }
  };
  for (std::size_t i = 0; i < left.size(); ++i) {
    SentencePair pair = alignment.pair_of(i, left, right);
    if (kept && pair.right != SentencePair::kNone) add_rights_before(pair.right);
    pairs.push_back(std::move(pair));
  }
  add_rights_before(right.size());
  return pairs;
}

}  // namespace communique::searcher
