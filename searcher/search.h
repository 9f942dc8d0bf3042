// SPDX-License-Identifier: GPL-3.0-or-later
// Which passages, in what order? Runs a compiled query and gathers the page of hits with everything a renderer shows.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "schema/record.h"
#include "searcher/count/date_tally.h"
#include "searcher/count/facets.h"
#include "searcher/open_index.h"
#include "searcher/query/compile.h"
#include "searcher/query/suggest.h"

namespace communique::searcher {

enum class SortOrder { Relevance, DateAscending, DateDescending };

/// How exactly totals are counted. Exact costs a pass over every match; Estimate takes what the ranking pass saw.
enum class Totals { Exact, Estimate, None };

struct SearchRequest {
  std::string query;
  ParseOptions parse;
  CompileOptions compile;
  std::optional<Unit> by;         ///< --by; absent: as the query's words and filters suggest
  std::size_t limit = 10;         ///< at most page_caps::kLimit
  std::size_t offset = 0;         ///< at most page_caps::kOffset
  std::size_t per_statement = 1;  ///< passages of one statement on the page; 0: no bound
  SortOrder sort = SortOrder::Relevance;
  Totals totals = Totals::Exact;
  bool all_versions = false;  ///< list every version of a republished statement, not only the earliest that matches
  std::vector<FacetField> facets;  ///< what matches is counted by; needs exact totals
  bool count_dates = false;        ///< fill SearchResult::dates; needs exact totals
  std::size_t facet_values = 10;   ///< listed of each, at most page_caps::kFacetValues
  bool fill_up = true;    ///< partial matches after the full ones where those are less than a page
  bool suggest = true;    ///< propose other spellings of words that no passage holds
  bool suggest_speaker = false;  ///< where one leader is named, propose what he or she says; costs a look at matches
  bool highlight = true;  ///< find what matched in each hit; not needed where only ids are wanted
  bool explain = false;   ///< fill SearchResult::explanation and Hit::score_parts
};

namespace page_caps {
inline constexpr std::size_t kLimit = 1000;  ///< hits a page
inline constexpr std::size_t kOffset = 10000;
inline constexpr std::size_t kFacetValues = 1000;
}  // namespace page_caps

/// A piece of a passage's text that matched: UTF-8 bytes into the passage's text. A phrase is one highlight.
struct Highlight {
  std::uint32_t start = 0;
  std::uint32_t end = 0;
  bool operator==(const Highlight&) const = default;
};

/// A summand of a hit's score.
struct ScorePart {
  enum class Kind {
    Text,   ///< a word, phrase or name of the query that stands in the passage, perhaps in the title, too
    Title,  ///< one that stands in the title alone
    Pair,   ///< two words of the query side by side or near one another, as in the query
    Said,   ///< what matched is said by whom `said-by:` asks for
  };
  Kind kind = Kind::Text;
  std::string text;                ///< in the query language
  double weight = 0;
  std::vector<std::string> forms{};  ///< as printed in passage and title, each once
  std::size_t count = 0;             ///< how often it stands in the passage's text
  bool in_title = false;
};

struct Hit {
  std::size_t rank = 0;  ///< from 1, offset counted
  double score = 0;      ///< 0 if the query does not rank
  bool partial = false;  ///< holds only some of the words
  bool is_head = false;  ///< a statement listed as such: `passage` is its first one, nothing matched in it
  schema::PassageRecord passage;
  std::string passage_id;
  std::vector<Highlight> highlights;        ///< ascending, without overlap
  std::vector<Highlight> title_highlights;  ///< bytes into the statement's title
  schema::StatementRecord statement;
  std::vector<ScorePart> score_parts;  ///< with SearchRequest::explain: what the score is the sum of, the most first
  std::uint64_t more_passages = 0;  ///< other matching passages of the statement that are not shown
  std::uint64_t duplicates = 0;     ///< other versions of the statement in the index, whether they match or not
};

struct SearchResult {
  std::string query;
  std::string parsed;
  std::vector<Notice> notices;
  std::vector<std::string> suggestions;  ///< whole query texts
  std::optional<SpeakerSuggestion> said_by;
  std::uint64_t total_passages = 0;
  std::uint64_t total_statements = 0;
  bool exact = false;
  std::uint64_t undated = 0;        ///< undated statements that a date filter leaves out; only where totals are exact
  std::uint64_t partial_total = 0;  ///< passages with some of the words, where such fill up the page
  Unit unit = Unit::Passage;
  bool all_versions = false;  ///< as asked
  std::vector<Hit> hits;
  std::vector<Facet> facets;  ///< of all that matches with all of the words, in the order asked for
  std::optional<DateTally> dates;  ///< of all that matches with all of the words
  std::string explanation;  ///< the stages, for --explain
  double took_ms = 0;
};

/// Runs a search. An error is about the query; its offset counts bytes of request_text() (request.h). Throws Error for
/// what is wrong with the index.
Result<SearchResult> search(OpenIndex& index, const SearchRequest& request);

/// Those of a query's patterns that are marked: words that only hold a sentence together are not where the query has
/// others, as they are everywhere.
std::vector<Pattern> patterns_to_mark(const std::vector<Pattern>& patterns);

/// The matched pieces of a text, by the query's patterns; never cuts a code point, marks a phrase as one piece. With
/// `sentence_starts` (ascending byte offsets) no phrase runs over a sentence's end; without, the text is one sentence.
std::vector<Highlight> highlight(std::string_view text, const std::vector<Pattern>& patterns,
                                 std::span<const std::uint32_t> sentence_starts = {});

}  // namespace communique::searcher
