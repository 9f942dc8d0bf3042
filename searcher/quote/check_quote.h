// SPDX-License-Identifier: GPL-3.0-or-later
// Did somebody say this sentence: word for word, nearly, or only something like it? Who, when first, and how often?
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "schema/error.h"
#include "searcher/quote/quote_place.h"
#include "searcher/search.h"

namespace communique::searcher {

struct QuoteRequest {
  std::string text;
  ParseOptions parse;      ///< its filters say which statements count
  CompileOptions compile;  ///< how they are read
  std::string said_by;     ///< who is claimed to have said it; empty: nobody
  std::size_t limit = 10;  ///< other places to list, at most page_caps::kLimit
};

enum class QuoteVerdict {
  WordForWord,  ///< each word, in this order; what is between words may differ
  Nearly,       ///< some words differ: QuoteComparison::changes
  Close,        ///< something like it
  NotFound,
};
std::string_view to_string(QuoteVerdict verdict);  ///< "word_for_word", ...

/// A statement in which the words stand as found.
struct QuoteStatement {
  schema::StatementRecord statement;
  std::vector<std::string> passage_ids;  ///< of the passages that hold them
  WhoSaid who;
  std::uint64_t duplicates = 0;  ///< other versions of the statement that hold them, too
};

struct ClaimAnswer {
  enum class Kind {
    Yes,
    QuotesOther,  ///< it stands in a text of his, said by somebody else
    No,           ///< others say it
    Unknown,      ///< nobody is known to say it
  };
  Kind kind = Kind::Unknown;
  std::string asked;  ///< as given
  std::string shown;  ///< as understood
  bool known = false;  ///< the gazetteer knows somebody by this name
  std::optional<QuoteStatement> where;  ///< the first statement that decides it, for Yes and QuotesOther
};
std::string_view to_string(ClaimAnswer::Kind kind);  ///< "yes", "quotes_other", "no", "unknown"

struct QuoteCheck {
  QuoteVerdict verdict = QuoteVerdict::NotFound;
  Quote quote;
  std::optional<QuotePlace> place;         ///< where it was first said; absent if not found
  std::vector<QuoteStatement> statements;  ///< that hold the words found, oldest first: the place's, then up to `limit`
  std::uint64_t total = 0;                 ///< statements that do, versions counted once
  bool exact = true;                       ///< false: there are more
  std::vector<std::pair<int, std::uint64_t>> by_year;
  std::uint64_t undated = 0;
  std::optional<ClaimAnswer> claim;
  std::vector<Notice> notices;
  double took_ms = 0;
};

/// An error is about the quotation or a filter; its offset is 0 or counts bytes of `" " + filters`. Throws Error for what
/// is wrong with the index.
Result<QuoteCheck> check_quote(OpenIndex& index, const QuoteRequest& request);

}  // namespace communique::searcher
