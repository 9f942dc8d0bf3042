// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/stored_statements.h"

#include <algorithm>

#include "schema/files.h"
#include "schema/text_codec.h"
#include "schema/xapian_guard.h"

namespace communique::indexer {

namespace {

std::string joined_text(const Xapian::Database& database, const schema::TextCodec& codec, const LedgerRow& row) {
  std::string text;
  for (std::uint32_t i = 1; i <= row.passages; ++i) {
    text += schema::decode_passage(database.get_document(row.head + i).get_data(), &codec).text;
  }
  return text;
}

}  // namespace

void for_each_statement(const schema::IndexPaths& paths, const schema::Manifest& manifest, const Ledger& ledger,
                        std::size_t shard, const std::function<void(StoredStatement&&)>& yield) {
  const std::string file = (paths.root / manifest.shards[shard].file.file).string();
  std::vector<const LedgerRow*> rows;
  for (const LedgerRow& row : ledger.rows) {
    if (row.shard == shard) rows.push_back(&row);
  }
  std::sort(rows.begin(), rows.end(), [](const LedgerRow* a, const LedgerRow* b) { return a->head < b->head; });
  schema::guard_xapian("reading " + file, [&] {
    const Xapian::Database database(file);
    const schema::TextCodec codec(schema::read_file(paths.root / manifest.dictionary.file));
    for (const LedgerRow* row : rows) {
      StoredStatement stored;
      stored.record = schema::decode_statement(database.get_document(row->head).get_data());
      stored.text = joined_text(database, codec, *row);
      stored.row = row;
      yield(std::move(stored));
    }
  });
}

}  // namespace communique::indexer
