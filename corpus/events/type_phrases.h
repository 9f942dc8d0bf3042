// SPDX-License-Identifier: GPL-3.0-or-later
// The phrases that say which kind of statement it is. For type.cpp only.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace communique::corpus {

/// The types in the order of kTypeNames.
enum class StatementKind : std::uint8_t {
  Greeting,
  Congratulation,
  Condolence,
  Call,
  Meeting,
  JointStatement,
  Speech,
  Briefing,
  Interview,
  Release,
};

/// Phrases that say the same equally surely, with "|" between them; words as EventWords folds them (the possessive is
/// no word: "new year s" stands for nothing). Weights are 0 (says nothing there) to 9; a step of weight counts as much
/// as standing twelve words earlier.
struct TypePhrases {
  StatementKind kind;
  std::int8_t title = 0;
  std::int8_t opening = 0;
  std::string_view phrases;
};

std::span<const TypePhrases> type_phrases();

}  // namespace communique::corpus
