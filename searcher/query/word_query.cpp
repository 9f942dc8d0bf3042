// SPDX-License-Identifier: GPL-3.0-or-later
// One posting per word in the index; here inflections are joined (OP_SYNONYM) and weights are set (OP_SCALE_WEIGHT).
#include "searcher/query/word_query.h"

#include <algorithm>
#include <iterator>
#include <map>

#include "schema/terms.h"
#include "schema/words.h"
#include "searcher/query/function_words.h"
#include "searcher/query/name_variants.h"
#include "searcher/unit_weights.h"
#include "searcher/word_window.h"

namespace communique::searcher {
namespace {

// BM25+ settings outside the weighting scheme, chosen on six collections (nDCG@10 by paired tests):
constexpr double kMostBurst = 4;         // guards against odd terms only; uncapped scored the same
constexpr double kRepeatSaturation = 8;  // BM25's k3; 3 to 8 differ by .004
constexpr std::size_t kBurstForms = 8;   // the commonest forms decide; each costs a look-up of its statistics

/// How often a word stands in a passage that has it: words that come in bursts say more about what a passage is about.
/// (cf + 1) / (df + 1) over all forms; gained .023 nDCG@10 [.009, .039], the most of all that was tried.
double burst(OpenIndex& index, const std::vector<std::string>& forms) {
  double passages = 1;
  double occurrences = 1;
  for (std::size_t i = 0; i < std::min(forms.size(), kBurstForms); ++i) {
    for (std::size_t shard = 0; shard < index.manifest().shards.size(); ++shard) {
      const WordCounts counts = index.word_counts(shard, forms[i]);
      passages += counts.passages;
      occurrences += counts.occurrences;
    }
  }
  return std::clamp(occurrences / passages, 1.0, kMostBurst);
}

Xapian::Query scaled(const Xapian::Query& query, double factor) {
  return factor == 1.0 ? query : Xapian::Query(factor, query);
}

Xapian::Query any_spelling(OpenIndex& index, const std::vector<std::vector<std::string>>& written) {
  std::vector<Xapian::Query> queries;
  for (const auto& terms : written) queries.push_back(adjacent(index, terms));
  return queries.size() == 1 ? queries.front() : Xapian::Query(Xapian::Query::OP_MAX, queries.begin(), queries.end());
}

void add_patterns(CompileState& state, const std::vector<std::vector<std::string>>& written) {
  for (const auto& terms : written) {
    Pattern pattern;
    for (const std::string& term : terms) pattern.positions.push_back({term});
    state.add_pattern(std::move(pattern));
  }
}

void add_words(CompileState& state, const Sequence& sequence) {
  for (const std::string& term : sequence.terms) state.add_word(term);
}

Xapian::Query prefix_query(CompileState& state, const WordClause& clause, const SourceSpan& span) {
  const auto forms = forms_of_prefix(state, clause, span);
  Pattern pattern;
  pattern.positions.emplace_back();
  pattern.prefixes.push_back(read_sequence(clause.text).terms.front());
  state.add_pattern(std::move(pattern));
  return forms.empty() ? Xapian::Query::MatchNothing : any_form(forms);
}

/// A hyphenated word is found however it is written: "non-proliferation", "nonproliferation", "non proliferation".
Xapian::Query hyphenated_query(CompileState& state, const Sequence& sequence, bool exact) {
  const auto forms = forms_of(state, sequence.joined.front().term, exact);
  Pattern as_one;
  as_one.positions.push_back(forms);
  state.add_pattern(std::move(as_one));
  add_patterns(state, {sequence.terms});
  return {Xapian::Query::OP_MAX, any_form(forms), adjacent(state.index, sequence.terms)};
}

/// Adds the families of a name's other forms, the commonest first; `limit` forms in all.
void add_names(CompileState& state, const std::vector<NameVariant>& names, std::size_t limit,
               std::vector<std::string>& forms) {
  for (const NameVariant& name : names) {
    for (std::string& form : state.index.families().family(name.terms.front(), state.options.lang, limit)) {
      if (std::find(forms.begin(), forms.end(), form) == forms.end()) forms.push_back(std::move(form));
    }
  }
  std::map<std::string, std::uint32_t> passages;
  for (const std::string& form : forms) passages[form] = state.index.passages_with(form);
  std::stable_sort(forms.begin() + 1, forms.end(),
                   [&](const auto& a, const auto& b) { return passages[a] > passages[b]; });
  if (forms.size() > limit) forms.resize(limit);
}

/// What was asked for as typed, or by one of the other forms of the name that it is.
Xapian::Query or_variants(CompileState& state, const Xapian::Query& typed, const WordClause& clause,
                          const SourceSpan& span) {
  const NameVariants& names = variants_of(state, clause.exact ? "" : schema::fold_value(clause.text));
  if (names.empty()) return typed;
  note_variants(state, span, clause.text, names);
  return {Xapian::Query::OP_MAX, typed, variants_query(state, names)};
}

/// The same for one plain word, whose other forms of one word are among `forms` already.
Xapian::Query any_form_or_phrase(CompileState& state, const std::vector<std::string>& forms, const WordClause& clause,
                                 const SourceSpan& span) {
  const NameVariants& names = variants_of(state, clause.exact ? "" : forms.front());
  note_variants(state, span, clause.text, names);
  if (names.phrases.empty()) return any_form(forms);
  return variants_query(state, {{}, names.phrases}, forms);
}

}  // namespace

std::vector<std::string> forms_of(CompileState& state, const std::string& word, bool exact, std::size_t limit) {
  if (exact || !state.options.families || is_function_word(word)) return {word};
  std::vector<std::string> forms = state.index.families().family(word, state.options.lang, limit);
  const NameVariants& names = variants_of(state, word);
  if (!names.words.empty()) add_names(state, names.words, limit, forms);
  return forms;
}

std::vector<std::string> forms_of_prefix(CompileState& state, const WordClause& clause, const SourceSpan& span) {
  const std::string prefix = read_sequence(clause.text).terms.front();
  std::size_t total = 0;
  std::vector<std::string> forms;
  for (const schema::FamilyWord& word : state.index.families().with_prefix(prefix, query_caps::kPrefixForms, &total)) {
    forms.emplace_back(word.word);
  }
  if (total > forms.size()) {
    state.note(span, clause.text + "* stands for " + std::to_string(total) + " words; the " +
                         std::to_string(forms.size()) + " commonest are searched");
  }
  return forms;
}

Xapian::Query adjacent(OpenIndex& index, const std::vector<std::string>& terms, std::string_view prefix) {
  if (terms.size() == 1) return Xapian::Query(schema::make_term(prefix, terms.front()));
  WordWindow window;
  for (const std::string& term : terms) window.words.push_back({term});
  window.width = static_cast<std::uint32_t>(terms.size());
  return window_query(index.forward(), std::move(window), prefix);
}

Xapian::Query any_form(const std::vector<std::string>& forms, std::string_view prefix) {
  std::vector<Xapian::Query> queries;
  for (const std::string& form : forms) queries.emplace_back(schema::make_term(prefix, form));
  if (queries.size() == 1) return queries.front();
  return {Xapian::Query::OP_SYNONYM, queries.begin(), queries.end()};
}

WeighedWord weighed_word(CompileState& state, const WordClause& clause, const SourceSpan& span, unsigned repeats) {
  const double repeated = (kRepeatSaturation + 1) * repeats / (kRepeatSaturation + repeats);
  if (clause.prefix) return {scaled(prefix_query(state, clause, span), repeated)};
  const Sequence sequence = read_sequence(clause.text);
  add_words(state, sequence);
  if (sequence.is_hyphenated()) {
    const Xapian::Query typed = hyphenated_query(state, sequence, clause.exact);
    return {scaled(or_variants(state, typed, clause, span), repeated)};
  }
  if (!sequence.is_single() || !sequence.plain) {
    const auto written = spellings(sequence);
    add_patterns(state, written);
    return {scaled(or_variants(state, any_spelling(state.index, written), clause, span), repeated)};
  }
  const std::string& word = sequence.terms.front();
  const auto forms = forms_of(state, word, clause.exact);
  Pattern pattern;
  pattern.positions.push_back(forms);
  state.add_pattern(std::move(pattern));
  const bool function_word = is_function_word(word);
  const double factor = function_word ? unit_weights(state.index).function_words : burst(state.index, forms);
  WeighedWord weighed{scaled(any_form_or_phrase(state, forms, clause, span), factor * repeated), function_word};
  const NameVariants& names = variants_of(state, clause.exact ? "" : word);
  if (names.phrases.empty()) weighed.ranked = RankedWord{forms, factor * repeated};
  return weighed;
}

Piece word_piece(CompileState& state, const WordClause& clause, const SourceSpan& span) {
  const WeighedWord weighed = weighed_word(state, clause, span, 1);
  return {weighed.query, true, false, weighed.as_words(false)};
}

Piece phrase_piece(CompileState& state, const PhraseClause& clause) {
  const Sequence sequence = read_sequence(clause.text);
  add_words(state, sequence);
  const auto written = spellings(sequence);
  add_patterns(state, written);
  return {any_spelling(state.index, written), true, false};
}

std::string repeat_key(const WordClause& word) {
  std::string key = (word.exact ? "=" : "") + std::string(word.prefix ? "*" : "");
  for (const std::string& term : read_sequence(word.text).terms) key += " " + term;
  return key;
}

std::map<std::string, unsigned> repeats_of(const std::vector<QueryNode>& operands) {
  std::map<std::string, unsigned> repeats;
  for (const QueryNode& operand : operands) {
    if (const auto* word = std::get_if<WordClause>(&operand.clause)) ++repeats[repeat_key(*word)];
  }
  return repeats;
}

}  // namespace communique::searcher
