// SPDX-License-Identifier: GPL-3.0-or-later
// Which country is meant? ISO 3166-1 codes, names, adjectives and variants, from the project's own countries.json.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace communique::schema {

struct Country {
  std::string alpha3;                    ///< "RUS"; dissolved states keep their former code ("SUN", "YUG")
  std::string alpha2;                    ///< "RU"; may be empty
  std::string name;                      ///< "Russia"
  std::vector<std::string> names;        ///< "Russian Federation", "Russie", "Россия", "俄罗斯"
  std::vector<std::string> adjectives;   ///< "Russian", "russe"
  std::vector<std::string> capitals;     ///< "Moscow"; a country's government is often named by it
};

/// All countries, by alpha-3 code. Built on first use from the data the program was built with; safe from any thread.
const std::vector<Country>& countries();

/// The country a name, adjective, alpha-2 or alpha-3 code means, in any case and with or without accents or "the".
/// nullptr if none, or if the form means two countries. Capitals count only if `with_capitals`.
const Country* find_country(std::string_view text, bool with_capitals = false);

/// The country of an alpha-3 code in capitals; nullptr if none.
const Country* country_of_code(std::string_view alpha3);
/// The name to show for a record's country: of an alpha-3 code its country's, of anything else what it is.
std::string country_name(std::string_view country);

/// Countries named in a short text such as a title, by name or adjective, each once, in order of appearance (alpha-3).
std::vector<std::string> countries_in(std::string_view text);

}  // namespace communique::schema
