// SPDX-License-Identifier: GPL-3.0-or-later
// In what does a quotation differ from the place where it fits best: left out, added, replaced, moved, spelt otherwise?
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "schema/record.h"
#include "searcher/quote/placement.h"
#include "searcher/quote/quote_text.h"

namespace communique::searcher {

/// A run of words in both, or in one only. Extents are bytes of the text and of Quote::text; empty where there is none.
struct QuoteRun {
  enum class Kind {
    Same,
    Gone,     ///< in the text, not in the quotation
    Added,    ///< in the quotation, not in the text
    Omitted,  ///< in the text where the quotation has dots or brackets
  };
  Kind kind = Kind::Same;
  schema::Extent text;
  schema::Extent quote;
  std::uint32_t words = 0;
};

/// Gone and Added runs side by side are one change.
struct QuoteChange {
  enum class Kind { LeftOut, Added, Replaced, Moved, SpellingVariant };
  Kind kind = Kind::Replaced;
  std::string text;   ///< as the text has it; empty if added
  std::string quote;  ///< as the quotation has it; empty if left out
  bool negation = false;  ///< the one has a word such as "not" that the other has not
  bool number = false;    ///< a number is another one
};

struct QuoteComparison {
  std::vector<QuoteRun> runs;
  std::vector<QuoteChange> changes;
  schema::Extent extent;         ///< of the text: what the quotation stands for
  double same = 0;               ///< the share of the quotation's words that stand in the text, in order
  double information = 0;        ///< the same with each word weighed by how rare it is
  double cost = 0;               ///< words changed; a spelling variant counts little, a moved word once
  /// Where each word is the same: in what else the two differ ("case", "punctuation", "quotation marks", "apostrophes",
  /// "dashes", "accents", "white space"), in this order.
  std::vector<std::string> marks;
};

/// A text's words, to be compared with quotations.
struct ComparedText {
  std::string_view text;
  std::vector<DiffWord> words;
};

/// How much a word says, from its normalised form.
using WordWeights = std::function<double(std::string_view)>;

QuoteComparison compare_quote(const Quote& quote, const ComparedText& text, Placement placement, const WordWeights& weight);

/// True for "not", "never", "don't", "не", "nicht", ... in the languages whose speakers are followed.
bool is_negation(std::string_view word);

}  // namespace communique::searcher
