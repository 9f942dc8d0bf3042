// SPDX-License-Identifier: GPL-3.0-or-later
// Which of the countries named in a sentence act in it, and which are only talked about? For parties.cpp only.
#pragma once

#include <vector>

#include "corpus/events/country_words.h"
#include "corpus/events/event_words.h"

namespace communique::corpus {

/// One flag for each of `countries`, which must be in order: true if by the words beside it, or by standing in a list
/// with such a one, it stands for somebody who acts or is addressed: "Spanish Foreign Minister", "the people of Chile",
/// "ministers of Japan, India and Australia", "talks between Russia and Turkey".
std::vector<bool> find_acting(const EventWords& words, const std::vector<CountryWords>& countries);

}  // namespace communique::corpus
