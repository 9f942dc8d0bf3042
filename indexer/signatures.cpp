// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/signatures.h"

#include "schema/error.h"

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

}  // namespace

std::string encode_signatures(const std::vector<StatementSignature>& rows) {
  std::string bytes(kMagic);
  bytes.reserve(kMagic.size() + rows.size() * kRowBytes);
  for (const StatementSignature& row : rows) {
    for (const std::uint8_t bin : row.text.bins) put(bytes, bin);
    for (const auto* details : {&row.text.after, &row.text.before}) {
      for (const corpus::Detail& detail : *details) {
        put(bytes, detail.beside);
        put(bytes, detail.word);
      }
    }
    put(bytes, row.text.words_hash);
    put(bytes, row.text.words);
    put(bytes, row.date);
    put(bytes, row.publisher);
  }
  return bytes;
}

std::vector<StatementSignature> decode_signatures(std::string_view bytes, const Ledger& ledger,
                                                  const std::string& name) {
  if (!bytes.starts_with(kMagic) || bytes.size() != kMagic.size() + ledger.rows.size() * kRowBytes) {
    throw Error(ErrorCode::IndexDamaged, name + " does not belong to the ledger", "run `communique-indexer verify`");
  }
  bytes.remove_prefix(kMagic.size());
  std::vector<StatementSignature> rows(ledger.rows.size());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    Row row(bytes.substr(i * kRowBytes, kRowBytes));
    rows[i].id = ledger.rows[i].id;
    for (std::uint8_t& bin : rows[i].text.bins) bin = row.take<std::uint8_t>();
    for (auto* details : {&rows[i].text.after, &rows[i].text.before}) {
      for (corpus::Detail& detail : *details) {
        detail.beside = row.take<std::uint8_t>();
        detail.word = row.take<std::uint8_t>();
      }
    }
    rows[i].text.words_hash = row.take<std::uint64_t>();
    rows[i].text.words = row.take<std::uint32_t>();
    rows[i].date = row.take<std::uint32_t>();
    rows[i].publisher = row.take<std::uint32_t>();
  }
  return rows;
}

}  // namespace communique::indexer
