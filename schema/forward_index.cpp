// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/forward_index.h"

#include <cstring>
#include <numeric>

#include "schema/error.h"

namespace communique::schema {

void throw_forward_damaged() {
  throw Error(ErrorCode::IndexDamaged,
              "the words of a document are cut or altered in a shard's .forward or .lists file",
              "run `communique-indexer verify` to see which files are damaged");
}

ForwardIndex::ForwardIndex(const std::filesystem::path& file) : runs_(file, kForwardMagic) {
  const std::string_view tail = runs_.tail();
  if (tail.size() < sizeof words_) throw_forward_damaged();
  std::memcpy(&words_, tail.data() + tail.size() - sizeof words_, sizeof words_);
  const std::uint64_t column_bytes = std::uint64_t{3} * words_ * sizeof(std::uint32_t);
  if (tail.size() - sizeof words_ < column_bytes) throw_forward_damaged();
  columns_ = reinterpret_cast<const std::uint32_t*>(tail.data());
  blob_ = tail.substr(static_cast<std::size_t>(column_bytes));
  blob_.remove_suffix(sizeof words_);
}

std::string_view ForwardIndex::term(WordNumber place) const {
  const std::uint32_t start = place == 0 ? 0 : columns_[place - 1];
  const std::uint32_t end = columns_[place];
  if (start > end || end > blob_.size()) throw_forward_damaged();
  return blob_.substr(start, end - start);
}

std::optional<WordNumber> ForwardIndex::find(std::string_view wanted) const {
  WordNumber low = 0;
  WordNumber high = words_;
  while (low < high) {
    const WordNumber middle = std::midpoint(low, high);
    (term(middle) < wanted) ? low = middle + 1 : high = middle;
  }
  if (low == words_ || term(low) != wanted) return std::nullopt;
  return columns_[words_ + low];
}

ForwardWord ForwardIndex::word_at(WordNumber place) const {
  return {term(place), columns_[words_ + place], columns_[std::size_t{2} * words_ + place]};
}

}  // namespace communique::schema
