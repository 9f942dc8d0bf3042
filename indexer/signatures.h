// SPDX-License-Identifier: GPL-3.0-or-later
// What the writer keeps of each live statement to find its versions without reading texts again: a file of the
// generation beside the ledger, one row per row of the ledger, in its order. Readers of the index never open it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/duplicates.h"

namespace communique::indexer {

std::string encode_signatures(const std::vector<StatementSignature>& rows);

/// `ledger` gives the ids, which the file does not repeat. Throws Error(IndexDamaged) if the two do not belong
/// together.
std::vector<StatementSignature> decode_signatures(std::string_view bytes, const Ledger& ledger,
                                                  const std::string& name);

}  // namespace communique::indexer
