// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/stored_statements.h"

#include <algorithm>

#include "schema/files.h"
#include "schema/record_file.h"
#include "schema/text_codec.h"

namespace communique::indexer {

namespace {

std::string joined_text(const schema::RunsFile& records, const schema::TextCodec& codec, const LedgerRow& row) {
  std::string text;
  for (std::uint32_t i = 1; i <= row.passages; ++i) {
    text += schema::decode_passage(records.run(row.head + i), &codec).text;
  }
  return text;
}

}  // namespace

void for_each_statement(const schema::IndexPaths& paths, const schema::Manifest& manifest, const Ledger& ledger,
                        std::size_t shard, const std::function<void(StoredStatement&&)>& yield) {
  std::vector<const LedgerRow*> rows;
  for (const LedgerRow& row : ledger.rows) {
    if (row.shard == shard) rows.push_back(&row);
  }
  std::sort(rows.begin(), rows.end(), [](const LedgerRow* a, const LedgerRow* b) { return a->head < b->head; });
  const schema::RunsFile records(paths.root / manifest.shards[shard].records.file, schema::kRecordsMagic);
  const schema::TextCodec codec(schema::read_file(paths.root / manifest.dictionary.file));
  for (const LedgerRow* row : rows) {
    StoredStatement stored;
    stored.record = schema::decode_statement(records.run(row->head));
    stored.text = joined_text(records, codec, *row);
    stored.row = row;
    yield(std::move(stored));
  }
}

}  // namespace communique::indexer
