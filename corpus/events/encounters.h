// SPDX-License-Identifier: GPL-3.0-or-later
// Which words tell that two sides met, spoke or wrote to each other? For parties.cpp only.
#pragma once

#include <optional>

#include "corpus/events/event_words.h"

namespace communique::corpus {

/// The words of an encounter in a sentence, "had a telephone conversation with"; `last` excluded.
struct Encounter {
  std::size_t first = 0;
  std::size_t last = 0;
};

/// The first encounter told between words `first` and `last`.
std::optional<Encounter> find_encounter(const EventWords& words, std::size_t first, std::size_t last);

/// The word with which what they spoke about, where and when begins, "on Syria", "to discuss trade"; `last` if none.
std::size_t end_of_sides(const EventWords& words, std::size_t first, std::size_t last);

/// True for a word for a post or for who speaks for a country: "president", "ambassador", "counterpart", "side".
bool names_side(std::string_view folded);

}  // namespace communique::corpus
