// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/query/name_variants.h"

#include <algorithm>
#include <set>
#include <utility>

#include "schema/words.h"
#include "searcher/query/compile_state.h"
#include "searcher/query/glyph.h"
#include "searcher/query/sequence.h"
#include "searcher/query/word_query.h"

namespace communique::searcher {
namespace {

constexpr std::size_t kMostVariants = 24;  // the commonest; each costs its postings
constexpr std::size_t kMostPrinted = 5;

using Leaders = std::set<schema::LeaderNumber>;

struct HeldForm {
  NameVariant variant;
  Xapian::doccount passages = 0;  ///< at most so many hold it
};

std::vector<std::string_view> sorted_words(std::string_view folded) {
  std::vector<std::string_view> words = words_of_name(folded);
  std::sort(words.begin(), words.end());
  return words;
}

bool holds_all_words(std::string_view folded, std::string_view of) {
  const auto words = sorted_words(folded);
  const auto wanted = sorted_words(of);
  return std::includes(words.begin(), words.end(), wanted.begin(), wanted.end());
}

void leave_out_sharing(std::string_view folded, NameVariants& variants) {
  const auto typed = sorted_words(folded);
  const auto shares = [&](const NameVariant& form) {
    return std::any_of(form.terms.begin(), form.terms.end(),
                       [&](const std::string& term) { return std::binary_search(typed.begin(), typed.end(), term); });
  };
  std::erase_if(variants.words, shares);
  std::erase_if(variants.phrases, shares);
}

/// Another script, as far as the first letter tells, or the same first letter.
bool may_be_same_name(std::string_view a, std::string_view b) {
  const bool latin_a = static_cast<unsigned char>(a.front()) < 0x80;
  const bool latin_b = static_cast<unsigned char>(b.front()) < 0x80;
  return latin_a != latin_b || a.substr(0, glyph_at(a, 0).bytes) == b.substr(0, glyph_at(b, 0).bytes);
}

class VariantFinder {
 public:
  VariantFinder(OpenIndex& index, schema::NameNumber typed) : index_(index), names_(index.names()), typed_(typed) {
    for (const schema::NameLink& link : names_.leaders_of(typed)) leaders_.insert(link.other);
  }

  NameVariants find() {
    if (names_.is_weak(typed_)) return {};
    std::set<schema::NameNumber> seen{typed_};
    for (const schema::NameLink& leader : names_.leaders_of(typed_)) {
      for (const schema::NameLink& form : names_.forms_of(leader.other)) {
        if (form.form == leader.form && seen.insert(form.other).second && is_variant(form.other)) add(form.other);
      }
    }
    std::stable_sort(held_.begin(), held_.end(),
                     [](const HeldForm& a, const HeldForm& b) { return a.passages > b.passages; });
    if (held_.size() > kMostVariants) held_.resize(kMostVariants);
    NameVariants variants;
    for (HeldForm& form : held_) {
      (form.variant.terms.size() == 1 ? variants.words : variants.phrases).push_back(std::move(form.variant));
    }
    return variants;
  }

 private:
  bool is_variant(schema::NameNumber form) const {
    const std::string_view folded = names_.folded(form);
    const std::string_view typed = names_.folded(typed_);
    // "Vladimir Vladimirovich Putin" is found by "vladimir putin" as it is.
    if (names_.is_weak(form) || holds_all_words(folded, typed)) return false;
    // What others bear too is wider than what was typed ("Fogh Rasmussen" is not "Rasmussen", "Thaksin" not
    // "Shinawatra"), unless it is that name in another script or spelling.
    const auto links = names_.leaders_of(form);
    const bool wider = std::any_of(links.begin(), links.end(),
                                   [&](const schema::NameLink& link) { return !leaders_.contains(link.other); });
    return !wider || may_be_same_name(folded, typed);
  }

  void add(schema::NameNumber form) {
    const std::string printed(names_.printed(form));
    for (auto& terms : spellings(read_sequence(printed), 2)) {
      Xapian::doccount passages = terms.empty() ? 0 : index_.database().get_doccount();
      for (const std::string& term : terms) passages = std::min(passages, index_.passages_with(term));
      if (passages > 0 && (terms.size() == 1 || holds_phrase(terms))) {
        held_.push_back({{std::move(terms), printed}, passages});
      }
    }
  }

  bool holds_phrase(const std::vector<std::string>& terms) const {
    Xapian::Enquire enquire(index_.database());
    enquire.set_query(adjacent(index_, terms));
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    return !enquire.get_mset(0, 1).empty();
  }

  OpenIndex& index_;
  const schema::NameTable& names_;
  schema::NameNumber typed_;
  Leaders leaders_;  ///< whom the typed form may mean
  std::vector<HeldForm> held_;
};

}  // namespace

std::vector<std::string_view> words_of_name(std::string_view folded) {
  std::vector<std::string_view> words;
  while (!folded.empty()) {
    const std::size_t end = std::min(folded.find(' '), folded.size());
    words.push_back(folded.substr(0, end));
    folded.remove_prefix(std::min(end + 1, folded.size()));
  }
  return words;
}

NameVariants name_variants(OpenIndex& index, std::string_view folded) {
  const auto form = index.names().find(folded);
  return form ? VariantFinder(index, *form).find() : NameVariants();
}

const NameVariants& variants_of(CompileState& state, const std::string& folded) {
  static const NameVariants none;
  if (state.options.exact_names || state.within_name) return none;
  const auto known = state.names.find(folded);
  if (known != state.names.end()) return known->second;
  return state.names.emplace(folded, name_variants(state.index, folded)).first->second;
}

NameRun name_run(CompileState& state, const std::vector<QueryNode>& operands, std::size_t first, bool any_word) {
  NameRun longest;
  if (state.options.exact_names) return longest;
  const std::size_t most = state.index.names().most_words();
  std::string folded;
  for (std::size_t count = 1; first + count <= operands.size() && count <= most; ++count) {
    const auto* word = std::get_if<WordClause>(&operands[first + count - 1].clause);
    if (word == nullptr || word->exact || word->prefix) break;
    folded += (count == 1 ? "" : " ") + schema::fold_value(word->text);
    if (count == 1) continue;
    NameVariants variants = variants_of(state, folded);
    if (any_word) leave_out_sharing(folded, variants);
    if (!variants.empty()) longest = {{&operands[first], count}, folded, std::move(variants)};
  }
  return longest;
}

// OP_SYNONYM asks its parts for their statistics, which a window has none of: so what weighs is the words alone, and
// the windows decide beside it.
Xapian::Query variants_query(CompileState& state, const NameVariants& variants, const std::vector<std::string>& forms) {
  using Query = Xapian::Query;
  std::vector<Query> weighing(forms.begin(), forms.end());
  std::vector<Query> deciding = weighing;
  for (const auto* written : {&variants.words, &variants.phrases}) {
    for (const NameVariant& form : *written) {
      weighing.emplace_back(Query::OP_AND, form.terms.begin(), form.terms.end());
      deciding.push_back(adjacent(state.index, form.terms));
      Pattern pattern;
      for (const std::string& term : form.terms) pattern.positions.push_back({term});
      state.add_pattern(std::move(pattern));
    }
  }
  if (deciding.size() == 1) return deciding.front();
  const Query any(Query::OP_SYNONYM, weighing.begin(), weighing.end());
  if (variants.phrases.empty()) return any;
  return {Query::OP_FILTER, any, Query(Query::OP_OR, deciding.begin(), deciding.end())};
}

Xapian::Query otherwise_written(CompileState& state, const NameRun& name) {
  std::string written;
  for (const QueryNode& word : name.words) {
    written += (written.empty() ? "" : " ") + std::get<WordClause>(word.clause).text;
  }
  note_variants(state, {name.words.front().span.start, name.words.back().span.end}, written, name.variants);
  return {static_cast<double>(name.words.size()), variants_query(state, name.variants)};
}

void note_variants(CompileState& state, const SourceSpan& span, const std::string& written,
                   const NameVariants& variants, bool with_phrases) {
  std::vector<std::string> printed;
  const auto take = [&](const std::vector<NameVariant>& forms) {
    for (const NameVariant& form : forms) {
      if (std::find(printed.begin(), printed.end(), form.printed) == printed.end()) printed.push_back(form.printed);
    }
  };
  take(variants.words);
  if (with_phrases) take(variants.phrases);
  if (printed.empty()) return;
  std::string forms;
  for (std::size_t i = 0; i < std::min(printed.size(), kMostPrinted); ++i) forms += (i == 0 ? "" : ", ") + printed[i];
  if (printed.size() > kMostPrinted) forms += " and " + std::to_string(printed.size() - kMostPrinted) + " more";
  std::string text = "\"" + written + "\" also finds " + forms + " (--exact-names: only as written)";
  const auto same = [&](const Notice& notice) { return notice.text == text; };
  if (std::none_of(state.out.notices.begin(), state.out.notices.end(), same)) state.note(span, std::move(text));
}

}  // namespace communique::searcher
