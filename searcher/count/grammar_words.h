// SPDX-License-Identifier: GPL-3.0-or-later
// Which words say nothing beside others: articles, pronouns, prepositions, auxiliaries of five languages? Wider than
// the function words of the ranking (query/function_words.h), which are those that should hardly weigh.
#pragma once

#include <string_view>

namespace communique::searcher {

/// True for a normalised word of the language's list. Languages without a list (all but en, fr, es, de, ru) have none.
bool is_grammar_word(std::string_view lang, std::string_view word);

}  // namespace communique::searcher
