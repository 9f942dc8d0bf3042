// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/accounts/content_words.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "schema/families.h"
#include "schema/words.h"

namespace communique::searcher {
namespace {

/// A word that stands in more than this share of all passages only holds sentences together.
constexpr double kCommonShare = 0.10;
constexpr std::size_t kForms = 40;

std::map<WordNumber, double> weighed(const ContentWords& words, const std::vector<WordNumber>& numbers) {
  std::map<WordNumber, double> weights;
  for (const WordNumber number : numbers) weights[number] += 1;
  for (auto& [number, weight] : weights) weight = (1 + std::log(weight)) * words.weight(number);
  return weights;
}

}  // namespace

double ContentWords::weigh(std::string_view term, std::string_view lang) const {
  const auto all = static_cast<double>(std::max<std::uint64_t>(1, index_.manifest().passages));
  double passages = 0;
  for (const std::string& form : index_.families().family(term, lang, kForms)) {
    passages += static_cast<double>(index_.families().passages_with(form));
  }
  // In an index of a few statements every word is common: count some passages that hold none of them.
  constexpr double kFewPassages = 200;
  const double share = std::max(1.0, passages) / (all + kFewPassages);
  return std::max(0.0, std::log(kCommonShare / share));
}

WordNumber ContentWords::of_word(std::string_view term, std::string_view lang) {
  std::string key(lang);
  key += ' ';
  key += term;
  const auto known = by_term_.find(key);
  if (known != by_term_.end()) return known->second;
  // Names and numbers read the same in every language, so stems are not kept apart by it.
  std::string stem = schema::has_stemmer(lang) ? schema::stem(lang, term) : std::string(term);
  const double weight = weigh(term, lang);
  WordNumber number = kNone;
  if (weight > 0) {
    const auto [place, added] = by_stem_.try_emplace(std::move(stem), static_cast<WordNumber>(weights_.size()));
    if (added) weights_.push_back(weight);
    number = place->second;
  }
  by_term_.emplace(std::move(key), number);
  return number;
}

std::vector<WordNumber> ContentWords::of(std::string_view text, std::string_view lang) {
  std::vector<WordNumber> numbers;
  schema::WordSplitter splitter;
  splitter.split(text, [&](const schema::Word& word) {
    // Of Chinese and Japanese, pairs of characters tell something.
    if (word.kind != schema::WordKind::Plain && word.kind != schema::WordKind::Pair) return;
    const WordNumber number = of_word(word.term, lang);
    if (number != kNone) numbers.push_back(number);
  });
  return numbers;
}

double likeness_of(const ContentWords& words, const std::vector<WordNumber>& left,
                   const std::vector<WordNumber>& right) {
  const auto a = weighed(words, left);
  const auto b = weighed(words, right);
  double shared = 0;
  double size_a = 0;
  double size_b = 0;
  for (const auto& [number, weight] : a) {
    size_a += weight * weight;
    const auto other = b.find(number);
    if (other != b.end()) shared += weight * other->second;
  }
  for (const auto& [number, weight] : b) size_b += weight * weight;
  return shared > 0 ? shared / std::sqrt(size_a * size_b) : 0;
}

}  // namespace communique::searcher
