// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <vector>

#include "searcher/rescore.h"
#include "searcher/unit_weights.h"

using namespace communique::searcher;

namespace {

/// Passages 1, 2, 3 ... by weight; few weights, so that there are ties.
CandidateList some_candidates(std::size_t count, std::mt19937& random) {
  CandidateList list;
  for (std::size_t i = 0; i < count; ++i) {
    Candidate one;
    one.weight = 1.0 + static_cast<double>(random() % 40) / 4;
    list.candidates.push_back(one);
  }
  std::stable_sort(list.candidates.begin(), list.candidates.end(),
                   [](const Candidate& a, const Candidate& b) { return a.weight > b.weight; });
  for (std::size_t i = 0; i < count; ++i) list.candidates[i].place.docid = static_cast<Xapian::docid>(i + 1);
  return list;
}

std::vector<Xapian::docid> docids(const CandidateList& list) {
  std::vector<Xapian::docid> found;
  for (const Candidate& one : list.candidates) found.push_back(one.place.docid);
  return found;
}

/// A gain that depends on the passage alone.
Evidence some_evidence(double share, double more) {
  return {[=](const Candidate& one) {
            const double dice = static_cast<double>(one.place.docid * 7919 % 100) / 100;
            return Gains{dice * share * one.weight, dice > 0.5 ? more : 0};
          },
          [=](double weight) { return share * weight + more; }};
}

}  // namespace

TEST_CASE("however many are asked for, the rescored list begins with the same ones in the same order") {
  std::mt19937 random(11);
  for (const std::size_t size : {0u, 1u, 5u, 49u, 50u, 51u, 130u, 500u}) {
    for (const double more : {0.0, 3.0}) {
      CandidateList list = some_candidates(size, random);
      list.complete = false;
      list.estimated = size + 7;
      RescoredList at_once(list, some_evidence(0.3, more));
      const auto whole = docids(at_once.first(size + 1));
      CHECK(whole.size() == size);
      RescoredList step_by_step(list, some_evidence(0.3, more));
      for (std::size_t count = 0; count < size; count += 1 + count / 3) {
        const CandidateList first = step_by_step.first(count);
        const auto part = docids(first);
        REQUIRE(part.size() >= std::min(count, size));
        REQUIRE(std::equal(part.begin(), part.end(), whole.begin()));
        REQUIRE(std::is_sorted(first.candidates.begin(),
                               first.candidates.begin() + static_cast<long>(std::min(part.size(), kRescored / 2)),
                               [](const Candidate& a, const Candidate& b) { return rounded(a.weight) > rounded(b.weight); }));
        CHECK(first.estimated == size + 7);
        CHECK_FALSE(first.complete);
      }
    }
  }
}

TEST_CASE("the weight holds what was gained, heads gain nothing") {
  std::mt19937 random(12);
  CandidateList list = some_candidates(20, random);
  list.candidates[3].head = list.candidates[3].place.docid;
  const double before = list.candidates[3].weight;
  RescoredList rescored(list, some_evidence(0.3, 2.0));
  const CandidateList found = rescored.first(20);
  CHECK(found.complete);
  for (const Candidate& one : found.candidates) {
    if (one.is_head()) CHECK(one.weight == before);
    CHECK(one.weight - one.gains.sum() == doctest::Approx(list.candidates[one.place.docid - 1].weight));
  }
}

TEST_CASE("a longer list ranks the first ones as a shorter one does, where equals stand at the window's end") {
  std::mt19937 random(13);
  for (int run = 0; run < 50; ++run) {
    const CandidateList all = some_candidates(600, random);
    CandidateList first = all;
    first.candidates.resize(kRescored + 1 + random() % 100);
    first.complete = false;
    const auto shorter = docids(RescoredList(first, some_evidence(0.3, 3.0)).first(kRescored));
    const auto longer = docids(RescoredList(all, some_evidence(0.3, 3.0)).first(600));
    // Up to the ties at the end, which a shorter list does not hand out.
    CHECK(std::equal(shorter.begin(), shorter.begin() + kRescored / 2, longer.begin()));
  }
}

TEST_CASE("the longer passages are, the more their length and the less their function words count") {
  struct Row {
    double length;
    double length_pull;
    double function_words;
  };
  for (const Row& row : {Row{0, .3, .75}, Row{12, .3, .75}, Row{40, .3, .483}, Row{70, .525, .195}, Row{100, .75, .1},
                         Row{400, .75, .1}}) {
    CAPTURE(row.length);
    const UnitWeights weights = unit_weights(row.length);
    CHECK(weights.length_pull == doctest::Approx(row.length_pull).epsilon(0.01));
    CHECK(weights.function_words == doctest::Approx(row.function_words).epsilon(0.01));
  }
}
