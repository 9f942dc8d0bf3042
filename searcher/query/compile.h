// SPDX-License-Identifier: GPL-3.0-or-later
// From tree to Xapian::Query: names, offices, countries and dates are resolved, words joined with their families.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <xapian.h>

#include "schema/date.h"
#include "schema/error.h"
#include "searcher/open_index.h"
#include "searcher/query/parse.h"
#include "searcher/query/ranked_words.h"
#include "searcher/query/word_pairs.h"
#include "searcher/said.h"

namespace communique::searcher {

/// What one word or phrase of the query looks like in a text, for highlighting. Each position takes any of its forms
/// (normalised). One position: a word. Several: a phrase, or words near one another.
struct Pattern {
  std::vector<std::vector<std::string>> positions;
  std::vector<std::string> prefixes;  ///< a word beginning with one of these matches too; only with one position
  unsigned window = 0;                ///< 0: adjacent and in order; else all within so many words
  bool ordered = true;
  bool same_sentence = false;
};

/// What a query lists when it is run.
enum class Unit { Passage, Statement };

/// A part of a query that weighs by itself: a word, a phrase, words near one another, a name.
struct WeighedPart {
  std::string clause;             ///< in the query language
  Xapian::Query query;            ///< as it stands in CompiledQuery::full and partial
  std::vector<Pattern> patterns;  ///< of it alone
};

struct CompiledQuery {
  Xapian::Query full;     ///< what a full match is; filters included, tombstones not
  Xapian::Query partial;  ///< any of the words, same filters; empty if there is nothing weaker than `full`
  bool has_partial = false;
  std::optional<WordRanking> words_only;  ///< `full`, if it is no more than plain words and filters
  Unit unit = Unit::Passage;      ///< Statement if the query has no words and no passage-scope filter: heads are listed
  bool ranked = true;             ///< false: nothing carries weight, hits come by date
  std::vector<Pattern> patterns;  ///< of the words that are asked for (not of those under NOT)
  std::vector<std::string> words;      ///< normalised query words that are asked for, for suggestions
  std::vector<WeighedPart> weighed;    ///< what is asked for and ranks, for --explain
  QueryPairs pairs;                    ///< of words that follow one another, where the query ranks
  std::vector<WantedSpeaker> said_by;  ///< of the said-by: that are asked for; words said by them rank above others
  schema::DateRange dates;             ///< no statement outside this can match: shards outside it need not be opened
  bool undated_can_match = true;       ///< false if a date filter excludes undated statements
  std::string parsed;                  ///< the query as understood, in words: to_text() with names and dates resolved
  std::vector<Notice> notices;
};

struct CompileOptions {
  std::string lang;  ///< families of this language only; empty: by the words
  bool families = true;
  bool exact_names = false;      ///< a leader's name in plain words finds this form of it only
  bool undated_instead = false;  ///< date filters ask for undated statements: to count what they leave out
  std::optional<Unit> unit{};    ///< what is listed whatever the query says: for a clause of a query that lists it
};

/// Resolves and translates. An error has the byte offset of the clause at fault (no such country, an empty value, ...).
/// A leader nobody knows is no error: the name is searched as printed, with a notice.
Result<CompiledQuery> compile(const ParsedQuery& query, OpenIndex& index, const CompileOptions& options = {});

/// The stages as text for --explain: tree, resolved query, Xapian query.
std::string explain(const ParsedQuery& parsed, const CompiledQuery& compiled);

}  // namespace communique::searcher
