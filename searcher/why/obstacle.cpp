// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/why/obstacle.h"

#include <algorithm>
#include <utility>

#include "searcher/why/clause_reason.h"

namespace communique::searcher {
namespace {

/// True for clauses that are about the whole statement or about who speaks, not about words.
bool is_filter(const ClauseAnswer& answer) {
  if (answer.parts.empty()) return answer.kind == ClauseKind::Filter;
  return answer.kind != ClauseKind::Not && std::all_of(answer.parts.begin(), answer.parts.end(), is_filter);
}

bool holds_in(const ClauseAnswer& part, std::uint32_t passage) {
  return std::binary_search(part.passages.begin(), part.passages.end(), passage);
}

bool is_asked_for(const ClauseAnswer& part) { return part.kind != ClauseKind::Not; }

/// The first of the passages in which most of what is asked for holds.
std::uint32_t fullest_passage(const std::vector<ClauseAnswer>& parts, std::uint32_t passages) {
  std::uint32_t best = 1;
  std::ptrdiff_t most = -1;
  for (std::uint32_t number = 1; number <= passages; ++number) {
    const auto held = std::count_if(parts.begin(), parts.end(), [&](const ClauseAnswer& part) {
      return is_asked_for(part) && holds_in(part, number);
    });
    if (held > most) best = number;
    most = std::max(most, held);
  }
  return best;
}

/// True if some passage has all that is asked for, so that only NOT leaves it out.
bool only_not_fails(const std::vector<ClauseAnswer>& parts, std::uint32_t fullest) {
  return std::all_of(parts.begin(), parts.end(),
                     [&](const ClauseAnswer& part) { return !is_asked_for(part) || holds_in(part, fullest); });
}

std::string excluded_reason(const std::vector<ClauseAnswer>& parts, std::uint32_t passage) {
  std::vector<std::string> excluding;
  for (const ClauseAnswer& part : parts) {
    if (!is_asked_for(part) && !holds_in(part, passage)) excluding.push_back(part.clause);
  }
  return "passage " + std::to_string(passage) + " holds all that is asked for, but " + listed(excluding) +
         (excluding.size() == 1 ? " leaves it out" : " leave it out");
}

/// Clauses that fail, by what they are about.
struct Failed {
  std::vector<ClauseAnswer> filters;
  std::vector<ClauseAnswer> missing;
  std::vector<ClauseAnswer> excluding;

  /// Goes into clauses that stand side by side.
  void add(const ClauseAnswer& clause) {
    if (clause.holds) return;
    const bool all = clause.kind == ClauseKind::All || clause.kind == ClauseKind::SameStatement;
    const bool some =
        std::any_of(clause.parts.begin(), clause.parts.end(), [](const auto& part) { return !part.holds; });
    if (all && some) {
      for (const ClauseAnswer& part : clause.parts) add(part);
    } else if (is_filter(clause)) {
      filters.push_back(clause);
    } else {
      (is_asked_for(clause) ? missing : excluding).push_back(clause);
    }
  }
};

/// "year:2021 (its date is 2022-01-03) and country:france (its country is Russia)"; of many only the clauses.
std::string told(const std::vector<ClauseAnswer>& clauses) {
  constexpr std::size_t kMostReasons = 2;
  std::vector<std::string> items;
  for (const ClauseAnswer& one : clauses) {
    const bool reason = clauses.size() <= kMostReasons && !one.reason.empty();
    items.push_back(one.clause + (reason ? " (" + one.reason + ")" : ""));
  }
  return listed(items);
}

std::string asked_for(const OpenStatement& statement) {
  return statement.asked() == 0 ? "It" : "Passage " + std::to_string(statement.asked());
}

}  // namespace

bool is_statement_filter(const QueryNode& node) {
  const auto* field = std::get_if<FieldClause>(&node.clause);
  return field != nullptr && schema::field(field->field).scope == schema::FieldScope::Statement;
}

std::string apart_reason(const std::vector<ClauseAnswer>& parts, std::uint32_t passages) {
  const std::uint32_t best = fullest_passage(parts, passages);
  if (only_not_fails(parts, best)) return excluded_reason(parts, best);
  std::vector<std::string> has;
  std::vector<std::string> lacks;
  for (const ClauseAnswer& part : parts) {
    if (!is_asked_for(part) || part.passages.size() == passages) continue;
    if (holds_in(part, best)) {
      has.push_back(part.clause);
    } else {
      lacks.push_back(part.clause + " (" + passages_text(part.passages) + ")");
    }
  }
  const std::string passage = "passage " + std::to_string(best);
  return "no passage holds them all: " + passage + (has.empty() ? " lacks " : " holds " + listed(has) + ", but not ") +
         listed(lacks);
}

void find_obstacle(const OpenStatement& statement, JudgedQuery& judged) {
  if (judged.root.holds) return;
  Failed failed;
  const bool apart =
      judged.root.kind == ClauseKind::All &&
      std::all_of(judged.root.parts.begin(), judged.root.parts.end(), [](const auto& part) { return part.holds; });
  if (!apart) failed.add(judged.root);
  const std::string it = asked_for(statement);
  if (!failed.filters.empty()) {
    judged.obstacle = Obstacle::Filter;
    judged.why = it + " is left out by " + told(failed.filters) + ".";
  } else if (!failed.missing.empty()) {
    judged.obstacle = Obstacle::Missing;
    judged.why = it + " lacks " + told(failed.missing) + ".";
  } else if (!failed.excluding.empty()) {
    judged.obstacle = Obstacle::Excluded;
    judged.why = it + " is left out by " + told(failed.excluding) + ".";
  } else {
    const auto& parts = judged.root.parts;
    const bool excluded = only_not_fails(parts, fullest_passage(parts, statement.record().passages));
    judged.obstacle = excluded ? Obstacle::Excluded : Obstacle::Apart;
    judged.why = (excluded ? "Of the statement, " : "Each part of the query holds in the statement, but ") +
                 judged.root.reason + ".";
  }
}

std::string hint_for(const OpenStatement& statement, const QueryNode& root, const CompileOptions& options) {
  const auto* all = std::get_if<AndClause>(&root.clause);
  if (all == nullptr) return {};
  AndClause words;
  AndClause whole;
  for (const QueryNode& operand : all->operands) {
    const bool stays = is_statement_filter(operand) || std::holds_alternative<NotClause>(operand.clause) ||
                       std::holds_alternative<SameStatementClause>(operand.clause);
    (stays ? whole : words).operands.push_back(operand);
  }
  if (words.operands.size() < 2) return {};
  whole.operands.insert(whole.operands.begin(), {SameStatementClause{{{std::move(words), root.span}}}, root.span});
  const QueryNode hint = whole.operands.size() == 1 ? whole.operands.front() : QueryNode{std::move(whole), root.span};
  return statement.holds(statement.match(hint, options, Unit::Passage).match) ? to_text(hint) : std::string();
}

}  // namespace communique::searcher
