// SPDX-License-Identifier: GPL-3.0-or-later
// Which sentences of two accounts tell the same, in whatever words?
#pragma once

#include <cstddef>
#include <vector>

#include "searcher/accounts/account.h"

namespace communique::searcher {

/// Sentences that tell the same: one on one side, one or more on the other. Numbers into Account::sentences, ascending.
struct AlignedSentences {
  std::vector<std::size_t> left;
  std::vector<std::size_t> right;
  double likeness = 0;  ///< of the first two that were aligned, 0 to 1
};

/// Rows in the order of the left account; of rows that share a left sentence there is only one. Sentences of either
/// side that are in no row are told by that side only.
std::vector<AlignedSentences> align_accounts(ContentWords& words, const Account& left, const Account& right);

}  // namespace communique::searcher
