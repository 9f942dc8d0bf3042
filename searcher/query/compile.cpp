// SPDX-License-Identifier: GPL-3.0-or-later
// The walk over the tree. Each clause becomes a Piece; here they are joined so that filters never weigh, NOT leaves
// out what it should, and heads come up only where statements are listed.
#include "searcher/query/compile.h"

#include <algorithm>
#include <set>
#include <utility>

#include "schema/terms.h"
#include "searcher/query/and_parts.h"
#include "searcher/query/compile_state.h"
#include "searcher/query/date_query.h"
#include "searcher/query/field_query.h"
#include "searcher/query/listed_unit.h"
#include "searcher/query/name_variants.h"
#include "searcher/query/near_query.h"
#include "searcher/query/word_pairs.h"
#include "searcher/query/word_query.h"

namespace communique::searcher {
namespace {

using Query = Xapian::Query;

class Compiler {
 public:
  Compiler(const ParsedQuery& parsed, CompileState& state) : parsed_(parsed), state_(state) {}

  void run() {
    const QueryNode& root = *parsed_.root;
    state_.out.unit = state_.options.unit ? *state_.options.unit : listed_unit(state_.index, root);
    if (!state_.options.undated_instead) state_.out.dates = period_of(root);
    state_.out.undated_can_match = !state_.out.dates.from && !state_.out.dates.to;
    AndParts parts;
    add(root, parts, parsed_.free_text);
    if (state_.error) return;
    if (parts.empty()) return only_excludes(root.span);
    finish(parts);
  }

 private:
  void finish(const AndParts& parts) {
    CompiledQuery& out = state_.out;
    const Piece full = join(parts, parts.texts.empty() ? Query() : all_of(parts.texts));
    out.full = for_unit(full);
    out.words_only = parts.plain.all();
    if (out.words_only) {
      out.words_only->filters = parts.filters;
      out.words_only->excluded = parts.excluded;
    }
    out.ranked = full.ranks;
    if (out.ranked) out.pairs = pairs_of(state_, parsed_);
    out.has_partial = parsed_.plain_words && parts.words.size() > 1;
    if (out.has_partial) out.partial = for_unit(join(parts, any_of(parts.words)));
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
      for (std::size_t i = 0; i < all->operands.size() && !state_.error;) {
        const NameRun name = name_run(state_, all->operands, i);
        name.empty() ? add(all->operands[i], parts, free_text && i == 0) : add_name(name, parts);
        i += std::max<std::size_t>(name.words.size(), 1);
      }
      return;
    }
    if (const auto* excluded = std::get_if<NotClause>(&node.clause)) return add_excluded(*excluded, parts);
    const auto* any = std::get_if<OrClause>(&node.clause);
    parts.add(free_text && any != nullptr ? free_text_piece(*any) : piece_of(node));
  }

  /// All words of a name, or the name in another form.
  void add_name(const NameRun& name, AndParts& parts) {
    const std::size_t patterns = state_.out.patterns.size();
    AndParts typed;
    state_.within_name = true;
    for (const QueryNode& word : name.words) add(word, typed);
    state_.within_name = false;
    const Query otherwise = otherwise_piece(name);
    parts.texts.emplace_back(Query::OP_MAX, all_of(typed.texts), otherwise);
    state_.add_weighed(to_text({AndClause{{name.words.begin(), name.words.end()}}, {}}), parts.texts.back(), patterns);
    parts.words.insert(parts.words.end(), typed.words.begin(), typed.words.end());
    parts.words.push_back(otherwise);
    parts.plain.fail();
    parts.matches_heads = false;
  }

  Query otherwise_piece(const NameRun& name) {
    const std::size_t patterns = state_.out.patterns.size();
    const Query otherwise = otherwise_written(state_, name);
    state_.add_weighed(name.folded, otherwise, patterns);
    return otherwise;
  }

  Piece name_piece(const NameRun& name) {
    AndParts parts;
    add_name(name, parts);
    return state_.error ? Piece() : join(parts, parts.texts.front());
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
    const std::size_t patterns = state_.out.patterns.size();
    const Piece piece = std::visit([&](const auto& clause) { return this->piece(clause, node.span); }, node.clause);
    if (piece.ranks && !is_sum(node)) state_.add_weighed(to_text(node), piece.query, patterns);
    return piece;
  }

  /// True for clauses that weigh as the sum of their parts.
  static bool is_sum(const QueryNode& node) {
    return std::visit(
               [](const auto& clause) {
                 return requires { clause.operands; };
               },
               node.clause) &&
           !std::holds_alternative<NearClause>(node.clause) && !std::holds_alternative<SameSentenceClause>(node.clause);
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
    WordGatherer plain;
    for (const Piece& one : pieces) plain.add(one.words);
    either.words = plain.any();
    std::vector<Query> queries;
    for (const Piece& one : pieces) queries.push_back(either.ranks && !one.ranks ? weightless(one.query) : one.query);
    either.query = any_of(queries);
    return either;
  }

  /// Passages of statements in which every operand matches somewhere; those that match at least one are shown.
  Piece piece(const SameStatementClause& clause, const SourceSpan& span) {
    const auto* all = std::get_if<AndClause>(&clause.operands.front().clause);
    std::vector<Query> whole;
    AndParts excluded;
    Piece any;
    std::vector<Query> matching;
    const auto take = [&](const Piece& piece) {
      if (state_.error) return;
      whole.push_back(state_.index.whole_statements(piece.query));
      matching.push_back(piece.ranks ? piece.query : weightless(piece.query));
      any.ranks = any.ranks || piece.ranks;
      any.matches_heads = any.matches_heads || piece.matches_heads;
    };
    const auto& operands = all == nullptr ? clause.operands : all->operands;
    for (std::size_t i = 0; i < operands.size();) {
      const NameRun name = name_run(state_, operands, i);
      if (const auto* out = std::get_if<NotClause>(&operands[i].clause))
        add_excluded(*out, excluded);
      else
        take(name.empty() ? piece_of(operands[i]) : name_piece(name));
      i += std::max<std::size_t>(name.words.size(), 1);
    }
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

  static std::optional<WordRanking> all_decide(std::optional<WordRanking> ranking) {
    if (!ranking) return ranking;
    for (RankedWord& word : ranking->words) word.optional = false;
    return ranking;
  }

  /// Any of the words, each once; function words only add weight where there are others.
  Piece free_text_piece(const OrClause& clause) {
    std::vector<Query> content;
    std::vector<Query> function_words;
    auto left = repeats_of(clause.operands);
    WordGatherer plain;
    std::set<std::string> names;
    std::size_t name_end = 0;
    for (std::size_t i = 0; i < clause.operands.size(); ++i) {
      const QueryNode& operand = clause.operands[i];
      if (i >= name_end) {
        const NameRun name = name_run(state_, clause.operands, i, true);
        name_end = i + name.words.size();
        if (!name.empty() && names.insert(name.folded).second) {
          content.push_back(otherwise_piece(name));
          plain.fail();
        }
      }
      state_.within_name = i < name_end;
      const auto* word = std::get_if<WordClause>(&operand.clause);
      if (word == nullptr) {
        content.push_back(piece_of(operand).query);
        plain.fail();
      } else if (const unsigned repeats = std::exchange(left[repeat_key(*word)], 0U); repeats > 0) {
        const std::size_t patterns = state_.out.patterns.size();
        const WeighedWord weighed = weighed_word(state_, *word, operand.span, repeats);
        state_.add_weighed(to_text(operand), weighed.query, patterns);
        plain.add(weighed.as_words(weighed.function_word));
        (weighed.function_word ? function_words : content).push_back(weighed.query);
      }
    }
    state_.within_name = false;
    if (content.empty()) return {any_of(function_words), true, false, all_decide(plain.any())};
    if (function_words.empty()) return {any_of(content), true, false, plain.any()};
    return {Query(Query::OP_AND_MAYBE, any_of(content), any_of(function_words)), true, false, plain.any()};
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
