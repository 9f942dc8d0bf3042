// SPDX-License-Identifier: GPL-3.0-or-later
// A statement as one side's account of an event: its sentences, who is said to have said them, who takes part.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "schema/record.h"
#include "searcher/accounts/content_words.h"
#include "searcher/open_index.h"

namespace communique::searcher {

struct AccountSentence {
  std::string text;                  ///< white space at its ends left out
  std::uint32_t passage = 0;         ///< from 1
  schema::Extent place;              ///< in the passage's text
  std::vector<std::string> said_by;  ///< names; what is said so surely that it is shown
  std::vector<WordNumber> words;     ///< content words, ascending, each once
};

struct Account {
  schema::StatementRecord statement;
  DocumentPlace head;
  std::vector<std::string> parties;  ///< countries (alpha-3), organisations and leader ids that take part
  std::vector<schema::PassageRecord> passages;
  std::vector<AccountSentence> sentences;
};

Account read_account(OpenIndex& index, const DocumentPlace& head, ContentWords& words);

}  // namespace communique::searcher
