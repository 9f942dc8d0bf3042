// SPDX-License-Identifier: GPL-3.0-or-later
// Two passes over the tokens: parentheses, then operators.
#include "searcher/query/mend.h"

#include <algorithm>

namespace communique::searcher {
namespace {

std::vector<Token> balance(std::vector<Token> tokens, Diagnosis& diagnosis) {
  std::vector<Token> balanced;
  std::vector<std::size_t> open;  // offsets of those not closed yet
  for (Token& token : tokens) {
    if (token.kind == TokenKind::Close && open.empty()) {
      diagnosis.repaired(token.span.start, "a closing parenthesis without its partner is left out");
      continue;
    }
    if (token.kind == TokenKind::Open) open.push_back(token.span.start);
    if (token.kind == TokenKind::Close) open.pop_back();
    if (open.size() > query_caps::kDepth) {
      diagnosis.fail(token.span.start,
                     "parentheses may be nested " + std::to_string(query_caps::kDepth) + " deep at most",
                     "most parentheses can go: AND binds closer than OR");
      return balanced;
    }
    if (token.kind == TokenKind::End) {
      for (; !open.empty(); open.pop_back()) {
        diagnosis.repaired(open.back(), "a parenthesis is not closed: it is taken to end with the query");
        balanced.push_back({TokenKind::Close, token.span});
      }
    }
    balanced.push_back(std::move(token));
  }
  return balanced;
}

bool is_binary(TokenKind kind) {
  return kind == TokenKind::And || kind == TokenKind::Or || kind == TokenKind::Near || kind == TokenKind::SameSentence;
}

bool ends_operand(TokenKind kind) {
  return kind == TokenKind::Word || kind == TokenKind::Phrase || kind == TokenKind::Field || kind == TokenKind::Close;
}

bool starts_operand(TokenKind kind) {
  return kind == TokenKind::Word || kind == TokenKind::Phrase || kind == TokenKind::Field || kind == TokenKind::Open;
}

/// True if the operator has what it needs beside it; `before` is the last token kept.
bool has_operands(const Token& token, const Token* before, const Token& after) {
  const bool near = token.kind == TokenKind::Near || token.kind == TokenKind::SameSentence;
  const bool right = starts_operand(after.kind) || (!near && after.kind == TokenKind::Not);
  const bool left = token.kind == TokenKind::Not || (before != nullptr && ends_operand(before->kind));
  return left && right;
}

/// AND, OR, NOT and NEAR can be words; a dash, /s, && and || can not.
bool reads_as_word(const Token& token) {
  return !token.dash && !token.text.empty() && token.text.front() >= 'A' && token.text.front() <= 'Z';
}

Token as_word(Token token) {
  token.kind = TokenKind::Word;
  std::transform(token.text.begin(), token.text.end(), token.text.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  token.distance = 10;
  token.ordered = false;
  return token;
}

std::vector<Token> attach_operators(std::vector<Token> tokens, Diagnosis& diagnosis) {
  std::vector<Token> kept;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    Token& token = tokens[i];
    const bool is_operator = is_binary(token.kind) || token.kind == TokenKind::Not;
    if (!is_operator || has_operands(token, kept.empty() ? nullptr : &kept.back(), tokens[i + 1])) {
      kept.push_back(std::move(token));
      continue;
    }
    const std::string shown = token.dash ? "-" : token.text;
    if (reads_as_word(token)) {
      diagnosis.repaired(token.span.start, shown + " has nothing to join here: it is read as a word");
      kept.push_back(as_word(std::move(token)));
    } else {
      diagnosis.repaired(token.span.start, shown + " has nothing to join here: it is left out");
    }
  }
  return kept;
}

}  // namespace

std::vector<Token> mend(std::vector<Token> tokens, Diagnosis& diagnosis) {
  tokens = balance(std::move(tokens), diagnosis);
  if (diagnosis.failed()) return tokens;
  return attach_operators(std::move(tokens), diagnosis);
}

}  // namespace communique::searcher
