// SPDX-License-Identifier: GPL-3.0-or-later
// Which words report speech in French, Spanish, German and Russian, and which close the phrases around them?
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace communique::corpus::attribution {

enum class Tongue : std::uint8_t { French, Spanish, German, Russian };

/// nullopt for any other language.
std::optional<Tongue> tongue_of(std::string_view lang);

/// Classes of a word of one language; bits.
enum ForeignClass : std::uint32_t {
  kSays = 1U << 0,         ///< finite form of a verb of saying: "dijo", "sagte", "заявил", "déclare"
  kSaid = 1U << 1,         ///< participle of one: "déclaré", "dicho", "gesagt"
  kMany = 1U << 2,         ///< of several: "dijeron", "ont", "сообщили"
  kAuxiliary2 = 1U << 3,   ///< "a", "ont", "ha", "hat": with kSaid a cue
  kSourceMark = 1U << 4,   ///< "selon", "según", "laut"
  kThat2 = 1U << 5,        ///< "que", "dass", "что"
  kPronoun2 = 1U << 6,     ///< "il", "ella", "er", "он"
  kDeterminer2 = 1U << 7,  ///< "le", "su", "der"
  kParticle = 1U << 8,     ///< within names and posts: "de", "von", "du"
  kAnd = 1U << 9,
  kSkipped = 1U << 10,  ///< may stand between subject and verb: "aussi", "también", "auch", "se"
  kBreak = 1U << 11,    ///< no part of a name or post: prepositions, days, other conjunctions
  kPrefix = 1U << 12,   ///< German verbs' second parts: "hinzu", "mit"
  kPost = 1U << 14,     ///< whoever has it speaks: "président", "portavoz", "Sprecher", "министр"
  kAgrees = 1U << 15,   ///< of several, what they agreed on follows: "convenu", "acordaron"
  kWish = 1U << 13,     ///< a verb of saying with a noun: "exprimé (l'espoir)", "выразил (надежду)"
};

/// The classes of a word in small letters; 0 for a word of none. `word` may carry a French pronoun: "ajoute-t-il".
std::uint32_t foreign_classes(std::string_view word, Tongue tongue);

/// Where the pronoun of "a-t-il", "ajoute-t-elle", "dit-on" begins, in bytes; npos if there is none.
std::size_t french_pronoun(std::string_view word);

}  // namespace communique::corpus::attribution
