// SPDX-License-Identifier: GPL-3.0-or-later
// The statements an index holds, read back from their stored records: for export, and to rebuild a shard.
#pragma once

#include <functional>

#include "indexer/ledger.h"
#include "schema/manifest.h"
#include "schema/record.h"

namespace communique::indexer {

/// A live statement read back: its record and its whole text.
struct StoredStatement {
  schema::StatementRecord record;
  std::string text;
  const LedgerRow* row = nullptr;
};

/// Hands over every live statement of a shard, in docid order. Throws Error(IndexDamaged).
void for_each_statement(const schema::IndexPaths& paths, const schema::Manifest& manifest, const Ledger& ledger,
                        std::size_t shard, const std::function<void(StoredStatement&&)>& yield);

}  // namespace communique::indexer
