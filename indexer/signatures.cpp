// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/signatures.h"

#include <fstream>
#include <utility>

#include "schema/error.h"
#include "schema/files.h"

namespace communique::indexer {
namespace {

constexpr std::string_view kMagic = "CQSIGNS1";
// Rows are of one size, so that a file of the wrong size is known at once: bins, details, then four numbers.
constexpr std::size_t kRowBytes = corpus::kSignatureBins + 4 * corpus::kDetailBins + 8 + 4 + 4 + 4;

template <class Number>
void put(std::string& bytes, Number value) {
  for (std::size_t i = 0; i < sizeof value; ++i) bytes += static_cast<char>((value >> (8 * i)) & 0xff);
}

/// Takes little-endian numbers off the front of what holds enough of them.
class Row {
 public:
  explicit Row(std::string_view bytes) : rest_(bytes) {}

  template <class Number>
  Number take() {
    Number value = 0;
    for (std::size_t i = 0; i < sizeof value; ++i) {
      value = static_cast<Number>(value | static_cast<Number>(Number{static_cast<unsigned char>(rest_[i])} << (8 * i)));
    }
    rest_.remove_prefix(sizeof value);
    return value;
  }

 private:
  std::string_view rest_;
};

void append(std::string& bytes, const StatementSignature& signature) {
  for (const std::uint8_t bin : signature.text.bins) put(bytes, bin);
  for (const auto* details : {&signature.text.after, &signature.text.before}) {
    for (const corpus::Detail& detail : *details) {
      put(bytes, detail.beside);
      put(bytes, detail.word);
    }
  }
  put(bytes, signature.text.words_hash);
  put(bytes, signature.text.words);
  put(bytes, signature.date);
  put(bytes, signature.publisher);
}

/// But for its id.
StatementSignature decode(std::string_view bytes) {
  Row row(bytes);
  StatementSignature signature;
  for (std::uint8_t& bin : signature.text.bins) bin = row.take<std::uint8_t>();
  for (auto* details : {&signature.text.after, &signature.text.before}) {
    for (corpus::Detail& detail : *details) {
      detail.beside = row.take<std::uint8_t>();
      detail.word = row.take<std::uint8_t>();
    }
  }
  signature.text.words_hash = row.take<std::uint64_t>();
  signature.text.words = row.take<std::uint32_t>();
  signature.date = row.take<std::uint32_t>();
  signature.publisher = row.take<std::uint32_t>();
  return signature;
}

}  // namespace

void write_signatures(const std::filesystem::path& file, const std::vector<StatementSignature>& rows) {
  std::ofstream out(file, std::ios::binary);
  out << kMagic;
  std::string bytes;
  for (const StatementSignature& row : rows) {
    bytes.clear();
    append(bytes, row);
    out << bytes;
  }
  out.close();
  if (!out) schema::throw_errno("writing", file);
}

void read_signatures(std::string_view bytes, const std::vector<LedgerRow>& ledger, const std::string& name,
                     const std::function<void(StatementSignature&&)>& take) {
  if (!bytes.starts_with(kMagic) || bytes.size() != kMagic.size() + ledger.size() * kRowBytes) {
    throw Error(ErrorCode::IndexDamaged, name + " does not belong to the ledger", "run `communique-indexer verify`");
  }
  bytes.remove_prefix(kMagic.size());
  for (std::size_t i = 0; i < ledger.size(); ++i) {
    StatementSignature signature = decode(bytes.substr(i * kRowBytes, kRowBytes));
    signature.id = ledger[i].id;
    take(std::move(signature));
  }
}

}  // namespace communique::indexer
