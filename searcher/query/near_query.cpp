// SPDX-License-Identifier: GPL-3.0-or-later
// A window takes words, each in any of some forms, nothing else. So each operand becomes one OR of all its single
// words, and each phrase an alternative of its own: one window for each choice of alternatives.
#include "searcher/query/near_query.h"

#include <algorithm>

#include "schema/terms.h"
#include "searcher/query/word_query.h"
#include "searcher/word_window.h"

namespace communique::searcher {
namespace {

using Forms = std::vector<std::string>;
/// One way an operand may stand in the text: forms per position. Longer than one: a phrase.
using Alternative = std::vector<Forms>;
using Alternatives = std::vector<Alternative>;

constexpr std::size_t kMostChoices = 64;
constexpr std::size_t kMostPatterns = 16;

struct Window {
  bool ordered = false;
  unsigned distance = 0;  ///< 0: the same sentence
};

/// Single words of an operand share its first alternative, so that they are one OR.
void add_single(Alternatives& alternatives, Forms forms) {
  if (alternatives.empty() || alternatives.front().size() != 1) {
    alternatives.insert(alternatives.begin(), Alternative{std::move(forms)});
    return;
  }
  Forms& known = alternatives.front().front();
  for (std::string& form : forms) {
    if (std::find(known.begin(), known.end(), form) == known.end()) known.push_back(std::move(form));
  }
}

void add_terms(Alternatives& alternatives, const std::vector<std::string>& terms) {
  if (terms.size() == 1) return add_single(alternatives, terms);
  Alternative phrase;
  for (const std::string& term : terms) phrase.push_back({term});
  alternatives.push_back(std::move(phrase));
}

void add_operand(CompileState& state, const QueryNode& node, Alternatives& alternatives) {
  if (const auto* any = std::get_if<OrClause>(&node.clause)) {
    for (const QueryNode& operand : any->operands) add_operand(state, operand, alternatives);
    return;
  }
  if (const auto* phrase = std::get_if<PhraseClause>(&node.clause)) {
    const Sequence sequence = read_sequence(phrase->text);
    for (const std::string& term : sequence.terms) state.add_word(term);
    for (const auto& terms : spellings(sequence)) add_terms(alternatives, terms);
    return;
  }
  const auto& word = std::get<WordClause>(node.clause);
  if (word.prefix) {
    Forms forms = forms_of_prefix(state, word, node.span);
    if (!forms.empty()) add_single(alternatives, std::move(forms));
    return;
  }
  const Sequence sequence = read_sequence(word.text);
  for (const std::string& term : sequence.terms) state.add_word(term);
  if (sequence.is_hyphenated()) {
    add_single(alternatives, forms_of(state, sequence.joined.front().term, word.exact, kNearForms));
  }
  if (sequence.is_single()) {
    if (!word.exact) note_variants(state, node.span, word.text, variants_of(state, sequence.terms.front()), false);
    return add_single(alternatives, forms_of(state, sequence.terms.front(), word.exact, kNearForms));
  }
  add_terms(alternatives, sequence.terms);
}

/// One choice of alternatives: all words of them within the window, phrases as phrases besides.
Xapian::Query choice_query(CompileState& state, const std::vector<const Alternative*>& choice, const Window& window) {
  std::vector<Xapian::Query> all;
  Pattern pattern;
  for (const Alternative* alternative : choice) {
    std::vector<std::string> phrase;
    for (const Forms& forms : *alternative) {
      phrase.push_back(forms.front());
      pattern.positions.push_back(forms);
    }
    if (phrase.size() > 1) all.push_back(adjacent(state.index, phrase));
  }
  const auto words = static_cast<std::uint32_t>(pattern.positions.size());
  const std::uint32_t width = window.distance == 0 ? schema::kSentenceGap : window.distance + words - 1;
  all.insert(all.begin(), window_query(state.index.forward(), {pattern.positions, width, window.ordered}));
  pattern.window = window.distance == 0 ? 0 : width - 1;
  pattern.ordered = window.ordered;
  pattern.same_sentence = window.distance == 0;
  if (state.out.patterns.size() < kMostPatterns) state.add_pattern(std::move(pattern));
  return {Xapian::Query::OP_AND, all.begin(), all.end()};
}

Piece window_piece(CompileState& state, const std::vector<QueryNode>& operands, const SourceSpan& span,
                   const Window& window) {
  std::vector<Alternatives> all(operands.size());
  std::size_t choices = 1;
  for (std::size_t i = 0; i < operands.size(); ++i) {
    add_operand(state, operands[i], all[i]);
    choices = std::min(choices * all[i].size(), kMostChoices + 1);
  }
  if (choices > kMostChoices) {
    state.fail(span, "NEAR, ADJ and /s can try " + std::to_string(kMostChoices) + " combinations of phrases at most",
               "leave out some of the phrases joined by OR");
    return {};
  }
  std::vector<Xapian::Query> queries;
  for (std::size_t number = 0; number < choices; ++number) {
    std::vector<const Alternative*> choice;
    std::size_t rest = number;
    for (const Alternatives& alternatives : all) {
      choice.push_back(&alternatives[rest % alternatives.size()]);
      rest /= alternatives.size();
    }
    queries.push_back(choice_query(state, choice, window));
  }
  if (queries.empty()) return {Xapian::Query::MatchNothing, true, false};
  return {Xapian::Query(Xapian::Query::OP_OR, queries.begin(), queries.end()), true, false};
}

}  // namespace

Piece near_piece(CompileState& state, const NearClause& clause, const SourceSpan& span) {
  return window_piece(state, clause.operands, span, {clause.ordered, clause.distance});
}

Piece same_sentence_piece(CompileState& state, const SameSentenceClause& clause, const SourceSpan& span) {
  return window_piece(state, clause.operands, span, {false, 0});
}

}  // namespace communique::searcher
