// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/word_weight.h"

#include <algorithm>
#include <cmath>
#include <functional>

namespace communique::searcher {
namespace {

constexpr std::uint32_t kUsualLength = 1024;  // words; passages are cut at 200 where sentences allow it

/// In how many documents one of two words is expected that are independent of one another.
double either(double left, double right, double documents) {
  return std::floor(left + right - left * right / documents + 0.5);
}

}  // namespace

WordWeights::WordWeights(OpenIndex& index, const SearchScope& scope)
    : parameters_(passage_weight(index, scope)),
      documents_(scope.database.get_doccount()),
      mean_length_(scope.database.get_average_length()) {
  damping_.reserve(kUsualLength);
  for (std::uint32_t length = 0; length < kUsualLength; ++length) damping_.push_back(damping_of(length));
}

double WordWeights::damping_of(std::uint32_t length) const {
  const double normal = mean_length_ > 0 ? length * (1.0 / mean_length_) : 0;
  return parameters_.k1 *
         (std::max(normal, parameters_.least_length) * parameters_.length_pull + (1 - parameters_.length_pull));
}

double WordWeights::rarity(std::vector<std::uint32_t> passages, double factor) const {
  // Xapian joins the two rarest alternatives first, and so on.
  std::vector<double> left(passages.begin(), passages.end());
  std::make_heap(left.begin(), left.end(), std::greater<>());
  const auto take_rarest = [&] {
    std::pop_heap(left.begin(), left.end(), std::greater<>());
    const double rarest = left.back();
    left.pop_back();
    return rarest;
  };
  while (left.size() > 1) {
    const double first = take_rarest();
    const double second = take_rarest();
    left.push_back(either(first, second, documents_));
    std::push_heap(left.begin(), left.end(), std::greater<>());
  }
  const double holding = left.empty() ? 0 : left.front();
  double odds = (documents_ - holding + 0.5) / (holding + 0.5);
  if (odds < 2) odds = odds * 0.5 + 1;
  return std::log(odds) * factor * (parameters_.k1 + 1);
}

}  // namespace communique::searcher
