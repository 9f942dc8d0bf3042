// SPDX-License-Identifier: GPL-3.0-or-later
// Which statements are versions of one another: republished by another source, cut, or with another heading? Compares
// signatures, so no text is read again; the answer depends on the set of statements alone, not on their order.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "corpus/duplicates/signature.h"
#include "indexer/ledger.h"
#include "schema/date.h"

namespace communique::indexer {

/// What is kept of a live statement to find its versions.
struct StatementSignature {
  Hash128 id;  ///< of the statement's id, as in the ledger
  corpus::Signature text;
  std::uint32_t date = 0;       ///< Date::key(); 0: undated
  std::uint32_t publisher = 0;  ///< hash of source and speaker; 0: neither is known
};

/// Hash of who published a statement, for StatementSignature.
std::uint32_t publisher_hash(std::string_view source, std::string_view speaker);

/// True if both are versions of one text, as far as the signatures tell; dates are not looked at.
bool same_text(const StatementSignature& a, const StatementSignature& b);

/// Positions in `statements`, of one cluster: the representative first, then by date. At least two.
using Cluster = std::vector<std::uint32_t>;

/// All clusters. A cluster's representative is its earliest statement (undated ones come last; of one day the longest
/// text, then the least hash of id), and each member is a version of the representative itself, so clusters do not
/// drift. Clusters are in the order of their representatives.
std::vector<Cluster> find_clusters(const std::vector<StatementSignature>& statements);

}  // namespace communique::indexer
