// SPDX-License-Identifier: GPL-3.0-or-later
// What the writer keeps of each live statement to find its versions without reading texts again: a file of the
// generation beside the ledger, one row per row of the ledger, in its order. Readers of the index never open it.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/duplicates.h"

namespace communique::indexer {

/// Not synced. Throws Error(Io, DiskFull).
void write_signatures(const std::filesystem::path& file, const std::vector<StatementSignature>& rows);

/// Hands the signatures of a file's bytes to `take`, one after the other: of many statements they are the most that the
/// writer holds, so that none is copied in vain. `ledger` gives the ids, which the file does not repeat. Throws
/// Error(IndexDamaged) if the two do not belong together.
void read_signatures(std::string_view bytes, const std::vector<LedgerRow>& ledger, const std::string& name,
                     const std::function<void(StatementSignature&&)>& take);

}  // namespace communique::indexer
