// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/word_positions.h"

#include <algorithm>
#include <bit>
#include <utility>

namespace communique::searcher {

WordPositions::WordPositions(const schema::ForwardIndex& index, const WordForms& words)
    : index_(index), positions_(words.size()) {
  std::vector<std::pair<schema::WordNumber, std::uint32_t>> found;
  for (std::uint32_t word = 0; word < words.size(); ++word) {
    const std::size_t before = found.size();
    for (const std::string& form : words[word]) {
      if (const auto number = index.find(form)) found.emplace_back(*number, word);
    }
    all_occur_ = all_occur_ && found.size() > before;
  }
  slots_.resize(std::bit_ceil(std::max<std::size_t>(found.size() * 2, 16)));
  mask_ = static_cast<std::uint32_t>(slots_.size() - 1);
  for (const auto& [number, word] : found) insert(number, word);
}

void WordPositions::insert(schema::WordNumber number, std::uint32_t word) {
  std::uint32_t at = number & mask_;
  while (slots_[at].number != kFree) at = (at + 1) & mask_;
  slots_[at] = {number, word};
}

void WordPositions::note(schema::WordNumber number, std::uint32_t position) {
  for (std::uint32_t at = number & mask_; slots_[at].number != kFree; at = (at + 1) & mask_) {
    if (slots_[at].number != number) continue;
    std::vector<std::uint32_t>& positions = positions_[slots_[at].word];
    if (positions.empty() || positions.back() != position) positions.push_back(position);
  }
}

void WordPositions::read(std::uint32_t docid, schema::Titles titles) {
  for (auto& positions : positions_) positions.clear();
  schema::for_each_word(index_.document(docid), titles,
                        [&](schema::WordNumber number, std::uint32_t position) { note(number, position); });
}

}  // namespace communique::searcher
