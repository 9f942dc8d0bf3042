// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/why/clauses.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

#include "searcher/query/compile_state.h"
#include "searcher/query/name_variants.h"
#include "searcher/why/clause_reason.h"
#include "searcher/why/obstacle.h"

namespace communique::searcher {
namespace {

class Judge {
 public:
  Judge(const OpenStatement& statement, const CompileOptions& options, Unit unit)
      : statement_(statement), asking_{statement, options}, unit_(unit) {}

  /// `free_text`: an OR of words here is a text that is ranked by any of them.
  ClauseAnswer ask(const QueryNode& node, bool free_text = false) {
    free_text_ = free_text;
    ClauseAnswer answer = std::visit([&](const auto& clause) { return judge(clause, node); }, node.clause);
    answer.clause = to_text(node);
    return answer;
  }

 private:
  ClauseAnswer judged(ClauseKind kind, const ClauseMatch& match) const {
    ClauseAnswer answer;
    answer.kind = kind;
    answer.passages = match.match.passages;
    answer.holds = anywhere_ ? match.match.any() : statement_.holds(match.match);
    return answer;
  }

  ClauseMatch match_of(const QueryNode& node, bool free_text = false) const {
    return statement_.match(node, asking_.options, unit_, free_text);
  }

  ClauseAnswer judge(const WordClause& word, const QueryNode& node) { return of_text(ClauseKind::Word, word, node); }
  ClauseAnswer judge(const PhraseClause& phrase, const QueryNode& node) {
    return of_text(ClauseKind::Phrase, phrase, node);
  }
  ClauseAnswer judge(const NearClause& near, const QueryNode& node) { return of_text(ClauseKind::Near, near, node); }
  ClauseAnswer judge(const SameSentenceClause& sentence, const QueryNode& node) {
    return of_text(ClauseKind::SameSentence, sentence, node);
  }

  template <class Clause>
  ClauseAnswer of_text(ClauseKind kind, const Clause& clause, const QueryNode& node) const {
    const ClauseMatch match = match_of(node);
    ClauseAnswer answer = judged(kind, match);
    std::string typed;
    if constexpr (requires { clause.text; }) typed = clause.text;
    answer.reason = answer.holds ? found_reason(statement_, match, typed) : missing_reason(asking_, clause, match);
    return answer;
  }

  ClauseAnswer judge(const FieldClause& field, const QueryNode& node) {
    const ClauseMatch match = match_of(node);
    ClauseAnswer answer = judged(ClauseKind::Filter, match);
    answer.reason = filter_reason(statement_, field, match);
    return answer;
  }

  ClauseAnswer judge(const OrClause& clause, const QueryNode& node) {
    const ClauseMatch match = match_of(node, free_text_);
    ClauseAnswer answer = judged(ClauseKind::Any, match);
    for (const QueryNode& operand : clause.operands) answer.parts.push_back(ask(operand));
    const bool some =
        std::any_of(answer.parts.begin(), answer.parts.end(), [](const auto& part) { return part.holds; });
    if (!answer.holds) {
      answer.reason = some ? "words that only hold a sentence together find nothing alone" : "none of these holds";
    } else if (!some) {
      answer.reason = found_reason(statement_, match, "");  // a name in another form
    }
    return answer;
  }

  ClauseAnswer judge(const AndClause& clause, const QueryNode& node) {
    const bool free_text = free_text_;
    ClauseAnswer answer = judged(ClauseKind::All, match_of(node, free_text));
    CompiledQuery unused;
    CompileState names{statement_.index(), asking_.options, unused};
    for (std::size_t i = 0; i < clause.operands.size();) {
      const NameRun name = name_run(names, clause.operands, i);
      answer.parts.push_back(name.empty() ? ask(clause.operands[i], free_text && i == 0) : of_name(name));
      i += std::max<std::size_t>(name.words.size(), 1);
    }
    const auto holds = [](const ClauseAnswer& part) { return part.holds; };
    if (!answer.holds && std::all_of(answer.parts.begin(), answer.parts.end(), holds)) {
      answer.reason = apart_reason(answer.parts, statement_.record().passages);
    }
    return answer;
  }

  /// Words that are a leader's name, which is found in its other forms, too.
  ClauseAnswer of_name(const NameRun& name) const {
    const QueryNode node{AndClause{{name.words.begin(), name.words.end()}}, name.words.front().span};
    const ClauseMatch match = match_of(node);
    ClauseAnswer answer = judged(ClauseKind::Name, match);
    answer.clause = to_text(node);
    answer.reason = answer.holds ? found_reason(statement_, match, answer.clause)
                                 : missing_name_reason(asking_, {name.words.begin(), name.words.end()}, match);
    return answer;
  }

  /// Where statements are listed, and inside @statement, a word to leave out is left out of the whole statement.
  ClauseAnswer judge(const NotClause& clause, const QueryNode&) {
    const QueryNode& operand = clause.operands.front();
    const bool whole = (unit_ == Unit::Statement || anywhere_) && !is_statement_filter(operand);
    const Unit unit = std::exchange(unit_, whole ? Unit::Passage : unit_);
    ClauseAnswer inner = ask(operand);
    const StatementMatch has = match_of(operand).match;
    unit_ = unit;
    ClauseAnswer answer;
    answer.kind = ClauseKind::Not;
    for (std::uint32_t number = 1; number <= statement_.record().passages; ++number) {
      const bool left_out = whole ? has.any() : has.head || has.has(number);
      if (!left_out && unit_ == Unit::Passage) answer.passages.push_back(number);
    }
    answer.holds = whole || unit_ == Unit::Statement ? !has.any() : statement_.holds({false, answer.passages});
    if (inner.kind == ClauseKind::Filter) {
      answer.reason = inner.reason;
    } else if (has.any()) {
      const bool told = inner.parts.empty() && inner.holds;
      answer.reason = (answer.holds ? "but it stands " : "it stands ") +
                      (told ? inner.reason : "in " + passages_text(has.passages));
    }
    answer.parts = std::move(inner.parts);
    return answer;
  }

  ClauseAnswer judge(const SameStatementClause& clause, const QueryNode& node) {
    ClauseAnswer answer = judged(ClauseKind::SameStatement, match_of(node));
    const bool before = std::exchange(anywhere_, true);
    const QueryNode& child = clause.operands.front();
    if (const auto* all = std::get_if<AndClause>(&child.clause)) {
      for (const QueryNode& operand : all->operands) answer.parts.push_back(ask(operand));
    } else {
      answer.parts.push_back(ask(child));
    }
    anywhere_ = before;
    return answer;
  }

  const OpenStatement& statement_;
  Asking asking_;
  Unit unit_;
  bool free_text_ = false;  ///< of the node that is answered next
  bool anywhere_ = false;   ///< inside @statement
};

}  // namespace

std::string_view to_string(ClauseKind kind) {
  static constexpr std::array<std::string_view, 10> kNames = {"word",      "name",   "phrase", "near", "sentence",
                                                              "statement", "filter", "all",    "any",  "not"};
  return kNames[static_cast<std::size_t>(kind)];
}

JudgedQuery judge(const OpenStatement& statement, const ParsedQuery& parsed, const CompileOptions& options, Unit unit) {
  JudgedQuery judged;
  judged.root = Judge(statement, options, unit).ask(*parsed.root, parsed.free_text);
  find_obstacle(statement, judged);
  if (judged.obstacle == Obstacle::Apart) judged.hint = hint_for(statement, *parsed.root, options);
  return judged;
}

}  // namespace communique::searcher
