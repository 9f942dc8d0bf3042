// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/duplicates.h"

#include <algorithm>
#include <chrono>
#include <functional>
#include <limits>
#include <tuple>
#include <utility>

#include "schema/bytes.h"

namespace communique::indexer {
namespace {

// Chosen by reading pairs of 72,631 releases of US senators' offices, of which thousands are made from templates.
//
// Of two texts with an estimated likeness of .70 and more nearly all are versions of one another or made from one
// template. A version that was cut shows by what is left of it: nine tenths and more stand in the other.
constexpr double kAlike = 0.70;
constexpr double kAlikeIfCut = 0.50;
constexpr double kContainedIfCut = 0.90;
// What is made from a template has other names and numbers beside the same words: one in 20 to 30 of those that could
// be compared, at likenesses up to .95. Versions have none, or one beside a place that was cut.
constexpr unsigned kDetailsPerDifference = 50;
// A publisher repeats its own templates every day, and seldom a statement: a correction, or one posted twice.
constexpr double kAlikeFromOnePublisher = 0.90;
// Agencies and ministries pass a statement on within days. What is alike and further apart is the next of its kind:
// next week's column, next year's greeting. Only the same words are the same statement whenever they are dated.
constexpr int kDaysApart = 10;

// Locality-sensitive hashing: two texts are compared if all four bins of one of 16 bands agree, which happens to 99 %
// of those of likeness .7 and to 64 % of those of .5.
constexpr std::size_t kBands = 16;
constexpr std::size_t kBinsPerBand = corpus::kSignatureBins / kBands;
static_assert(kBinsPerBand == sizeof(std::uint32_t));
// Of a band's equals only so many before a statement are compared with it: a template can have thousands.
constexpr std::size_t kMostCompared = 64;

/// Days of the period a date stands for, counted from the epoch; of all time if undated.
struct Days {
  int first = std::numeric_limits<int>::min() / 2;
  int last = std::numeric_limits<int>::max() / 2;
};

int day_number(const schema::Date& day) {
  const std::chrono::year_month_day date{std::chrono::year(day.year), std::chrono::month(day.month),
                                         std::chrono::day(day.day)};
  return static_cast<int>(std::chrono::sys_days(date).time_since_epoch().count());
}

Days days_of(std::uint32_t key) {
  if (key == 0) return {};
  const schema::Date date = schema::Date::from_key(key);
  return {day_number(date.first_day()), day_number(date.last_day())};
}

bool within(const Days& a, const Days& b, int days) { return a.first - b.last <= days && b.first - a.last <= days; }

bool same_publisher(const StatementSignature& a, const StatementSignature& b) {
  return a.publisher != 0 && a.publisher == b.publisher;
}

bool same_words(const StatementSignature& a, const StatementSignature& b) {
  return a.text.words_hash == b.text.words_hash && a.text.words == b.text.words && a.text.words > 0;
}

/// A statement in the order of representatives.
struct Ordered {
  const StatementSignature* statement = nullptr;
  Days days;
  std::uint32_t position = 0;  ///< in the caller's list
};

bool same_words(const Ordered& a, const Ordered& b) { return same_words(*a.statement, *b.statement); }

bool pairs_up(const Ordered& a, const Ordered& b) {
  return same_words(a, b) || (within(a.days, b.days, kDaysApart) && same_text(*a.statement, *b.statement));
}

std::vector<Ordered> ordered(const std::vector<StatementSignature>& statements) {
  std::vector<Ordered> order;
  order.reserve(statements.size());
  for (std::uint32_t i = 0; i < statements.size(); ++i) {
    order.push_back({&statements[i], days_of(statements[i].date), i});
  }
  // By the last day it can have been: a statement of 2015 is not known to be earlier than one of 3 May 2015.
  const auto key = [](const Ordered& one) {
    return std::make_tuple(one.days.last, ~one.statement->text.words, std::cref(one.statement->id));
  };
  std::sort(order.begin(), order.end(), [&](const Ordered& a, const Ordered& b) { return key(a) < key(b); });
  return order;
}

class ClusterFinder {
 public:
  explicit ClusterFinder(const std::vector<StatementSignature>& statements)
      : order_(ordered(statements)), leader_(statements.size()) {}

  std::vector<Cluster> run() {
    pair_same_words();
    for (std::size_t band = 0; band < kBands; ++band) pair_in_band(band);
    std::sort(pairs_.begin(), pairs_.end());
    pairs_.erase(std::unique(pairs_.begin(), pairs_.end()), pairs_.end());
    choose_leaders();
    return gather();
  }

 private:
  using Place = std::uint32_t;  ///< in order_
  /// The later one first: sorted, all pairs of a statement with earlier ones stand together.
  using Pair = std::pair<Place, Place>;

  const corpus::Signature& text(Place place) const { return order_[place].statement->text; }

  void pair_same_words() {
    std::vector<std::pair<std::uint64_t, Place>> keyed;
    for (Place place = 0; place < order_.size(); ++place) {
      if (text(place).words > 0) keyed.emplace_back(text(place).words_hash, place);
    }
    std::sort(keyed.begin(), keyed.end());
    for (std::size_t i = 1; i < keyed.size(); ++i) {
      const auto [hash, place] = keyed[i];
      const Place before = keyed[i - 1].second;
      if (keyed[i - 1].first == hash && pairs_up(order_[before], order_[place])) pairs_.emplace_back(place, before);
    }
  }

  void pair_in_band(std::size_t band) {
    std::vector<std::pair<std::uint32_t, Place>> keyed;
    keyed.reserve(order_.size());
    for (Place place = 0; place < order_.size(); ++place) {
      std::uint32_t key = 0;
      for (std::size_t i = 0; i < kBinsPerBand; ++i) key = key << 8 | text(place).bins[band * kBinsPerBand + i];
      if (text(place).words > 0) keyed.emplace_back(key, place);
    }
    std::sort(keyed.begin(), keyed.end());
    for (std::size_t i = 1; i < keyed.size(); ++i) {
      const std::size_t least = i > kMostCompared ? i - kMostCompared : 0;
      for (std::size_t j = i; j > least && keyed[j - 1].first == keyed[i].first; --j) {
        const Place before = keyed[j - 1].second;
        if (pairs_up(order_[before], order_[keyed[i].second])) pairs_.emplace_back(keyed[i].second, before);
      }
    }
  }

  /// Each statement joins the leader it is most like of those its pairs have joined, or leads itself.
  void choose_leaders() {
    auto pair = pairs_.begin();
    for (Place place = 0; place < order_.size(); ++place) {
      leader_[place] = place;
      double best = -1;
      for (; pair != pairs_.end() && pair->first == place; ++pair) {
        const Place leader = leader_[pair->second];
        if (!joins(place, pair->second, leader)) continue;
        const double alike = corpus::likeness(text(leader), text(place));
        if (alike < best || (alike == best && leader > leader_[place])) continue;
        best = alike;
        leader_[place] = leader;
      }
    }
  }

  /// `via` has joined `leader`, and `place` pairs with `via`.
  bool joins(Place place, Place via, Place leader) const {
    if (via == leader || pairs_up(order_[leader], order_[place])) return true;
    // The leader's words were published again later, and it is this later time that `place` belongs to.
    return same_words(order_[leader], order_[via]) && same_text(*order_[leader].statement, *order_[place].statement);
  }

  std::vector<Cluster> gather() const {
    std::vector<std::uint32_t> sizes(order_.size());
    for (const Place leader : leader_) ++sizes[leader];
    std::vector<std::size_t> numbers(order_.size());
    std::vector<Cluster> clusters;
    for (Place place = 0; place < order_.size(); ++place) {
      const Place leader = leader_[place];
      if (sizes[leader] < 2) continue;
      if (leader == place) {
        numbers[place] = clusters.size();
        clusters.emplace_back();
      }
      clusters[numbers[leader]].push_back(order_[place].position);
    }
    return clusters;
  }

  std::vector<Ordered> order_;
  std::vector<Place> leader_;
  std::vector<Pair> pairs_;
};

}  // namespace

std::uint32_t publisher_hash(std::string_view source, std::string_view speaker) {
  if (source.empty() && speaker.empty()) return 0;
  schema::ByteWriter writer;
  writer.string(source);
  writer.string(speaker);
  const Hash128 hash = hash128(writer.take());
  std::uint32_t value = 0;
  for (std::size_t i = 0; i < 4; ++i) value = value << 8 | hash.bytes[i];
  return value == 0 ? 1 : value;
}

bool same_text(const StatementSignature& a, const StatementSignature& b) {
  if (same_words(a, b)) return true;
  const double alike = corpus::likeness(a.text, b.text);
  if (alike < kAlikeIfCut) return false;
  const bool one_publisher = same_publisher(a, b);
  if (one_publisher && alike < kAlikeFromOnePublisher) return false;
  if (alike < kAlike && corpus::containment(a.text, b.text) < kContainedIfCut) return false;
  const corpus::DetailCount details = corpus::compare_details(a.text, b.text);
  return details.differing == 0 || (!one_publisher && details.differing * kDetailsPerDifference <= details.compared);
}

std::vector<Cluster> find_clusters(const std::vector<StatementSignature>& statements) {
  return ClusterFinder(statements).run();
}

}  // namespace communique::indexer
