// SPDX-License-Identifier: GPL-3.0-or-later
// The walk over the tree. Each clause becomes a Piece; here they are joined so that filters never weigh, NOT leaves
// out what it should, and heads come up only where statements are listed.
#include "searcher/query/compile.h"

#include <algorithm>
#include <map>
#include <utility>

#include "schema/terms.h"
#include "searcher/query/compile_state.h"
#include "searcher/query/date_query.h"
#include "searcher/query/field_query.h"
#include "searcher/query/near_query.h"
#include "searcher/query/sequence.h"
#include "searcher/query/word_pairs.h"
#include "searcher/query/word_query.h"

namespace communique::searcher {
namespace {

using Query = Xapian::Query;

Query all_of(const std::vector<Query>& queries) {
  return queries.size() == 1 ? queries.front() : Query(Query::OP_AND, queries.begin(), queries.end());
}
Query any_of(const std::vector<Query>& queries) {
  return queries.size() == 1 ? queries.front() : Query(Query::OP_OR, queries.begin(), queries.end());
}
Query weightless(const Query& query) { return query.empty() ? query : Query(0.0, query); }

/// The parts of an AND, before they are joined.
struct AndParts {
  std::vector<Query> texts;
  std::vector<Query> filters;
  std::vector<Query> excluded;
  bool matches_heads = true;  ///< each of texts and filters may match a head

  bool empty() const { return texts.empty() && filters.empty(); }
};

/// `texts` is what weighs: those of the parts, or something weaker in their place.
Piece join(const AndParts& parts, const Query& texts) {
  Piece piece;
  piece.ranks = !parts.texts.empty();
  piece.matches_heads = parts.matches_heads;
  if (parts.texts.empty()) {
    piece.query = weightless(all_of(parts.filters));
  } else {
    piece.query = parts.filters.empty() ? texts : Query(Query::OP_FILTER, texts, all_of(parts.filters));
  }
  if (!parts.excluded.empty()) piece.query = Query(Query::OP_AND_NOT, piece.query, any_of(parts.excluded));
  return piece;
}

class Compiler {
 public:
  Compiler(const ParsedQuery& parsed, CompileState& state) : parsed_(parsed), state_(state) {}

  void run() {
    const QueryNode& root = *parsed_.root;
    state_.out.unit = lists_passages(root) ? Unit::Passage : Unit::Statement;
    if (!state_.options.undated_instead) state_.out.dates = period_of(root);
    state_.out.undated_can_match = !state_.out.dates.from && !state_.out.dates.to;
    AndParts parts;
    add(root, parts, parsed_.free_text);
    if (state_.error) return;
    if (parts.empty()) return only_excludes(root.span);
    finish(parts);
  }

 private:
  /// True if some clause that is asked for is about a passage, not about its whole statement.
  bool lists_passages(const QueryNode& node) {
    if (const auto* field = std::get_if<FieldClause>(&node.clause)) {
      return schema::field(field->field).scope == schema::FieldScope::Passage || is_passage_id(state_.index, *field);
    }
    if (const auto* excluded = std::get_if<NotClause>(&node.clause)) {
      const auto* twice = std::get_if<NotClause>(&excluded->operands.front().clause);
      return twice != nullptr && lists_passages(twice->operands.front());
    }
    const auto some = [&](const std::vector<QueryNode>& nodes) {
      return std::any_of(nodes.begin(), nodes.end(), [&](const QueryNode& n) { return lists_passages(n); });
    };
    if (const auto* all = std::get_if<AndClause>(&node.clause)) return some(all->operands);
    if (const auto* any = std::get_if<OrClause>(&node.clause)) return some(any->operands);
    if (const auto* statement = std::get_if<SameStatementClause>(&node.clause)) return asks_for_words(*statement);
    return true;
  }

  static bool asks_for_words(const SameStatementClause& clause) {
    const auto has_words = [](const auto& self, const QueryNode& node) -> bool {
      if (std::holds_alternative<FieldClause>(node.clause) || std::holds_alternative<NotClause>(node.clause))
        return false;
      const std::vector<QueryNode>* operands = nullptr;
      if (const auto* all = std::get_if<AndClause>(&node.clause)) operands = &all->operands;
      if (const auto* any = std::get_if<OrClause>(&node.clause)) operands = &any->operands;
      if (operands == nullptr) return true;
      return std::any_of(operands->begin(), operands->end(), [&](const QueryNode& n) { return self(self, n); });
    };
    return has_words(has_words, clause.operands.front());
  }

  void finish(const AndParts& parts) {
    CompiledQuery& out = state_.out;
    const Piece full = join(parts, parts.texts.empty() ? Query() : all_of(parts.texts));
    out.full = for_unit(full);
    out.ranked = full.ranks;
    if (out.ranked) out.pairs = pairs_of(state_, parsed_);
    out.has_partial = parsed_.plain_words && parts.texts.size() > 1;
    if (out.has_partial) out.partial = for_unit(join(parts, any_of(parts.texts)));
  }

  Query for_unit(const Piece& piece) const {
    const Query head{std::string(schema::prefix::kHead)};
    if (state_.out.unit == Unit::Statement) return {Query::OP_FILTER, weightless(piece.query), head};
    return piece.matches_heads ? Query(Query::OP_AND_NOT, piece.query, head) : piece.query;
  }

  void only_excludes(const SourceSpan& span) {
    state_.fail(span, "the query only says what to leave out",
                "say what to find, too: a word, or a filter such as year:2021");
  }

  /// Adds a clause of an AND to its parts. `free_text`: an OR of words here is a text to rank by.
  void add(const QueryNode& node, AndParts& parts, bool free_text = false) {
    if (state_.error) return;
    if (const auto* all = std::get_if<AndClause>(&node.clause)) {
      for (const QueryNode& operand : all->operands) {
        add(operand, parts, free_text && &operand == &all->operands.front());
      }
      return;
    }
    if (const auto* excluded = std::get_if<NotClause>(&node.clause)) return add_excluded(*excluded, parts);
    const auto* any = std::get_if<OrClause>(&node.clause);
    const Piece piece = free_text && any != nullptr ? free_text_piece(*any) : piece_of(node);
    (piece.ranks ? parts.texts : parts.filters).push_back(piece.query);
    parts.matches_heads = parts.matches_heads && piece.matches_heads;
  }

  void add_excluded(const NotClause& clause, AndParts& parts) {
    const QueryNode& operand = clause.operands.front();
    if (const auto* twice = std::get_if<NotClause>(&operand.clause)) return add(twice->operands.front(), parts);
    const bool negated = std::exchange(state_.negated, true);
    const Piece piece = piece_of(operand);
    state_.negated = negated;
    if (state_.error) return;
    // Where statements are listed, a word to leave out is left out of the whole statement.
    const bool whole = state_.out.unit == Unit::Statement && !is_statement_filter(operand);
    parts.excluded.push_back(whole ? state_.index.whole_statements(piece.query) : piece.query);
  }

  static bool is_statement_filter(const QueryNode& node) {
    const auto* field = std::get_if<FieldClause>(&node.clause);
    return field != nullptr && schema::field(field->field).scope == schema::FieldScope::Statement;
  }

  Piece piece_of(const QueryNode& node) {
    return std::visit([&](const auto& clause) { return piece(clause, node.span); }, node.clause);
  }

  Piece piece(const WordClause& clause, const SourceSpan& span) { return word_piece(state_, clause, span); }
  Piece piece(const PhraseClause& clause, const SourceSpan&) { return phrase_piece(state_, clause); }
  Piece piece(const NearClause& clause, const SourceSpan& span) { return near_piece(state_, clause, span); }
  Piece piece(const SameSentenceClause& clause, const SourceSpan& span) {
    return same_sentence_piece(state_, clause, span);
  }
  Piece piece(const FieldClause& clause, const SourceSpan& span) { return field_piece(state_, clause, span); }

  Piece piece(const AndClause& clause, const SourceSpan& span) {
    AndParts parts;
    for (const QueryNode& operand : clause.operands) add(operand, parts);
    return joined(parts, span);
  }

  Piece joined(const AndParts& parts, const SourceSpan& span) {
    if (state_.error) return {};
    if (parts.empty()) {
      only_excludes(span);
      return {};
    }
    return join(parts, parts.texts.empty() ? Query() : all_of(parts.texts));
  }

  Piece piece(const NotClause& clause, const SourceSpan& span) {
    if (const auto* twice = std::get_if<NotClause>(&clause.operands.front().clause)) {
      return piece_of(twice->operands.front());
    }
    state_.fail(span, "NOT beside OR, or alone in parentheses, would find nearly everything",
                "say what to leave it out of: (a NOT b) OR c");
    return {};
  }

  Piece piece(const OrClause& clause, const SourceSpan&) {
    Piece either;
    std::vector<Piece> pieces;
    for (const QueryNode& operand : clause.operands) {
      pieces.push_back(piece_of(operand));
      if (state_.error) return {};
      either.ranks = either.ranks || pieces.back().ranks;
      either.matches_heads = either.matches_heads || pieces.back().matches_heads;
    }
    std::vector<Query> queries;
    for (const Piece& one : pieces) queries.push_back(either.ranks && !one.ranks ? weightless(one.query) : one.query);
    either.query = any_of(queries);
    return either;
  }

  /// Passages of statements in which every operand matches somewhere; those that match at least one are shown.
  Piece piece(const SameStatementClause& clause, const SourceSpan& span) {
    const QueryNode& child = clause.operands.front();
    const auto* all = std::get_if<AndClause>(&child.clause);
    std::vector<Query> whole;
    AndParts excluded;
    Piece any;
    std::vector<Query> matching;
    const auto take = [&](const QueryNode& operand) {
      if (const auto* out = std::get_if<NotClause>(&operand.clause)) return add_excluded(*out, excluded);
      const Piece piece = piece_of(operand);
      if (state_.error) return;
      whole.push_back(state_.index.whole_statements(piece.query));
      matching.push_back(piece.ranks ? piece.query : weightless(piece.query));
      any.ranks = any.ranks || piece.ranks;
      any.matches_heads = any.matches_heads || piece.matches_heads;
    };
    if (all == nullptr)
      take(child);
    else
      for (const QueryNode& operand : all->operands) take(operand);
    if (state_.error) return {};
    if (whole.empty()) return joined({}, span);
    any.query =
        state_.out.unit == Unit::Statement ? all_of(whole) : Query(Query::OP_FILTER, any_of(matching), all_of(whole));
    any.matches_heads = any.matches_heads || state_.out.unit == Unit::Statement;
    for (const Query& query : excluded.excluded) {
      any.query = Query(Query::OP_AND_NOT, any.query, state_.index.whole_statements(query));
    }
    return any;
  }

  /// Any of the words, each once; function words only add weight where there are others.
  Piece free_text_piece(const OrClause& clause) {
    std::vector<Query> content;
    std::vector<Query> function_words;
    auto left = repeats_of(clause);
    for (const QueryNode& operand : clause.operands) {
      const auto* word = std::get_if<WordClause>(&operand.clause);
      if (word == nullptr) {
        content.push_back(piece_of(operand).query);
      } else if (const unsigned repeats = std::exchange(left[key_of(*word)], 0U); repeats > 0) {
        const WeighedWord weighed = weighed_word(state_, *word, operand.span, repeats);
        (weighed.function_word ? function_words : content).push_back(weighed.query);
      }
    }
    if (content.empty()) return {any_of(function_words), true, false};
    if (function_words.empty()) return {any_of(content), true, false};
    return {Query(Query::OP_AND_MAYBE, any_of(content), any_of(function_words)), true, false};
  }

  static std::string key_of(const WordClause& word) {
    std::string key = (word.exact ? "=" : "") + std::string(word.prefix ? "*" : "");
    for (const std::string& term : read_sequence(word.text).terms) key += " " + term;
    return key;
  }

  static std::map<std::string, unsigned> repeats_of(const OrClause& clause) {
    std::map<std::string, unsigned> repeats;
    for (const QueryNode& operand : clause.operands) {
      if (const auto* word = std::get_if<WordClause>(&operand.clause)) ++repeats[key_of(*word)];
    }
    return repeats;
  }

  const ParsedQuery& parsed_;
  CompileState& state_;
};

}  // namespace

Result<CompiledQuery> compile(const ParsedQuery& query, OpenIndex& index, const CompileOptions& options) {
  if (!query.root) {
    return ValueError{"the query holds no word and no filter",
                      "give a word to search for, or a filter such as year:2021"};
  }
  CompiledQuery compiled;
  CompileState state{index, options, compiled};
  Compiler(query, state).run();
  if (state.error) return *state.error;
  compiled.parsed = resolved_text(*query.root, state);
  return compiled;
}

}  // namespace communique::searcher
