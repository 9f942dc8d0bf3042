// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/quote/quote_place.h"

#include <algorithm>

namespace communique::searcher {
namespace {

constexpr std::size_t kContextWords = 15;

/// What of `extent` lies in the passage that begins at `start` of the text, as bytes of the passage.
schema::Extent within(const schema::Extent& extent, std::uint32_t start, std::size_t size) {
  const std::uint32_t end = start + static_cast<std::uint32_t>(size);
  const std::uint32_t from = std::max(extent.start, start);
  const std::uint32_t to = std::min(extent.end, end);
  return from < to ? schema::Extent{from - start, to - start} : schema::Extent{};
}

void add_context(QuotePlace& place, const std::vector<DiffWord>& words) {
  const schema::Extent extent = place.comparison.extent;
  const auto starts_before = [](const DiffWord& word, std::uint32_t at) { return word.start < at; };
  const auto first = std::lower_bound(words.begin(), words.end(), extent.start, starts_before) - words.begin();
  const auto next = std::lower_bound(words.begin(), words.end(), extent.end, starts_before) - words.begin();
  constexpr auto kWords = static_cast<std::ptrdiff_t>(kContextWords);
  const auto words_end = static_cast<std::ptrdiff_t>(words.size());
  const auto size = static_cast<std::uint32_t>(place.text.size());
  const std::ptrdiff_t from = std::max<std::ptrdiff_t>(0, first - kWords);
  place.before = {from < first ? words[static_cast<std::size_t>(from)].start : extent.start, extent.start};
  const std::ptrdiff_t to = std::min(words_end, next + kWords);
  place.after = {extent.end, to == words_end ? size : words[static_cast<std::size_t>(to - 1)].end};
}

}  // namespace

std::vector<std::uint32_t> QuotePlace::passage_numbers() const {
  std::vector<std::uint32_t> numbers;
  std::uint32_t start = 0;
  for (const schema::PassageRecord& passage : passages) {
    if (!within(comparison.extent, start, passage.text.size()).empty()) numbers.push_back(passage.number);
    start += static_cast<std::uint32_t>(passage.text.size());
  }
  return numbers;
}

WhoSaid QuotePlace::who(const schema::StatementRecord& statement) const {
  const schema::PassageRecord* most = &passages.front();
  schema::Extent piece;
  std::uint32_t start = 0;
  for (const schema::PassageRecord& passage : passages) {
    const schema::Extent part = within(comparison.extent, start, passage.text.size());
    if (part.end - part.start > piece.end - piece.start) {
      most = &passage;
      piece = part;
    }
    start += static_cast<std::uint32_t>(passage.text.size());
  }
  return who_said(statement, *most, piece);
}

PlaceReader::PlaceReader(OpenIndex& index, const Quote& quote, WordWeights weight)
    : index_(index), quote_(quote), placer_(quote), weight_(std::move(weight)) {}

std::optional<QuotePlace> PlaceReader::read(const PassageWindow& window, bool whole) {
  QuotePlace place;
  place.head = window.head;
  for (std::uint32_t number = window.first; number <= window.last; ++number) {
    place.passages.push_back(index_.passage({window.head.shard, window.head.docid + number}));
    place.text += place.passages.back().text;
  }
  const ComparedText compared{place.text, words_to_compare(place.text)};
  std::vector<std::uint32_t> numbers;
  numbers.reserve(compared.words.size());
  for (const DiffWord& word : compared.words) numbers.push_back(placer_.number(word.term));
  std::optional<Placement> placement = placer_.place(numbers);
  if (!placement || (whole && placement->distance > 0)) return std::nullopt;
  place.comparison = compare_quote(quote_, compared, std::move(*placement), weight_);
  if (place.comparison.same == 0 || (whole && !place.comparison.changes.empty())) return std::nullopt;
  add_context(place, compared.words);
  return place;
}

}  // namespace communique::searcher
