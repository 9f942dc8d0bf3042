// SPDX-License-Identifier: GPL-3.0-or-later
// Which country is meant? One table from folded forms to countries, built once from the embedded countries.json.
#include "schema/countries.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <unordered_map>

#include "schema/data_embed.h"
#include "schema/words.h"

namespace communique::schema {

namespace {

constexpr std::size_t kAmbiguous = static_cast<std::size_t>(-1);

/// Longest form, in words: "the united kingdom of great britain and northern ireland" and single Han characters.
constexpr std::size_t kMaxFormWords = 12;

struct Tables {
  std::vector<Country> countries;
  std::unordered_map<std::string, std::size_t> forms;     ///< folded name, adjective or code -> country
  std::unordered_map<std::string, std::size_t> capitals;  ///< folded capital -> country
  std::unordered_map<std::string, std::size_t> codes;     ///< alpha-3 in capitals -> country
};

void add_form(std::unordered_map<std::string, std::size_t>& forms, const std::string& text, std::size_t country) {
  const std::string folded = fold_value(text);
  if (folded.empty()) return;
  const auto [at, is_new] = forms.try_emplace(folded, country);
  if (!is_new && at->second != country) at->second = kAmbiguous;
}

Tables build() {
  Tables tables;
  for (const auto& entry : nlohmann::json::parse(built_in_countries())) {
    Country country;
    entry.at("alpha3").get_to(country.alpha3);
    entry.at("alpha2").get_to(country.alpha2);
    entry.at("name").get_to(country.name);
    entry.at("names").get_to(country.names);
    entry.at("adjectives").get_to(country.adjectives);
    entry.at("capitals").get_to(country.capitals);
    tables.countries.push_back(std::move(country));
  }
  for (std::size_t number = 0; number < tables.countries.size(); ++number) {
    const Country& country = tables.countries[number];
    tables.codes.emplace(country.alpha3, number);
    add_form(tables.forms, country.name, number);
    add_form(tables.forms, country.alpha3, number);
    for (const auto& name : country.names) add_form(tables.forms, name, number);
    for (const auto& adjective : country.adjectives) add_form(tables.forms, adjective, number);
    for (const auto& capital : country.capitals) add_form(tables.capitals, capital, number);
  }
  // A two-letter code stands behind every name: "CS" (Serbia and Montenegro) must not make a name ambiguous.
  for (std::size_t number = 0; number < tables.countries.size(); ++number) {
    const std::string folded = fold_value(tables.countries[number].alpha2);
    if (!folded.empty()) tables.forms.try_emplace(folded, number);
  }
  return tables;
}

const Tables& tables() {
  static const Tables built = build();
  return built;
}

const Country* look_up(const std::unordered_map<std::string, std::size_t>& forms, const std::string& folded) {
  const auto at = forms.find(folded);
  return at == forms.end() || at->second == kAmbiguous ? nullptr : &tables().countries[at->second];
}

/// In running text, forms that are also common words or codes need capitals: "us", "it", "in", "no".
bool counts_in_text(std::string_view text, const OwnedWord& word) {
  if (word.term.size() > 3) return true;
  const std::string_view printed = text.substr(word.start, word.end - word.start);
  return std::none_of(printed.begin(), printed.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

/// Names that hold a country's name without meaning it.
bool is_elsewhere(const std::string& folded) {
  static constexpr std::array kElsewhere = {"new jersey",      "new mexico",       "new england",  "indian ocean",
                                            "south china sea", "east china sea",   "sea of japan", "gulf of mexico",
                                            "american samoa",  "french polynesia", "dutch harbor", "west indian"};
  return std::find(kElsewhere.begin(), kElsewhere.end(), folded) != kElsewhere.end();
}

struct FormInText {
  std::size_t words = 0;
  const Country* country = nullptr;  ///< nullptr for words to be stepped over
};

FormInText longest_form(std::string_view text, const std::vector<OwnedWord>& words, std::size_t first) {
  FormInText found;
  std::string folded;
  for (std::size_t last = first; last < words.size() && last < first + kMaxFormWords; ++last) {
    if (last > first) folded += ' ';
    folded += words[last].term;
    if (is_elsewhere(folded)) found = {last - first + 1, nullptr};
    if (last == first && !counts_in_text(text, words[first])) continue;
    const auto at = tables().forms.find(folded);
    if (at == tables().forms.end()) continue;
    found = {last - first + 1, at->second == kAmbiguous ? nullptr : &tables().countries[at->second]};
  }
  return found;
}

}  // namespace

const std::vector<Country>& countries() { return tables().countries; }

const Country* find_country(std::string_view text, bool with_capitals) {
  std::string folded = fold_value(text);
  if (folded.starts_with("the ")) folded.erase(0, 4);
  if (const Country* found = look_up(tables().forms, folded)) return found;
  return with_capitals ? look_up(tables().capitals, folded) : nullptr;
}

const Country* country_of_code(std::string_view alpha3) {
  const auto at = tables().codes.find(std::string(alpha3));
  return at == tables().codes.end() ? nullptr : &tables().countries[at->second];
}

std::string country_name(std::string_view country) {
  const Country* known = country_of_code(country);
  return known != nullptr ? known->name : std::string(country);
}

std::vector<std::string> countries_in(std::string_view text) {
  std::vector<OwnedWord> words = split_words(text);
  std::erase_if(words,
                [](const OwnedWord& word) { return word.kind == WordKind::Pair || word.kind == WordKind::Joined; });
  std::vector<std::string> found;
  for (std::size_t at = 0; at < words.size();) {
    const FormInText form = longest_form(text, words, at);
    if (form.country && std::find(found.begin(), found.end(), form.country->alpha3) == found.end()) {
      found.push_back(form.country->alpha3);
    }
    at += std::max<std::size_t>(form.words, 1);
  }
  return found;
}

}  // namespace communique::schema
