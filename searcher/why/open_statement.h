// SPDX-License-Identifier: GPL-3.0-or-later
// One statement with all its passages, and which of its documents a query matches: asked of the index, never worked out
// here.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <xapian.h>

#include "searcher/open_index.h"
#include "searcher/query/compile.h"
#include "searcher/statement_id.h"

namespace communique::searcher {

/// The documents of a statement that match.
struct StatementMatch {
  bool head = false;
  std::vector<std::uint32_t> passages{};  ///< numbers, ascending

  bool any() const { return head || !passages.empty(); }
  bool has(std::uint32_t passage) const;
};

/// A clause compiled by itself and asked about one statement.
struct ClauseMatch {
  StatementMatch match;
  std::vector<Pattern> patterns;  ///< of its words
};

class OpenStatement {
 public:
  OpenStatement(OpenIndex& index, const NamedStatement& named);

  OpenIndex& index() const { return index_; }
  const DocumentPlace& head() const { return head_; }
  const schema::StatementRecord& record() const { return record_; }
  const std::vector<schema::PassageRecord>& passages() const { return passages_; }
  /// The passage asked about; 0: the statement.
  std::uint32_t asked() const { return asked_; }

  StatementMatch match(const Xapian::Query& query) const;
  /// The node alone, as a part of a query that lists `unit`. `free_text`: it is an OR that is ranked by any of its
  /// words.
  ClauseMatch match(const QueryNode& node, const CompileOptions& options, Unit unit, bool free_text = false) const;
  /// In the passage asked about, if one is; else anywhere in the statement.
  bool holds(const StatementMatch& match) const;

 private:
  OpenIndex& index_;
  DocumentPlace head_;
  std::uint32_t asked_;
  schema::StatementRecord record_;
  std::vector<schema::PassageRecord> passages_;
};

}  // namespace communique::searcher
