// SPDX-License-Identifier: GPL-3.0-or-later
// Does a full stop after this word end a sentence? Tables for the languages press statements come in.
#pragma once

#include <cstdint>
#include <string_view>

namespace communique::corpus {

enum class StopKind : std::uint8_t {
  Ends,      ///< no abbreviation: the stop ends the sentence
  Name,      ///< before a name ("Mr.", "Gen."): never ends one
  Number,    ///< before a number ("No.", "Art."): ends one unless a number follows
  Anywhere,  ///< "Inc.", "Feb.", "U.S.": ends one only if the next word can but begin one
  Never,     ///< "e.g."
};

/// What the stop after `word` (without it; inner dots kept, as in "U.S") means.
StopKind stop_after(std::string_view word);

/// True for words such as "The" or "However" that with a capital stand at the head of a sentence, and not in names.
bool opens_sentence(std::string_view word);

/// True if ordinal numbers are written with a stop in the language ("am 3. Oktober").
bool has_ordinal_stops(std::string_view lang);

}  // namespace communique::corpus
