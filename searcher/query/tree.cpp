// SPDX-License-Identifier: GPL-3.0-or-later
// How does a query tree compare, and how does it print back in the query language?
#include "searcher/query/tree.h"

#include <algorithm>
#include <optional>
#include <string_view>

namespace communique::searcher {

bool NearClause::operator==(const NearClause& other) const {
  return distance == other.distance && ordered == other.ordered && operands == other.operands;
}
bool SameSentenceClause::operator==(const SameSentenceClause& other) const { return operands == other.operands; }
bool SameStatementClause::operator==(const SameStatementClause& other) const { return operands == other.operands; }
bool AndClause::operator==(const AndClause& other) const { return operands == other.operands; }
bool OrClause::operator==(const OrClause& other) const { return operands == other.operands; }
bool NotClause::operator==(const NotClause& other) const { return operands == other.operands; }

namespace {

// parse() reads more plain words than this side by side as free text, so such an AND is printed with its operators.
constexpr std::size_t kMostImplicitWords = 4;

std::string print(const QueryNode& node);

std::string in_parentheses(const QueryNode& node) { return "(" + print(node) + ")"; }

template <class Clause>
const Clause* as(const QueryNode& node) {
  return std::get_if<Clause>(&node.clause);
}

std::string join(const std::vector<std::string>& parts, std::string_view separator) {
  std::string text;
  for (const std::string& part : parts) {
    if (!text.empty()) text += separator;
    text += part;
  }
  return text;
}

/// The field if all operands are clauses of one field: such an OR can stand side by side in an AND.
std::optional<schema::FieldId> common_field(const OrClause& clause) {
  std::optional<schema::FieldId> common;
  for (const QueryNode& operand : clause.operands) {
    const auto* field = as<FieldClause>(operand);
    if (field == nullptr || (common && *common != field->field)) return std::nullopt;
    common = field->field;
  }
  return common;
}

std::string print_value(const FieldClause& clause) {
  const auto kind = schema::field(clause.field).kind;
  if (clause.quoted) return "\"" + clause.value + "\"";
  if (clause.value.find(' ') == std::string::npos) return clause.value;
  return kind == schema::FieldKind::Words ? "(" + clause.value + ")" : "\"" + clause.value + "\"";
}

std::string print_clause(const WordClause& word) {
  return (word.exact ? "=" : "") + word.text + (word.prefix ? "*" : "");
}

std::string print_clause(const PhraseClause& phrase) { return "\"" + phrase.text + "\""; }

std::string print_clause(const FieldClause& clause) {
  return std::string(schema::field(clause.field).name) + ":" + print_value(clause);
}

std::string print_operands(const std::vector<QueryNode>& operands, std::string_view separator) {
  std::vector<std::string> parts;
  for (const QueryNode& operand : operands) {
    parts.push_back(as<OrClause>(operand) != nullptr ? in_parentheses(operand) : print(operand));
  }
  return join(parts, separator);
}

std::string print_clause(const NearClause& clause) {
  const std::string name = clause.ordered ? " ADJ/" : " NEAR/";
  return print_operands(clause.operands, name + std::to_string(clause.distance) + " ");
}

std::string print_clause(const SameSentenceClause& clause) { return print_operands(clause.operands, " /s "); }

std::string print_clause(const SameStatementClause& clause) {
  return in_parentheses(clause.operands.front()) + "@statement";
}

/// Side by side means OR for clauses of one field and "any of" for many plain words: then AND has to be written.
bool needs_operators(const AndClause& clause) {
  std::vector<schema::FieldId> seen;
  std::size_t words = 0;
  for (const QueryNode& operand : clause.operands) {
    std::optional<schema::FieldId> field;
    if (const auto* single = as<FieldClause>(operand)) field = single->field;
    if (const auto* several = as<OrClause>(operand)) field = common_field(*several);
    if (field && std::find(seen.begin(), seen.end(), *field) != seen.end()) return true;
    if (field) seen.push_back(*field);
    if (as<WordClause>(operand) != nullptr) ++words;
  }
  return words > kMostImplicitWords;
}

std::string print_clause(const AndClause& clause) {
  if (needs_operators(clause)) return print_operands(clause.operands, " AND ");
  std::vector<std::string> parts;
  for (const QueryNode& operand : clause.operands) {
    const auto* alternatives = as<OrClause>(operand);
    if (alternatives == nullptr) {
      parts.push_back(print(operand));
    } else if (common_field(*alternatives)) {
      for (const QueryNode& alternative : alternatives->operands) parts.push_back(print(alternative));
    } else {
      parts.push_back(in_parentheses(operand));
    }
  }
  return join(parts, " ");
}

std::string print_clause(const OrClause& clause) {
  std::vector<std::string> parts;
  for (const QueryNode& operand : clause.operands) parts.push_back(print(operand));
  return join(parts, " OR ");
}

std::string print_clause(const NotClause& clause) {
  const QueryNode& operand = clause.operands.front();
  const bool single = as<WordClause>(operand) != nullptr || as<PhraseClause>(operand) != nullptr ||
                      as<FieldClause>(operand) != nullptr || as<SameStatementClause>(operand) != nullptr;
  return "-" + (single ? print(operand) : in_parentheses(operand));
}

std::string print(const QueryNode& node) {
  return std::visit([](const auto& clause) { return print_clause(clause); }, node.clause);
}

}  // namespace

std::string to_text(const QueryNode& node) { return print(node); }

}  // namespace communique::searcher
