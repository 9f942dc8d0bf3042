// SPDX-License-Identifier: GPL-3.0-or-later
// What the parts of compile() share: the index, what has been found out so far, and the first error.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>

#include <xapian.h>

#include "searcher/query/compile.h"
#include "searcher/query/name_variants.h"

namespace communique::searcher {

/// A clause as a query. Filters have no weight of their own: whoever joins them sees to it.
struct Piece {
  Xapian::Query query;
  bool ranks = false;                  ///< it is about words of the text, and weighs
  bool matches_heads = false;          ///< some head may match
  std::optional<WordRanking> words{};  ///< the same, without filters, if it is no more than plain words
};

/// Forms of a word taken into a window of NEAR: each costs its positions being read.
inline constexpr std::size_t kNearForms = 8;

struct CompileState {
  OpenIndex& index;
  const CompileOptions& options;
  CompiledQuery& out;
  bool negated = false;               ///< inside NOT: nothing to highlight, nothing to suggest
  std::optional<ValueError> error{};  ///< the first one stands
  int nearest_names = 4;              ///< so many unknown names are answered with a near one; each costs a look at all
  bool within_name = false;           ///< the words of a full name do not stand for other names one by one
  std::map<std::string, NameVariants> names{};  ///< looked up so far, by folded name
  /// What a field's value was resolved to, for CompiledQuery::parsed.
  std::map<const FieldClause*, std::string> resolved{};

  void fail(const SourceSpan& span, std::string message, std::string hint = {}) {
    if (!error) error = ValueError{std::move(message), std::move(hint), span.start};
  }
  void note(const SourceSpan& span, std::string text) { out.notices.push_back({std::move(text), span.start}); }
  void add_pattern(Pattern pattern) {
    if (!negated) out.patterns.push_back(std::move(pattern));
  }
  /// `first_pattern`: how many patterns there were before the part was compiled.
  void add_weighed(std::string clause, const Xapian::Query& query, std::size_t first_pattern) {
    if (negated) return;
    const auto first = out.patterns.begin() + static_cast<std::ptrdiff_t>(first_pattern);
    out.weighed.push_back({std::move(clause), query, {first, out.patterns.end()}});
  }
  void add_word(const std::string& word) {
    if (!negated) out.words.push_back(word);
  }

  /// What only heads carry, as the query's unit needs it: on the heads, or on all documents of their statements.
  Xapian::Query on_heads(const Xapian::Query& query) {
    return out.unit == Unit::Statement ? query : index.whole_statements(query);
  }
};

/// The tree as text with the names that fields' values were resolved to.
std::string resolved_text(const QueryNode& node, const CompileState& state);

}  // namespace communique::searcher
