// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/attribution/cast.h"

#include <algorithm>

#include "corpus/analysis/mention_words.h"
#include "schema/countries.h"
#include "schema/words.h"

namespace communique::corpus {

namespace {

/// How far a fuller form of a surname is looked for: names are introduced at the beginning.
constexpr std::size_t kIntroduction = 32 * 1024;
/// So many bare surnames are looked for; a transcript with more has its labels.
constexpr std::size_t kMostSearched = 64;

std::vector<std::string> folded_words(std::string_view name) {
  std::vector<std::string> words;
  for (const schema::OwnedWord& word : schema::split_words(std::string(name))) {
    if (word.kind == schema::WordKind::Plain || word.kind == schema::WordKind::Han) words.push_back(word.term);
  }
  return words;
}

/// True if all of `few` stand in `many` in the same order, an initial standing for a name that begins with it.
bool is_part_of(const std::vector<std::string>& few, const std::vector<std::string>& many) {
  auto at = many.begin();
  for (const std::string& word : few) {
    at = std::find_if(at, many.end(), [&](const std::string& other) {
      return other == word || (word.size() == 1 && other.starts_with(word));
    });
    if (at == many.end()) return false;
    ++at;
  }
  return true;
}

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c < 0; }

}  // namespace

PersonNumber Cast::of_leader(schema::LeaderNumber leader) {
  const auto [entry, fresh] = leaders_.emplace(leader, people_.size());
  if (fresh) {
    const schema::Leader& known = gazetteer_.leaders()[leader];
    people_.push_back({leader, known.name, {}, known.gender, false});
  }
  return entry->second;
}

PersonNumber Cast::of_name(const std::string& name, schema::Gender gender, bool group) {
  std::vector<std::string> words = folded_words(name);
  if (words.empty()) return of_description(name);
  std::string printed = name;
  const bool country = words.size() == 1 && schema::find_country(name) != nullptr;
  if (words.size() == 1 && !group && !country && !same_person(words, gender) && by_surname_.size() < kMostSearched) {
    if (std::string fuller = fuller_form(name); !fuller.empty()) {
      printed = std::move(fuller);
      words = folded_words(printed);
    }
  }
  if (const auto known = same_person(words, gender)) {
    Person& person = people_[*known];
    if (words.size() > person.words.size()) {
      person.name = printed;
      person.words = std::move(words);
    }
    if (person.gender == schema::Gender::Unknown) person.gender = gender;
    return *known;
  }
  by_surname_[words.back()].push_back(people_.size());
  people_.push_back({std::nullopt, std::move(printed), std::move(words), gender, group});
  return people_.size() - 1;
}

PersonNumber Cast::of_description(const std::string& description) {
  const auto [entry, fresh] = described_.emplace(schema::fold_value(description), people_.size());
  if (fresh) people_.push_back({std::nullopt, description, folded_words(description), schema::Gender::Unknown, false});
  return entry->second;
}

void Cast::set_gender(PersonNumber number, schema::Gender gender) {
  if (people_[number].gender == schema::Gender::Unknown) people_[number].gender = gender;
}

std::optional<PersonNumber> Cast::same_person(const std::vector<std::string>& words, schema::Gender gender) const {
  const auto bearers = by_surname_.find(words.back());
  if (bearers == by_surname_.end()) return std::nullopt;
  for (auto number = bearers->second.rbegin(); number != bearers->second.rend(); ++number) {
    const Person& person = people_[*number];
    const bool fits = gender == schema::Gender::Unknown || person.gender == schema::Gender::Unknown || person.gender == gender;
    if (fits && (is_part_of(words, person.words) || is_part_of(person.words, words))) return *number;
  }
  return std::nullopt;
}

/// "Ned Price" for "Price": the capitalised word before the surname's first occurrence that has one, titles left out.
std::string Cast::fuller_form(const std::string& surname) const {
  const std::string_view text = text_.substr(0, kIntroduction);
  for (std::size_t at = text.find(surname); at != std::string_view::npos; at = text.find(surname, at + 1)) {
    const std::size_t end = at + surname.size();
    if (end < text.size() && is_letter(text[end])) continue;
    if (at < 2 || text[at - 1] != ' ') continue;
    std::size_t start = at - 1;
    while (start > 0 && (is_letter(text[start - 1]) || text[start - 1] == '-')) --start;
    const std::string_view given = text.substr(start, at - 1 - start);
    if (given.size() < 2 || given.front() < 'A' || given.front() > 'Z') continue;
    const std::string folded = schema::fold_value(given);
    const bool all_capitals = given[1] >= 'A' && given[1] <= 'Z';
    if (all_capitals || title_of(folded, {}).kind != TitleKind::None || is_function_word(folded)) continue;
    return std::string(given) + " " + surname;
  }
  return {};
}

}  // namespace communique::corpus
