// SPDX-License-Identifier: GPL-3.0-or-later
// Told by the few words before and behind a country's name.
#include "corpus/events/sides.h"

#include <algorithm>

#include "corpus/events/encounters.h"

namespace communique::corpus {

namespace {

bool joins(std::string_view word) {
  return word == "and" || word == "et" || word == "y" || word == "und" || word == "и";
}

bool is_between(std::string_view word) {
  return word == "between" || word == "entre" || word == "zwischen" || word == "между";
}

bool is_of(std::string_view word) {
  return word == "of" || word == "de" || word == "du" || word == "del" || word == "von" || word == "d";
}

bool is_article(std::string_view word) { return word == "the" || word == "la" || word == "der"; }

/// True if an office stands shortly before the "of" at `at`: "foreign ministers of", "people of the Republic of".
bool office_before(const EventWords& words, std::size_t at) {
  for (std::size_t back = 1; back <= 5 && back <= at; ++back) {
    if (words[at - back + 1].after_stop) return false;
    if (names_side(words[at - back].folded)) return true;
  }
  return false;
}

/// "Spain's Pedro Sanchez", "Spanish Foreign Minister": nothing may come between.
bool person_behind(const EventWords& words, const CountryWords& country) {
  const bool possessive = words[country.last - 1].possessive;
  for (std::size_t at = country.last; at < std::min(words.size(), country.last + 4); ++at) {
    const EventWord& word = words[at];
    const bool office = names_side(word.folded);
    if (word.after_stop || word.after_comma || (!word.capital && !office)) return false;
    if (possessive || office) return true;
  }
  return false;
}

bool acts(const EventWords& words, const CountryWords& country) {
  const std::string_view before = country.first > 0 ? words[country.first - 1].folded : std::string_view();
  const std::string_view second = country.first > 1 ? words[country.first - 2].folded : std::string_view();
  if (is_between(before) || (is_article(before) && is_between(second))) return true;
  if (country.form == CountryForm::Capital) return false;
  if (is_of(before) && office_before(words, country.first - 1)) return true;
  if (is_article(before) && is_of(second) && office_before(words, country.first - 2)) return true;
  if (person_behind(words, country)) return true;
  // French, Spanish: "le premier ministre chinois".
  const bool small = country.form == CountryForm::Adjective && country.first > 0 && !words[country.first].capital;
  return small && !words[country.first].after_stop && (names_side(before) || names_side(second));
}

/// True if nothing but "and" or a comma is between a country and the next one.
bool listed(const EventWords& words, const CountryWords& left, const CountryWords& right) {
  const std::size_t gap = right.first - left.last;
  if (gap == 0) return !words[right.first].after_stop;
  const bool article = gap == 2 && is_article(words[left.last + 1].folded);
  return (gap == 1 || article) && joins(words[left.last].folded) && !words[left.last].after_stop;
}

/// True for the first name of a list that begins a sentence or title: "Kenya and Ghana agreed".
bool begins_list(const EventWords& words, const CountryWords& country, const CountryWords& next) {
  std::size_t front = country.first;
  if (front > 0 && is_article(words[front - 1].folded)) --front;
  const bool at_front = front == 0 || words[front].after_stop;
  return at_front && country.form == CountryForm::Name && next.form == CountryForm::Name &&
         listed(words, country, next);
}

}  // namespace

std::vector<bool> find_acting(const EventWords& words, const std::vector<CountryWords>& countries) {
  std::vector<bool> act(countries.size());
  for (std::size_t at = 0; at < countries.size(); ++at) act[at] = acts(words, countries[at]);
  for (std::size_t at = 0; at + 1 < countries.size(); ++at) {
    if (begins_list(words, countries[at], countries[at + 1])) act[at] = true;
  }
  for (std::size_t at = 0; at + 1 < countries.size(); ++at) {
    if (act[at] && listed(words, countries[at], countries[at + 1])) act[at + 1] = true;
  }
  for (std::size_t at = countries.size(); at-- > 1;) {
    if (act[at] && listed(words, countries[at - 1], countries[at])) act[at - 1] = true;
  }
  return act;
}

}  // namespace communique::corpus
