// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/forward_index.h"

#include <algorithm>
#include <cstring>
#include <numeric>
#include <string>

#include "schema/error.h"
#include "schema/files.h"
#include "schema/forward_layout.h"

namespace communique::schema {

void throw_forward_damaged() {
  throw Error(ErrorCode::IndexDamaged, "the words of a document are cut or altered in a shard's .forward file",
              "run `communique-indexer verify` to see which files are damaged");
}

struct ForwardIndex::Impl {
  explicit Impl(const std::filesystem::path& path) : file(path) {
    const std::string_view bytes = file.bytes();
    if (bytes.size() >= sizeof header) std::memcpy(&header, bytes.data(), sizeof header);
    const std::uint64_t runs_end = sizeof header + header.run_bytes + forward_layout::padding(header.run_bytes);
    const std::uint64_t numbers = header.documents + std::uint64_t{3} * header.words;
    if (header.magic != forward_layout::kMagic || bytes.size() != runs_end + numbers * 4 + header.term_bytes) {
      throw Error(ErrorCode::IndexDamaged, path.string() + " is no forward index",
                  "run `communique-indexer verify`; restore the folder from a copy or index the corpus again");
    }
    runs = bytes.substr(sizeof header, header.run_bytes);
    document_ends = reinterpret_cast<const std::uint32_t*>(bytes.data() + runs_end);
    term_ends = document_ends + header.documents;
    numbers_of = term_ends + header.words;
    counts = numbers_of + header.words;
    terms = bytes.substr(bytes.size() - header.term_bytes);
  }

  /// A piece between two ends of an ascending array; damaged ends give no view outside.
  static std::string_view piece(std::string_view whole, const std::uint32_t* ends, std::uint32_t place) {
    const std::uint32_t start = place == 0 ? 0 : ends[place - 1];
    if (start > ends[place] || ends[place] > whole.size()) throw_forward_damaged();
    return whole.substr(start, ends[place] - start);
  }

  std::string_view term(WordNumber place) const { return piece(terms, term_ends, place); }

  MappedFile file;
  forward_layout::Header header;
  std::string_view runs;
  std::string_view terms;
  const std::uint32_t* document_ends = nullptr;
  const std::uint32_t* term_ends = nullptr;
  const std::uint32_t* numbers_of = nullptr;
  const std::uint32_t* counts = nullptr;
};

ForwardIndex::ForwardIndex(const std::filesystem::path& file) : impl_(std::make_unique<Impl>(file)) {}
ForwardIndex::~ForwardIndex() = default;
ForwardIndex::ForwardIndex(ForwardIndex&&) noexcept = default;
ForwardIndex& ForwardIndex::operator=(ForwardIndex&&) noexcept = default;

std::uint32_t ForwardIndex::documents() const { return impl_->header.documents; }
WordNumber ForwardIndex::words() const { return impl_->header.words; }

std::optional<WordNumber> ForwardIndex::find(std::string_view term) const {
  WordNumber low = 0;
  WordNumber high = words();
  while (low < high) {
    const WordNumber middle = std::midpoint(low, high);
    (impl_->term(middle) < term) ? low = middle + 1 : high = middle;
  }
  if (low == words() || impl_->term(low) != term) return std::nullopt;
  return impl_->numbers_of[low];
}

ForwardWord ForwardIndex::word_at(WordNumber place) const {
  return {impl_->term(place), impl_->numbers_of[place], impl_->counts[place]};
}

std::string_view ForwardIndex::document(std::uint32_t docid) const {
  if (docid == 0 || docid > documents()) return {};
  return Impl::piece(impl_->runs, impl_->document_ends, docid - 1);
}

}  // namespace communique::schema
