// SPDX-License-Identifier: GPL-3.0-or-later
// What do the words around a name say about it: a title before it, a name that goes on after it?
#pragma once

#include <cstdint>
#include <string_view>

#include "schema/gazetteer.h"

namespace communique::corpus {

/// What a word before a bare surname makes of it.
enum class TitleKind : std::uint8_t {
  None,     ///< no title
  Address,  ///< Mr, Mrs, Dr: a person, of no known office
  Office,   ///< President, Premier: who holds it, or held it, is meant
  Foreign,  ///< Senator, Judge, General: an office the gazetteer does not know, so most likely somebody else
};

struct Title {
  TitleKind kind = TitleKind::None;
  unsigned offices = 0;  ///< bits 1 << OfficeKind; for Office
  schema::Gender gender = schema::Gender::Unknown;
  bool secretary = false;  ///< "Secretary Rice": only offices that are called so
};

/// The title that the folded word `word` is; `before` is the folded word before it, or empty ("vice" president).
Title title_of(std::string_view word, std::string_view before);

/// True if `tenure` is of an office that `title` may stand for.
bool is_titled(const schema::Tenure& tenure, const Title& title);

/// Words that make a lower office of the one they stand before: "deputy".
bool is_lower_rank(std::string_view folded);

/// Words that may stand before a name though written with a capital, as the first of a sentence or of a headline.
bool is_function_word(std::string_view folded);

/// Words that make a longer name of a name before them: "Bush School", "Trump Jr.".
bool continues_name(std::string_view folded);

/// Words that may follow a surname with a capital and leave it one: "Clinton Administration".
bool follows_surname(std::string_view folded);

/// Lower-case words that a name may begin with: "al-Assad", "von der Leyen".
bool is_name_particle(std::string_view folded);

}  // namespace communique::corpus
