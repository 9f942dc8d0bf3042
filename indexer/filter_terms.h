// SPDX-License-Identifier: GPL-3.0-or-later
// Which filters hold for which documents of a segment? Country, speaker, type, words of the title, ... as terms with a
// prefix (schema/terms.h), gathered document by document.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "schema/numbered_words.h"
#include "schema/word_lists.h"

namespace communique::indexer {

class FilterTerms {
 public:
  void begin_document() {
    lists_.add_document(0);
    ++documents_;
  }

  /// Of the current document; the same term again changes nothing.
  void add(std::string_view term) {
    const schema::WordNumber number = terms_.number_of(term);
    if (number == added_in_.size()) added_in_.push_back(0);
    if (added_in_[number] == documents_) return;
    added_in_[number] = documents_;
    lists_.add(number, 1);
  }

  schema::WordNumber size() const { return terms_.size(); }
  /// Views live until the next term is added.
  const std::string& term(schema::WordNumber number) const { return terms_.term(number); }
  schema::WordList list(schema::WordNumber number) const { return lists_.list(number); }

 private:
  schema::NumberedWords terms_;
  schema::WordListsBuilder lists_;
  std::vector<std::uint32_t> added_in_;  ///< by number: the last document that has the term
  std::uint32_t documents_ = 0;
};

}  // namespace communique::indexer
