// SPDX-License-Identifier: GPL-3.0-or-later
// Which words, phrases, fields and operators does a query text hold? The first of the two steps of parse().
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "schema/error.h"
#include "schema/fields.h"
#include "searcher/query/parse.h"

namespace communique::searcher {

enum class TokenKind { Word, Phrase, Field, Open, Close, And, Or, Not, Near, SameSentence, End };

/// A piece of a field's value: `a`, `"a b"`, or in a list `field:(a OR "b c")` also the word OR.
struct ValuePiece {
  std::string text;
  bool quoted = false;
  bool is_or = false;
  SourceSpan span{};
};

struct Token {
  TokenKind kind = TokenKind::End;
  SourceSpan span{};
  std::string text{};        ///< Word, Phrase: without marks
  bool exact = false;        ///< Word: `=word`
  bool prefix = false;       ///< Word: `word*`
  bool dash = false;         ///< Not: written `-`
  bool statement = false;    ///< Close: `)@statement`
  bool has_distance = false; ///< Phrase: `"a b"~5`
  unsigned distance = 10;    ///< Near, and Phrase if has_distance
  bool ordered = false;      ///< Near: ADJ
  schema::FieldId field = schema::FieldId::Leader;
  bool list = false;         ///< Field: the value stood in parentheses
  std::vector<ValuePiece> value{};
};

/// What was wrong with a query: repairs, which are notices or with `strict` the error, and what can not be repaired.
/// The first error stands.
class Diagnosis {
 public:
  explicit Diagnosis(bool strict) : strict_(strict) {}

  /// Something malformed that was read in the way `text` says.
  void repaired(std::size_t offset, std::string text);
  void note(std::size_t offset, std::string text) { notices_.push_back({std::move(text), offset}); }
  void fail(std::size_t offset, std::string message, std::string hint = {});

  bool failed() const { return error_.has_value(); }
  const ValueError& error() const { return *error_; }
  std::vector<Notice> take_notices() { return std::move(notices_); }

 private:
  bool strict_;
  std::optional<ValueError> error_;
  std::vector<Notice> notices_;
};

/// Counts what the caps of query_caps bound, over the whole query.
struct Tally {
  std::size_t max_terms = query_caps::kTerms;
  std::size_t terms = 0;
  std::size_t prefixes = 0;
  std::size_t filters = 0;

  void add_words(std::size_t words, std::size_t offset, Diagnosis& diagnosis);
  void add_prefix(std::size_t offset, Diagnosis& diagnosis);
  void add_filter(std::size_t offset, Diagnosis& diagnosis);
};

/// What a text costs against the caps on words: its words, with two Han characters counted as one.
std::size_t word_cost(std::string_view text);

/// `text` as the words of a query that knows no operators: what could be one is read as words.
std::vector<Token> lex_plain(std::string_view text, Tally& tally, Diagnosis& diagnosis);

/// The tokens of valid UTF-8, ending with End; stops early once `diagnosis` has failed. `base` is added to all offsets.
std::vector<Token> lex(std::string_view text, std::size_t base, Tally& tally, Diagnosis& diagnosis);

}  // namespace communique::searcher
