// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/why/open_statement.h"

#include <algorithm>
#include <memory>
#include <utility>

#include "schema/xapian_guard.h"
#include "searcher/document_ranges.h"

namespace communique::searcher {

bool StatementMatch::has(std::uint32_t passage) const {
  return std::binary_search(passages.begin(), passages.end(), passage);
}

OpenStatement::OpenStatement(OpenIndex& index, const NamedStatement& named)
    : index_(index), head_(named.head), asked_(named.passage), record_(index.statement(named.head)) {
  for (std::uint32_t number = 1; number <= record_.passages; ++number) {
    passages_.push_back(index.passage({head_.shard, head_.docid + number}));
  }
}

StatementMatch OpenStatement::match(const Xapian::Query& query) const {
  StatementMatch found;
  auto ranges = std::make_shared<RangesByShard>();
  (*ranges)[index_.manifest().shards[head_.shard].uuid] = {{head_.docid, head_.docid + record_.passages}};
  const Xapian::Query here(Xapian::Query::OP_AND, query, documents_query(std::move(ranges)));
  schema::guard_xapian("asking about one statement", [&] {
    for (const Xapian::docid docid : matching_documents(index_.shard(head_.shard), here)) {
      if (docid == head_.docid) {
        found.head = true;
      } else {
        found.passages.push_back(docid - head_.docid);
      }
    }
  });
  return found;
}

ClauseMatch OpenStatement::match(const QueryNode& node, const CompileOptions& options, Unit unit,
                                 bool free_text) const {
  ParsedQuery alone;
  alone.root = node;
  alone.free_text = free_text;
  CompileOptions within = options;
  within.unit = unit;
  Result<CompiledQuery> compiled = compile(alone, index_, within);
  if (!compiled) return {};
  CompiledQuery query = std::move(compiled).value();
  return {match(query.full), std::move(query.patterns)};
}

bool OpenStatement::holds(const StatementMatch& match) const {
  return asked_ == 0 ? match.any() : match.head || match.has(asked_);
}

}  // namespace communique::searcher
