// SPDX-License-Identifier: GPL-3.0-or-later
// How else does the index write the leaders that plain words of a query name? "poutine" is also putin and путин.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <xapian.h>

#include "searcher/open_index.h"
#include "searcher/query/tree.h"

namespace communique::searcher {

struct CompileState;

/// The words of a name form as the table has it folded, in its order; views of it.
std::vector<std::string_view> words_of_name(std::string_view folded);

/// A form of a name that some passage of the index holds.
struct NameVariant {
  std::vector<std::string> terms;  ///< at consecutive positions
  std::string printed;             ///< as the gazetteer writes it
};

/// Those of one name, commonest first.
struct NameVariants {
  std::vector<NameVariant> words;    ///< of one term
  std::vector<NameVariant> phrases;  ///< the others

  bool empty() const { return words.empty() && phrases.empty(); }
};

/// Of a name as fold_value() gives it. A surname that is also a word, a place or a common name ("may", "king", "li")
/// has no variants: whoever means the leader writes the full name. A surname that several leaders bear has those of
/// each: it is one name, whoever bears it, and the gazetteer knows other spellings of some bearers only.
NameVariants name_variants(OpenIndex& index, std::string_view folded);

/// The same for a query that is being compiled, looked up once; none with CompileOptions::exact_names.
const NameVariants& variants_of(CompileState& state, const std::string& folded);

/// Several plain words of a query, side by side, that are a name with variants in the index.
struct NameRun {
  std::span<const QueryNode> words;
  std::string folded;
  NameVariants variants;

  bool empty() const { return words.empty(); }
};

/// The longest name of at least two operands that begins at operands[first]. `any_word`: passages are ranked by any of
/// the words, so forms that have one of the name's words ("Donald Trump" of "donald j trump") are counted by it already
/// and left out: they would weigh twice (.010 nDCG@10 less on tweets signed with a name).
NameRun name_run(CompileState& state, const std::vector<QueryNode>& operands, std::size_t first, bool any_word = false);

/// Any variant, or any of `forms`, with the weight of one word; patterns of the variants are added. Requires: there is
/// one.
Xapian::Query variants_query(CompileState& state, const NameVariants& variants,
                             const std::vector<std::string>& forms = {});

/// Any variant of a name of several words, with the weight of so many, and a notice.
Xapian::Query otherwise_written(CompileState& state, const NameRun& name);

/// Says which forms are searched for what stands at `span`; nothing if there are none. `written` is what was typed.
void note_variants(CompileState& state, const SourceSpan& span, const std::string& written,
                   const NameVariants& variants, bool with_phrases = true);

}  // namespace communique::searcher
