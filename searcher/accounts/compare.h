// SPDX-License-Identifier: GPL-3.0-or-later
// Two accounts side by side: what do both tell, and what only one of them?
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "schema/error.h"
#include "searcher/accounts/account.h"
#include "searcher/accounts/alignment.h"
#include "searcher/accounts/one_event.h"

namespace communique::searcher {

struct AccountComparison {
  Account left;
  Account right;
  std::vector<AlignedSentences> both;  ///< in the order of the left account
  std::vector<std::size_t> left_only;  ///< numbers into Account::sentences, ascending
  std::vector<std::size_t> right_only;
  std::vector<std::string>
      left_topics;  ///< names and words, as printed, that stand on the left alone; most telling first
  std::vector<std::string> right_topics;
  EventEvidence evidence;
  bool versions = false;  ///< they are versions of one text
};

struct CompareRequest {
  std::string left;  ///< ids of statements; a passage's stands for its statement
  std::string right;
};

/// An error is about an id (offset 0: the left, 1: the right).
Result<AccountComparison> compare(OpenIndex& index, const CompareRequest& request);

}  // namespace communique::searcher
