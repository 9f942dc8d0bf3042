// SPDX-License-Identifier: GPL-3.0-or-later
// What is a statement, whole, and how do its other versions differ from it?
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "schema/record.h"
#include "searcher/open_index.h"
#include "searcher/statement_id.h"
#include "searcher/text_diff.h"

namespace communique::searcher {

/// Another version of a statement, compared with it sentence by sentence.
struct ShownVersion {
  schema::StatementRecord statement;
  std::vector<std::string> sentences;  ///< the version's
  std::vector<SentencePair> pairs;     ///< left: the shown statement's sentences, right: the version's
  /// Pairs with this change.
  std::size_t count(SentenceChange change) const;
};

/// A statement, or one passage of it, to be shown whole.
struct ShownStatement {
  schema::StatementRecord statement;
  std::vector<schema::PassageRecord> passages;  ///< all, or the one that was asked for
  bool one_passage = false;
  std::vector<std::string> sentences;  ///< of the whole statement, if it has versions
  std::vector<ShownVersion> versions;  ///< the earliest first
};

/// `named` is of this index, and its passage exists.
ShownStatement show(OpenIndex& index, const NamedStatement& named);

}  // namespace communique::searcher
