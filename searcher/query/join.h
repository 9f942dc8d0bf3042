// SPDX-License-Identifier: GPL-3.0-or-later
// How do clauses side by side become one node? AND, except that clauses of one field are alternatives; nothing is
// nested in its own kind.
#pragma once

#include <optional>
#include <utility>
#include <vector>

#include "searcher/query/lex.h"
#include "searcher/query/tree.h"

namespace communique::searcher {

/// So many plain words side by side mean all of them, more mean any.
inline constexpr std::size_t kAllWords = 4;

struct GroupItem {
  QueryNode node;
  bool and_before = false;  ///< AND is written before it
};

/// Adds an operand; one of the same kind is taken apart, so that ANDs and ORs are flat.
template <class Clause>
void add_operand(std::vector<QueryNode>& operands, QueryNode node) {
  if (auto* same = std::get_if<Clause>(&node.clause)) {
    for (QueryNode& inner : same->operands) operands.push_back(std::move(inner));
  } else {
    operands.push_back(std::move(node));
  }
}

template <class Clause>
std::optional<QueryNode> join_operands(std::vector<QueryNode> operands) {
  if (operands.empty()) return std::nullopt;
  if (operands.size() == 1) return std::move(operands.front());
  const SourceSpan span{operands.front().span.start, operands.back().span.end};
  return QueryNode{Clause{std::move(operands)}, span};
}

/// Clauses side by side. Those of one field with no AND written between them become an OR in the place of the first.
std::optional<QueryNode> join_group(std::vector<GroupItem> items);

/// Both, where there are both.
std::optional<QueryNode> both(std::optional<QueryNode> left, std::optional<QueryNode> right);

/// The plain words of a tree that is a word or an AND; 0 for any other.
std::size_t plain_words(const QueryNode& root);

/// Turns the words and phrases that a tree asks for side by side into alternatives; filters and what is left out stay.
/// False if there were less than two of them.
bool any_of_words(QueryNode& root);

/// A phrase, or for `"a b"~5` its words near one another.
QueryNode phrase_node(const Token& token, Diagnosis& diagnosis);

/// `a NEAR/5 b NEAR/5 c`: one kind of operator, one distance.
class ProximityChain {
 public:
  explicit ProximityChain(const Token& first) : first_(first), distance_(first.distance) {}
  void add(const Token& op, Diagnosis& diagnosis);
  std::optional<QueryNode> build(std::vector<QueryNode> operands, Diagnosis& diagnosis) const;

 private:
  Token first_;
  unsigned distance_;
};

}  // namespace communique::searcher
