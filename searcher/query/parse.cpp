// SPDX-License-Identifier: GPL-3.0-or-later
// The parser: operators and parentheses are mended on the list of tokens, then a recursive descent over what is now
// well formed builds the tree.
//
//   any    = all { OR all }
//   all    = not { [AND] not }
//   not    = { NOT | - } near
//   near   = single { NEAR/n single } | single { ADJ/n single } | single { /s single }
//   single = word | phrase | field | ( any ) [@statement]
#include "searcher/query/parse.h"

#include <algorithm>

#include "schema/utf8.h"
#include "searcher/query/field_value.h"
#include "searcher/query/join.h"
#include "searcher/query/lex.h"
#include "searcher/query/mend.h"

namespace communique::searcher {
namespace {

using Parsed = std::optional<QueryNode>;

/// What decides whether words side by side mean all or any.
struct Shape {
  bool operators = false;  ///< an operator, a phrase, a prefix, an exact word: anything but plain words and filters
  bool explicit_and = false;
};

class Parser {
 public:
  Parser(std::vector<Token> tokens, Diagnosis& diagnosis) : tokens_(std::move(tokens)), diagnosis_(diagnosis) {}

  Parsed run() { return any(); }
  const Shape& shape() const { return shape_; }

 private:
  const Token& peek() const { return tokens_[next_]; }
  bool accept(TokenKind kind) {
    if (peek().kind != kind) return false;
    ++next_;
    return true;
  }

  // Depth is bounded: mend() has refused more than kDepth parentheses, and each level is one round of these five.
  Parsed any() {
    std::vector<QueryNode> operands;
    do {
      if (Parsed node = all()) add_operand<OrClause>(operands, std::move(*node));
    } while (accept_or());
    return join_operands<OrClause>(std::move(operands));
  }

  bool accept_or() {
    if (!accept(TokenKind::Or)) return false;
    shape_.operators = true;
    return true;
  }

  Parsed all() {
    std::vector<GroupItem> items;
    bool and_before = false;
    while (starts_operand() || peek().kind == TokenKind::And) {
      if (accept(TokenKind::And)) {
        shape_.operators = shape_.explicit_and = true;
        and_before = true;
        continue;
      }
      Parsed node = negation();
      if (diagnosis_.failed()) return std::nullopt;
      if (node) items.push_back({std::move(*node), and_before});
      and_before = false;
    }
    return join_group(std::move(items));
  }

  bool starts_operand() const {
    const TokenKind kind = peek().kind;
    return kind != TokenKind::End && kind != TokenKind::Close && kind != TokenKind::Or && kind != TokenKind::And;
  }

  Parsed negation() {
    std::size_t count = 0;
    const std::size_t start = peek().span.start;
    while (accept(TokenKind::Not)) ++count;
    Parsed node = near();
    if (!node || count % 2 == 0) return node;
    if (!std::holds_alternative<FieldClause>(node->clause)) shape_.operators = true;
    const SourceSpan span{start, node->span.end};
    return QueryNode{NotClause{{std::move(*node)}}, span};
  }

  // Operands may be missing where empty parentheses stood; every token that begins one is taken all the same.
  Parsed near() {
    std::vector<QueryNode> operands;
    std::optional<ProximityChain> chain;
    if (Parsed operand = single()) operands.push_back(std::move(*operand));
    while (is_proximity(peek()) && !diagnosis_.failed()) {
      if (!chain) chain.emplace(peek());
      chain->add(peek(), diagnosis_);
      ++next_;
      if (Parsed operand = single()) operands.push_back(std::move(*operand));
    }
    if (operands.empty()) return std::nullopt;
    if (!chain) return std::move(operands.front());
    shape_.operators = true;
    return chain->build(std::move(operands), diagnosis_);
  }

  static bool is_proximity(const Token& token) {
    return token.kind == TokenKind::Near || token.kind == TokenKind::SameSentence;
  }

  Parsed single() {
    if (diagnosis_.failed()) return std::nullopt;
    const Token& token = peek();
    switch (token.kind) {
      case TokenKind::Word:
        ++next_;
        shape_.operators = shape_.operators || token.exact || token.prefix;
        return QueryNode{WordClause{token.text, token.exact, token.prefix}, token.span};
      case TokenKind::Phrase:
        ++next_;
        shape_.operators = true;
        return phrase_node(token, diagnosis_);
      case TokenKind::Field:
        ++next_;
        return field_node(token, diagnosis_);
      case TokenKind::Open:
        return parenthesis();
      default:
        return std::nullopt;
    }
  }

  Parsed parenthesis() {
    const SourceSpan open = peek().span;
    ++next_;
    Parsed node = any();
    const Token& close = peek();
    const bool statement = close.kind == TokenKind::Close && close.statement;
    if (close.kind == TokenKind::Close) ++next_;
    if (!node) {
      diagnosis_.repaired(open.start, "empty parentheses are left out");
      return std::nullopt;
    }
    if (!statement) return node;
    shape_.operators = true;
    return QueryNode{SameStatementClause{{std::move(*node)}}, {open.start, close.span.end}};
  }

  std::vector<Token> tokens_;
  Diagnosis& diagnosis_;
  std::size_t next_ = 0;
  Shape shape_;
};

Parsed parse_tokens(std::vector<Token> tokens, Diagnosis& diagnosis, Shape* shape) {
  tokens = mend(std::move(tokens), diagnosis);
  if (diagnosis.failed()) return std::nullopt;
  Parser parser(std::move(tokens), diagnosis);
  Parsed root = parser.run();
  if (shape != nullptr) *shape = parser.shape();
  return root;
}

std::optional<ValueError> check_text(std::string_view text, const ParseOptions& options) {
  if (text.size() > options.max_bytes) {
    const std::string most = std::to_string(options.max_bytes);
    return ValueError{"a query may have " + most + " bytes at most, this one has " + std::to_string(text.size()),
                      "shorten it, or search for one sentence of it", options.max_bytes};
  }
  const std::size_t invalid = schema::first_invalid_utf8(text);
  if (invalid == std::string_view::npos) return std::nullopt;
  return ValueError{"the query is not valid UTF-8", "check the terminal's or the client's encoding", invalid};
}

/// Decides between all and any of the words, by options and shape; sets the flags of `parsed`.
void decide_match(ParsedQuery& parsed, const Shape& shape, const ParseOptions& options, Diagnosis& diagnosis) {
  if (!parsed.root) return;
  const std::size_t words = plain_words(*parsed.root);
  const bool plain = !shape.operators;
  const bool by_length = options.match == MatchMode::Auto && plain && words > kAllWords;
  const bool by_hand = options.match == MatchMode::Any && !shape.explicit_and;
  const bool topic = options.plain_text && options.match != MatchMode::All;
  if (by_length || by_hand || topic) {
    parsed.free_text = any_of_words(*parsed.root);
    if (by_length && !options.plain_text) {
      diagnosis.note(0, "ranked by any of these " + std::to_string(words) + " words; --match all asks for all of them");
    }
  }
  parsed.plain_words = options.match == MatchMode::Auto && plain && words >= 2 && words <= kAllWords;
}

}  // namespace

Result<ParsedQuery> parse(std::string_view text, const ParseOptions& options) {
  if (auto error = check_text(text, options)) return *error;
  if (auto error = check_text(options.filters, ParseOptions{})) return *error;
  Diagnosis diagnosis(options.strict);
  Tally tally{options.max_terms};
  ParsedQuery parsed;
  Shape shape;
  auto tokens = options.plain_text ? lex_plain(text, tally, diagnosis) : lex(text, 0, tally, diagnosis);
  parsed.root = parse_tokens(std::move(tokens), diagnosis, &shape);
  decide_match(parsed, shape, options, diagnosis);
  if (!options.filters.empty() && !diagnosis.failed()) {
    Parsed filters = parse_tokens(lex(options.filters, text.size() + 1, tally, diagnosis), diagnosis, nullptr);
    parsed.root = both(std::move(parsed.root), std::move(filters));
  }
  if (diagnosis.failed()) return diagnosis.error();
  parsed.notices = diagnosis.take_notices();
  return parsed;
}

}  // namespace communique::searcher
