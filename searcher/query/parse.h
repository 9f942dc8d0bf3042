// SPDX-License-Identifier: GPL-3.0-or-later
// From query text to tree, by the rules of docs/query-language.md. Malformed text is repaired, and each repair said.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "schema/error.h"
#include "searcher/query/tree.h"

namespace communique::searcher {

/// What the user should know about how a query was read; `offset` in UTF-8 bytes into the query.
struct Notice {
  std::string text;
  std::size_t offset = 0;
};

/// Caps on a query, checked before anything expands (measured: an OR of 100,000 words takes 51 s and 1 GB).
namespace query_caps {
inline constexpr std::size_t kBytes = 1024;
inline constexpr std::size_t kTerms = 64;         ///< words and filter values together; two Han characters are a word
inline constexpr std::size_t kDepth = 32;         ///< parentheses
inline constexpr std::size_t kPrefixes = 4;       ///< `olympi*`
inline constexpr std::size_t kPrefixLength = 3;   ///< code points before the star
inline constexpr std::size_t kPrefixForms = 100;  ///< words a prefix may stand for; the commonest are taken
inline constexpr std::size_t kPhraseWords = 16;
inline constexpr std::size_t kFilters = 32;
inline constexpr unsigned kDistance = 100;        ///< of NEAR and ADJ: well below the gap between sentences
}  // namespace query_caps

/// How the words of a query without operators are joined.
enum class MatchMode {
  Auto,  ///< up to four plain words: all of them; more: any
  All,
  Any,
};

struct ParseOptions {
  bool strict = false;               ///< repairs are errors
  MatchMode match = MatchMode::Auto;
  std::size_t max_bytes = query_caps::kBytes;  ///< a --topics line or a pasted sentence may be longer
  std::size_t max_terms = query_caps::kTerms;
  bool plain_text = false;  ///< no operators, no fields: the text is only words, ranked by any of them (--topics)
  /// Clauses from command line options, joined to the whole text by AND. An error in them has its offset counted on
  /// from the end of the text plus one.
  std::string filters{};
};

struct ParsedQuery {
  std::optional<QueryNode> root;     ///< nullopt if the text holds no word and no filter
  bool free_text = false;            ///< ranked by any of its words: a question, a pasted sentence, or --match any
  bool plain_words = false;          ///< 2 to 4 words without operators, beside filters: partial matches may follow
  std::vector<Notice> notices;
};

/// Filters of the same field side by side are joined by OR, everything else side by side by AND. Text that is not
/// UTF-8, an unknown field, an unreadable date, a cap exceeded, and with `strict` anything malformed are errors with
/// the byte offset. Linear in the length of the text; no recursion deeper than query_caps::kDepth.
Result<ParsedQuery> parse(std::string_view text, const ParseOptions& options = {});

}  // namespace communique::searcher
