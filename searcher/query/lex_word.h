// SPDX-License-Identifier: GPL-3.0-or-later
// Is a run of characters an operator, a field's name, or a word with its marks? Parts of the lexer.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "searcher/query/lex.h"

namespace communique::searcher {

/// What all parts of the lexer write to. Offsets given to it count from the text at hand; `base` is added.
struct LexContext {
  std::size_t base;
  Tally& tally;
  Diagnosis& diagnosis;

  SourceSpan span(std::size_t start, std::size_t end) const { return {base + start, base + end}; }
  void repaired(std::size_t offset, std::string text) { diagnosis.repaired(base + offset, std::move(text)); }
  void fail(std::size_t offset, std::string message, std::string hint = {}) {
    diagnosis.fail(base + offset, std::move(message), std::move(hint));
  }
};

/// AND, OR, NOT, NEAR, NEAR/5, ADJ, ADJ/5, /s, && and ||; nullopt for anything else.
std::optional<Token> operator_token(std::string_view raw);

/// What stands before the first colon if that looks like a field's name: letters, hyphens, underscores. Not for
/// `10:30`, `http://...` and the like.
std::optional<std::string_view> field_name(std::string_view raw);

/// Takes the marks off a word: `=`, `*`, punctuation around it. False if no word is left, so that it is left out.
bool clean_word(std::string_view raw, std::size_t offset, LexContext& context, Token& token);

}  // namespace communique::searcher
