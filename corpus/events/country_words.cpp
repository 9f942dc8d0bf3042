// SPDX-License-Identifier: GPL-3.0-or-later
// All forms of all countries, folded as EventWords folds, in one table by their first word.
#include "corpus/events/country_words.h"

#include <algorithm>
#include <array>
#include <deque>
#include <string>

#include "schema/countries.h"

namespace communique::corpus {

namespace {

struct Form {
  std::string phrase;
  std::string_view code;  ///< empty: names no country, but holds the name of one
  CountryForm form = CountryForm::Name;
};

/// Places and seas that bear a country's name.
constexpr auto kElsewhere = std::to_array<std::string_view>(
    {"new jersey",     "new mexico",    "new england",     "indian ocean",    "south china sea",
     "east china sea", "sea of japan",  "gulf of mexico",  "new south wales", "north america",
     "south america",  "latin america", "central america", "guinea pig",      "persian gulf",
     "european union", "mexico city",   "kuwait city",     "panama canal",    "west indian"});

class Forms {
 public:
  Forms() {
    for (const auto phrase : kElsewhere) add(phrase, {}, CountryForm::Name);
    const auto& countries = schema::countries();
    for (const auto& country : countries) {
      add(country.name, country.alpha3, CountryForm::Name);
      for (const auto& name : country.names) add_known(name, country.alpha3, CountryForm::Name);
      for (const auto& adjective : country.adjectives) add_known(adjective, country.alpha3, CountryForm::Adjective);
    }
    for (const auto& country : countries) {
      for (const auto& capital : country.capitals) {
        const schema::Country* meant = schema::find_country(capital, true);
        if (meant != nullptr && meant->alpha3 == country.alpha3) add(capital, country.alpha3, CountryForm::Capital);
      }
    }
    add("us", "USA", CountryForm::Name);
    add("uk", "GBR", CountryForm::Name);
    add("prc", "CHN", CountryForm::Name);
    for (std::size_t at = 0; at < forms_.size(); ++at) index_.add(forms_[at].phrase, at);
  }

  const Form& operator[](std::size_t at) const { return forms_[at]; }
  PhraseIndex::Match longest_at(const EventWords& words, std::size_t at) const { return index_.longest_at(words, at); }

 private:
  void add_known(const std::string& text, std::string_view code, CountryForm form) {
    const schema::Country* meant = schema::find_country(text);
    if (meant != nullptr && meant->alpha3 == code) add(text, code, form);
  }

  void add(std::string_view text, std::string_view code, CountryForm form) {
    const EventWords words(text);
    std::string phrase;
    for (std::size_t at = 0; at < words.size(); ++at) {
      if (at > 0) phrase += ' ';
      phrase += words[at].folded;
    }
    if (!phrase.empty()) forms_.push_back({std::move(phrase), code, form});
  }

  std::deque<Form> forms_;
  PhraseIndex index_;
};

/// "us" and "it" are words; "turkey" and "chad" with a small letter are none of ours.
bool is_printed_so(const EventWords& words, std::string_view text, std::size_t at, const Form& form) {
  const std::string_view printed = text.substr(words[at].start, words[at].end - words[at].start);
  if (words[at].folded.size() <= 3) {
    return std::none_of(printed.begin(), printed.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  }
  const auto first = static_cast<unsigned char>(printed.front());
  return words[at].capital || form.form == CountryForm::Adjective || first >= 0xE0;
}

}  // namespace

std::vector<CountryWords> find_countries(const EventWords& words, std::string_view text) {
  static const Forms forms;
  std::vector<CountryWords> found;
  for (std::size_t at = 0; at < words.size();) {
    const auto match = forms.longest_at(words, at);
    if (match.words == 0) {
      ++at;
      continue;
    }
    const Form& form = forms[match.phrase];
    if (!form.code.empty() && is_printed_so(words, text, at, form)) {
      found.push_back({at, at + match.words, form.code, form.form});
    }
    at += match.words;
  }
  return found;
}

}  // namespace communique::corpus
