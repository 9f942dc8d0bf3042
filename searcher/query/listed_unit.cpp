// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/query/listed_unit.h"

#include <algorithm>
#include <variant>
#include <vector>

#include "schema/fields.h"
#include "searcher/query/field_query.h"

namespace communique::searcher {
namespace {

bool asks_for_words(const QueryNode& node) {
  if (std::holds_alternative<FieldClause>(node.clause) || std::holds_alternative<NotClause>(node.clause)) return false;
  if (const auto* all = std::get_if<AndClause>(&node.clause)) {
    return std::any_of(all->operands.begin(), all->operands.end(), asks_for_words);
  }
  if (const auto* any = std::get_if<OrClause>(&node.clause)) {
    return std::any_of(any->operands.begin(), any->operands.end(), asks_for_words);
  }
  return true;
}

bool lists_passages(OpenIndex& index, const QueryNode& node) {
  if (const auto* field = std::get_if<FieldClause>(&node.clause)) {
    return schema::field(field->field).scope == schema::FieldScope::Passage || is_passage_id(index, *field);
  }
  if (const auto* excluded = std::get_if<NotClause>(&node.clause)) {
    const auto* twice = std::get_if<NotClause>(&excluded->operands.front().clause);
    return twice != nullptr && lists_passages(index, twice->operands.front());
  }
  const auto some = [&](const std::vector<QueryNode>& nodes) {
    return std::any_of(nodes.begin(), nodes.end(), [&](const QueryNode& one) { return lists_passages(index, one); });
  };
  if (const auto* all = std::get_if<AndClause>(&node.clause)) return some(all->operands);
  if (const auto* any = std::get_if<OrClause>(&node.clause)) return some(any->operands);
  if (const auto* statement = std::get_if<SameStatementClause>(&node.clause)) {
    return asks_for_words(statement->operands.front());
  }
  return true;
}

}  // namespace

Unit listed_unit(OpenIndex& index, const QueryNode& node) {
  return lists_passages(index, node) ? Unit::Passage : Unit::Statement;
}

}  // namespace communique::searcher
