// SPDX-License-Identifier: GPL-3.0-or-later
// The words of a printed source, and what each may be in it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "corpus/attribution/source_reading.h"

namespace communique::corpus {

/// A word of a source. `span` lies in the text.
struct SourceWord {
  std::string folded;
  Span span;
  std::uint32_t classes = 0;  ///< bits 1 << SourceClass
  bool capital = false;
  bool possessive = false;
};

/// The words of `text` within `span`.
std::vector<SourceWord> source_words(std::string_view text, Span span);

/// Classes of words, folded, in the languages sources are read in.
enum class SourceClass : std::uint8_t {
  Article,       ///< also demonstratives and possessives
  Joiner,        ///< and
  Preposition,   ///< what follows belongs to the head before
  AfterName,     ///< may follow a leader's name and leave the leader the head: "himself", "and"
  OfficeHolder,  ///< heads a phrase whose name comes last: "President of Russia Vladimir Putin"
  JointNoun,     ///< all words of "the two leaders"
  JointSign,     ///< one of which makes it joint
  Message,       ///< message, letter
  MessagePart,   ///< may stand beside those
  TitlePart,     ///< belongs to a title, and is none by itself
  Rank,          ///< may stand before a name as titles do
  AfterPronoun,  ///< "themselves", "all"
  Clause,        ///< begins a relative clause
  Particle,      ///< may stand within a name: "Ursula von der Leyen"
};
inline bool is_a(const SourceWord& word, SourceClass kind) {
  return (word.classes >> static_cast<unsigned>(kind) & 1U) != 0;
}

struct Pronoun {
  std::string_view words;
  SourceForm form;
  schema::Gender gender;
};

/// nullptr if the folded word is no pronoun.
const Pronoun* find_pronoun(std::string_view folded);

/// True if the code point at `pos` is a capital.
bool is_capital_at(std::string_view text, std::size_t pos);

}  // namespace communique::corpus
