// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/query/word_pairs.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <utility>

#include "searcher/query/compile_state.h"
#include "searcher/query/function_words.h"
#include "searcher/query/sequence.h"
#include "searcher/query/word_query.h"

namespace communique::searcher {
namespace {

/// Forms whose positions are read: the commonest; the rest hardly ever stands in a passage.
constexpr std::size_t kPairForms = 8;

class PairFinder {
 public:
  explicit PairFinder(CompileState& state) : state_(state) {}

  void add_all_of(const std::vector<QueryNode>& operands, bool free_text) {
    std::optional<Place> before;
    for (const QueryNode& operand : operands) {
      const auto* all = std::get_if<AndClause>(&operand.clause);
      const auto* any = std::get_if<OrClause>(&operand.clause);
      if (all != nullptr) add_all_of(all->operands, false);
      if (any != nullptr && free_text) add_all_of(any->operands, false);
      const auto* word = std::get_if<WordClause>(&operand.clause);
      const std::optional<Place> place = word != nullptr ? place_of(*word) : std::nullopt;
      if (before && place) add_pair(before->last, place->first);
      before = place;
    }
  }

  QueryPairs take() && { return std::move(found_); }

 private:
  /// A query word among the words: a hyphenated one is met by its first part and left by its last.
  struct Place {
    std::size_t first = 0;
    std::size_t last = 0;
  };

  std::optional<Place> place_of(const WordClause& word) {
    if (word.prefix) return std::nullopt;
    const Sequence sequence = read_sequence(word.text);
    if (!sequence.plain || sequence.terms.empty()) return std::nullopt;
    if (sequence.is_single()) {
      const std::size_t number = number_of(sequence.terms.front(), word.exact);
      return Place{number, number};
    }
    return Place{number_of(sequence.terms.front(), true), number_of(sequence.terms.back(), true)};
  }

  std::size_t number_of(const std::string& term, bool exact) {
    const auto [known, is_new] = numbers_.try_emplace({term, exact}, found_.words.size());
    if (!is_new) return known->second;
    found_.words.push_back(forms_of(state_, term, exact, kPairForms));
    rarities_.push_back(rarity(found_.words.back()));
    return known->second;
  }

  double rarity(const std::vector<std::string>& forms) const {
    const double documents = state_.index.database().get_doccount();
    double with = 0;
    for (const std::string& form : forms) with += state_.index.passages_with(form);
    with = std::min(with, documents);
    double odds = (documents - with + 0.5) / (with + 0.5);
    if (odds < 2) odds = odds / 2 + 1;  // as Xapian::BM25Weight does, so that no weight is negative
    return std::log(odds);
  }

  void add_pair(std::size_t first, std::size_t second) {
    const bool first_holds = is_function_word(found_.words[first].front());
    const bool second_holds = is_function_word(found_.words[second].front());
    if (first_holds && second_holds) return;
    const auto same = [&](const WordPair& pair) { return pair.first == first && pair.second == second; };
    if (std::any_of(found_.pairs.begin(), found_.pairs.end(), same)) return;
    found_.pairs.push_back({first, second, (rarities_[first] + rarities_[second]) / 2, first_holds || second_holds});
  }

  CompileState& state_;
  QueryPairs found_;
  std::vector<double> rarities_;  ///< by word
  std::map<std::pair<std::string, bool>, std::size_t> numbers_;
};

}  // namespace

QueryPairs pairs_of(CompileState& state, const ParsedQuery& query) {
  PairFinder finder(state);
  if (const auto* all = std::get_if<AndClause>(&query.root->clause)) {
    finder.add_all_of(all->operands, query.free_text);
  } else if (const auto* any = std::get_if<OrClause>(&query.root->clause); any != nullptr && query.free_text) {
    finder.add_all_of(any->operands, false);
  }
  return std::move(finder).take();
}

}  // namespace communique::searcher
