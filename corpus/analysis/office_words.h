// SPDX-License-Identifier: GPL-3.0-or-later
// Which words make an office of a text, and which words around it make another thing of it? Tables of words in small
// letters, accents kept.
#pragma once

#include <cstdint>
#include <string_view>

namespace communique::corpus {

/// The noun an office phrase turns on.
enum class OfficeHead : std::uint8_t {
  None,
  Office,       ///< "president", "minister": with its country it may name one
  Foreign,      ///< "président", "Präsident", "президент": the country may be an adjective in small letters
  Counterpart,  ///< "counterpart", "homologue": the office of whoever was named before, in another country
};

/// `word`: in small letters; any other word gives None.
OfficeHead office_head(std::string_view word);

/// False if the word that begins with these bytes, whatever its case, is no office_head(): a quick first look.
bool may_be_office_head(std::string_view from);

/// "Mr", "His", "Dr": after an office and a comma a name follows.
bool opens_name(std::string_view word);

/// Words that belong to the office's name and stand before its head: "prime", "foreign", "federal".
bool is_office_modifier(std::string_view word);

/// Words that make another post of it, or no particular holder: "former", "vice", "deputy", "first", "a", "next".
bool is_other_post(std::string_view word);

/// Words of an office's name that follow its head: "foreign affairs", "gouvernement"; never a country.
bool is_office_complement(std::string_view word);

/// Prepositions and articles between an office and its country after it: "of the", "de la", "der".
bool is_country_link(std::string_view word);

/// "elected", "became", "as": what follows without an article is a post, not a person.
bool leads_to_post(std::string_view word);

/// Words that may stand with a capital after an office, as in a headline, and are no name: "said", "and".
bool may_follow_office(std::string_view word);

}  // namespace communique::corpus
