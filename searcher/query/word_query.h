// SPDX-License-Identifier: GPL-3.0-or-later
// Words, prefixes and phrases as Xapian queries, with the families of the index joined in.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <xapian.h>

#include "searcher/query/compile_state.h"
#include "searcher/query/sequence.h"

namespace communique::searcher {

/// The forms a normalised word stands for, itself first: its family and, for a leader's name, the other forms of it
/// that are one word; or only itself for a function word, with `exact`, and without CompileOptions::families.
std::vector<std::string> forms_of(CompileState& state, const std::string& word, bool exact, std::size_t limit = 40);

/// The commonest words that begin with a prefix; a notice if there are more.
std::vector<std::string> forms_of_prefix(CompileState& state, const WordClause& clause, const SourceSpan& span);

/// All of `terms` at consecutive positions; `prefix` goes before each of them (schema/terms.h).
Xapian::Query adjacent(OpenIndex& index, const std::vector<std::string>& terms, std::string_view prefix = {});

/// Any of `forms`, counted as one word.
Xapian::Query any_form(const std::vector<std::string>& forms, std::string_view prefix = {});

/// A word of the query, weighing as facts about the index say it should; adds patterns and words.
Piece word_piece(CompileState& state, const WordClause& clause, const SourceSpan& span);
Piece phrase_piece(CompileState& state, const PhraseClause& clause);

/// A word of a query that is ranked by any of its words, apart from how often it is repeated.
struct WeighedWord {
  Xapian::Query query;
  bool function_word = false;
  std::optional<RankedWord> ranked{};  ///< the same, if it is one word in its forms

  std::optional<WordRanking> as_words(bool optional) const {
    if (!ranked) return std::nullopt;
    WordRanking words{{*ranked}};
    words.words.front().optional = optional;
    return words;
  }
};
/// `repeats`: how often the query has the word.
WeighedWord weighed_word(CompileState& state, const WordClause& clause, const SourceSpan& span, unsigned repeats);

/// The same for words that only differ in how they are typed.
std::string repeat_key(const WordClause& word);
/// How often each word is among the operands, by repeat_key().
std::map<std::string, unsigned> repeats_of(const std::vector<QueryNode>& operands);

}  // namespace communique::searcher
