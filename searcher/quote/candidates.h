// SPDX-License-Identifier: GPL-3.0-or-later
// In which passages may a quotation stand? By its words in the postings, before any text is read.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <xapian.h>

#include "searcher/open_index.h"
#include "searcher/quote/quote_text.h"
#include "searcher/ranking.h"

namespace communique::searcher {

/// Passages of one statement, both ends included, numbered from 1.
struct PassageWindow {
  DocumentPlace head;
  std::uint32_t first = 1;
  std::uint32_t last = 1;
};

struct PassageWindows {
  std::vector<PassageWindow> windows;  ///< by place; a statement may have several, apart from one another
  bool complete = true;                ///< false: there are more, and these are the earliest
};

/// Where quotations are looked for.
struct QuoteScope {
  SearchScope scope;
  Xapian::Query filter;  ///< the documents that count; empty: all of them
};

class QuoteCandidates {
 public:
  /// Views all three.
  QuoteCandidates(OpenIndex& index, const QuoteScope& scope, const Quote& quote);

  /// Every place where the quotation may stand word for word. A place where a sentence ends within each of the three
  /// runs of words that are looked for is not among them.
  PassageWindows exact();
  /// The places with most of its words, the rarer the better.
  PassageWindows likely();
  /// How much a word says, by its normalised form.
  double weight(std::string_view word);

 private:
  struct Run {
    std::vector<std::string> terms;
    Xapian::doccount rarest = 0;  ///< documents with the rarest term of it
  };

  Xapian::doccount documents_with(const std::string& term);
  Run run_of(const DiffWord& first, const DiffWord& last);
  enum class Overlap { No, Yes };
  std::vector<Run> runs(std::size_t most_words, Overlap overlap);
  std::vector<Xapian::Query> likely_terms();
  std::vector<DocumentPlace> best_of(const std::vector<DocumentPlace>& places);
  Xapian::Query filtered(const Xapian::Query& query) const;
  PassageWindows windows_around(std::vector<DocumentPlace> places) const;
  std::uint32_t passages_of(const DocumentPlace& head) const;

  OpenIndex& index_;
  const QuoteScope& scope_;
  const Quote& quote_;
  std::uint32_t reach_;  ///< passages beside one that holds a part of the quotation
  std::unordered_map<std::string, Xapian::doccount> frequencies_;
};

}  // namespace communique::searcher
