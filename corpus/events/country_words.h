// SPDX-License-Identifier: GPL-3.0-or-later
// Which countries do the words of a title or opening name, and where? As schema::countries_in(), with places and much
// quicker: one look-up for a word that begins no country's name.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "corpus/events/event_words.h"

namespace communique::corpus {

enum class CountryForm : std::uint8_t { Name, Adjective, Capital };

/// `first` and `last` are numbers of words, `last` excluded.
struct CountryWords {
  std::size_t first = 0;
  std::size_t last = 0;
  std::string_view code;  ///< alpha-3; static storage
  CountryForm form = CountryForm::Name;
};

/// In order, the longest name at each place; capitals ("Moscow") too. Names must be written with a capital or, in
/// languages that write adjectives small, be adjectives; "US" and "UK" in capitals only.
std::vector<CountryWords> find_countries(const EventWords& words, std::string_view text);

}  // namespace communique::corpus
