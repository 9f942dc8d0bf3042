// SPDX-License-Identifier: GPL-3.0-or-later
// Joining clauses, and the rules on what may be near what.
#include "searcher/query/join.h"

#include <algorithm>

namespace communique::searcher {
namespace {

/// The field of a clause, or of an OR that `field:(a b)` made.
std::optional<schema::FieldId> field_of(const QueryNode& node) {
  if (const auto* clause = std::get_if<FieldClause>(&node.clause)) return clause->field;
  return std::nullopt;
}

bool is_text_operand(const QueryNode& node) {
  return std::holds_alternative<WordClause>(node.clause) || std::holds_alternative<PhraseClause>(node.clause);
}

bool may_be_near(const QueryNode& node) {
  if (is_text_operand(node)) return true;
  const auto* any = std::get_if<OrClause>(&node.clause);
  return any != nullptr && std::all_of(any->operands.begin(), any->operands.end(), is_text_operand);
}

/// The longest text of an operand counts: alternatives stand for one another.
std::size_t operand_cost(const QueryNode& node) {
  if (const auto* word = std::get_if<WordClause>(&node.clause)) return word_cost(word->text);
  if (const auto* phrase = std::get_if<PhraseClause>(&node.clause)) return word_cost(phrase->text);
  std::size_t most = 0;
  if (const auto* any = std::get_if<OrClause>(&node.clause)) {
    for (const QueryNode& operand : any->operands) most = std::max(most, operand_cost(operand));
  }
  return most;
}

void check_size(const std::vector<QueryNode>& operands, Diagnosis& diagnosis) {
  std::size_t words = 0;
  for (const QueryNode& operand : operands) words += operand_cost(operand);
  if (words <= query_caps::kPhraseWords) return;
  diagnosis.fail(operands.front().span.start,
                 "NEAR, ADJ and /s may join " + std::to_string(query_caps::kPhraseWords) + " words at most",
                 "join the rest by AND");
}

bool check_distance(unsigned distance, std::size_t offset, Diagnosis& diagnosis) {
  if (distance >= 1 && distance <= query_caps::kDistance) return true;
  diagnosis.fail(offset,
                 "words can be near one another within 1 to " + std::to_string(query_caps::kDistance) + " words",
                 "write /s for the same sentence, AND for the same passage");
  return false;
}

/// A word of a loose phrase, as a clause that prints back as itself: what reads as anything but one plain word is a
/// phrase of its own.
QueryNode loose_word(std::string_view text, const SourceSpan& span) {
  Diagnosis diagnosis(true);
  Tally tally;
  const std::vector<Token> tokens = lex(text, 0, tally, diagnosis);
  const bool plain = !diagnosis.failed() && tokens.size() == 2 && tokens.front().kind == TokenKind::Word &&
                     !tokens.front().exact && !tokens.front().prefix;
  if (plain) return {WordClause{tokens.front().text}, span};
  return {PhraseClause{std::string(text)}, span};
}

}  // namespace

std::optional<QueryNode> join_group(std::vector<GroupItem> items) {
  std::vector<QueryNode> operands;
  std::size_t segment = 0;  // operands from here on have no AND written between them
  for (GroupItem& item : items) {
    if (item.and_before) segment = operands.size();
    const auto field = field_of(item.node);
    const auto same_field = [&](const QueryNode& operand) {
      if (field_of(operand) == field) return true;
      const auto* any = std::get_if<OrClause>(&operand.clause);
      return any != nullptr && field_of(any->operands.front()) == field &&
             std::all_of(any->operands.begin(), any->operands.end(),
                         [&](const auto& o) { return field_of(o) == field; });
    };
    const auto begin = operands.begin() + static_cast<std::ptrdiff_t>(segment);
    const auto found = field ? std::find_if(begin, operands.end(), same_field) : operands.end();
    if (found == operands.end()) {
      add_operand<AndClause>(operands, std::move(item.node));
      continue;
    }
    std::vector<QueryNode> alternatives;
    add_operand<OrClause>(alternatives, std::move(*found));
    add_operand<OrClause>(alternatives, std::move(item.node));
    *found = *join_operands<OrClause>(std::move(alternatives));
  }
  return join_operands<AndClause>(std::move(operands));
}

std::optional<QueryNode> both(std::optional<QueryNode> left, std::optional<QueryNode> right) {
  std::vector<QueryNode> operands;
  if (left) add_operand<AndClause>(operands, std::move(*left));
  if (right) add_operand<AndClause>(operands, std::move(*right));
  return join_operands<AndClause>(std::move(operands));
}

std::size_t plain_words(const QueryNode& root) {
  if (std::holds_alternative<WordClause>(root.clause)) return 1;
  const auto* all = std::get_if<AndClause>(&root.clause);
  if (all == nullptr) return 0;
  return static_cast<std::size_t>(std::count_if(all->operands.begin(), all->operands.end(), [](const QueryNode& node) {
    return std::holds_alternative<WordClause>(node.clause);
  }));
}

bool any_of_words(QueryNode& root) {
  auto* all = std::get_if<AndClause>(&root.clause);
  if (all == nullptr) return false;
  const auto first_kept = std::stable_partition(all->operands.begin(), all->operands.end(), is_text_operand);
  const auto words = first_kept - all->operands.begin();
  if (words < 2) return false;
  std::vector<QueryNode> kept(std::make_move_iterator(first_kept), std::make_move_iterator(all->operands.end()));
  all->operands.erase(first_kept, all->operands.end());
  std::optional<QueryNode> any = join_operands<OrClause>(std::move(all->operands));
  std::vector<QueryNode> operands;
  operands.push_back(std::move(*any));
  for (QueryNode& node : kept) operands.push_back(std::move(node));
  root = *join_operands<AndClause>(std::move(operands));
  return true;
}

QueryNode phrase_node(const Token& token, Diagnosis& diagnosis) {
  if (!token.has_distance || !check_distance(token.distance, token.span.start, diagnosis)) {
    return {PhraseClause{token.text}, token.span};
  }
  NearClause near{{}, token.distance, false};
  for (std::size_t start = 0; start < token.text.size();) {
    const std::size_t end = std::min(token.text.find(' ', start), token.text.size());
    const std::string_view word = std::string_view(token.text).substr(start, end - start);
    if (word_cost(word) > 0) near.operands.push_back(loose_word(word, token.span));
    start = end + 1;
  }
  if (near.operands.size() < 2) return {PhraseClause{token.text}, token.span};
  check_size(near.operands, diagnosis);
  return {std::move(near), token.span};
}

void ProximityChain::add(const Token& op, Diagnosis& diagnosis) {
  if (op.kind != first_.kind || op.ordered != first_.ordered) {
    return diagnosis.fail(op.span.start, "NEAR, ADJ and /s can not be mixed in one chain",
                          "write two conditions: (a NEAR/5 b) AND (b /s c)");
  }
  if (op.kind == TokenKind::Near && !check_distance(op.distance, op.span.start, diagnosis)) return;
  if (op.distance != distance_) {
    distance_ = std::max(distance_, op.distance);
    diagnosis.repaired(op.span.start, "one distance holds for the whole chain: " + std::to_string(distance_));
  }
}

std::optional<QueryNode> ProximityChain::build(std::vector<QueryNode> operands, Diagnosis& diagnosis) const {
  if (diagnosis.failed()) return std::nullopt;
  for (const QueryNode& operand : operands) {
    if (may_be_near(operand)) continue;
    diagnosis.fail(operand.span.start, "NEAR, ADJ and /s take words, phrases, or several of them joined by OR",
                   "for example (sanctions OR embargo) NEAR/5 oil");
  }
  check_size(operands, diagnosis);
  if (operands.size() < 2) return std::move(operands.front());
  const SourceSpan span{operands.front().span.start, operands.back().span.end};
  if (first_.kind == TokenKind::SameSentence) return QueryNode{SameSentenceClause{std::move(operands)}, span};
  return QueryNode{NearClause{std::move(operands), distance_, first_.ordered}, span};
}

}  // namespace communique::searcher
