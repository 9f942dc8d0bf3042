// SPDX-License-Identifier: GPL-3.0-or-later
// Whom does a printed name mean: one typed by a user, or one in a speaker field with titles before and posts behind?
#include <algorithm>
#include <array>
#include <utility>

#include "schema/countries.h"
#include "schema/gazetteer_impl.h"
#include "schema/name_table.h"
#include "schema/words.h"

namespace communique::schema {

namespace {

using Words = std::vector<std::string>;
using Numbers = std::vector<LeaderNumber>;

/// Folded words between spaces; first and last are spaces too, so that a whole word can be looked for.
/// Words that may stand before a name without being of it.
constexpr std::string_view kTitleWords =
    " acting admiral affairs and ayatollah baroness by chairman chancellor chief comrade crown dame deputy director dr "
    "emir "
    "emperor excellency external federal first for foreign former gen general h he head her herr high highness his hon "
    "honorable honourable interim king lady leader lord m madam madame majesty minister mme monsieur mr mrs ms of "
    "outgoing p "
    "pm pope premier president presidente prime prince prof professor queen representative right royal rt secretary "
    "sen "
    "senator senor sheikh sir sr sra state sultan supreme taoiseach the then vice господин президент премьер министр ";

constexpr std::string_view kSuffixWords = " jr sr ii iii iv junior senior ";

bool is_one_of(std::string_view words, std::string_view word) {
  return words.find(' ' + std::string(word) + ' ') != std::string_view::npos;
}

Words folded_words(std::string_view text) {
  Words words;
  for (auto& word : split_words(text)) {
    if (word.kind == WordKind::Plain || word.kind == WordKind::Han) words.push_back(std::move(word.term));
  }
  return words;
}

std::string joined(const Words& words, std::size_t first, std::size_t last) {
  std::string text;
  for (std::size_t at = first; at < last; ++at) {
    if (at > first) text += ' ';
    text += words[at];
  }
  return text;
}

/// How many leading words are titles, or countries that go with one: "the Russian President Vladimir Putin" has 3.
/// Every count up to it may be where the name begins.
std::size_t count_title_words(const Words& words) {
  std::size_t at = 0;
  while (at + 1 < words.size()) {
    if (is_one_of(kTitleWords, words[at])) {
      ++at;
      continue;
    }
    std::size_t taken = 0;
    for (std::size_t length = 1; length <= 4 && at + length < words.size(); ++length) {
      if (find_country(joined(words, at, at + length))) taken = length;
    }
    if (taken == 0) break;
    at += taken;
  }
  return at;
}

/// A name as it is, without middle initials, without "Jr.", and with its last word first ("Karimov Islam").
std::vector<std::string> spellings(const Words& words, std::size_t first) {
  std::vector<std::string> out = {joined(words, first, words.size())};
  Words plain;
  for (std::size_t at = first; at < words.size(); ++at) {
    const bool inner = at > first && at + 1 < words.size();
    if (inner && words[at].size() == 1) continue;
    if (at > first && is_one_of(kSuffixWords, words[at])) continue;
    plain.push_back(words[at]);
  }
  out.push_back(joined(plain, 0, plain.size()));
  if (plain.size() < 2) return out;
  std::rotate(plain.begin(), plain.begin() + 1, plain.end());
  out.push_back(joined(plain, 0, plain.size()));
  std::rotate(plain.begin(), plain.end() - 2, plain.end());
  out.push_back(joined(plain, 0, plain.size()));
  return out;
}

void add_all(const Numbers& more, Numbers& numbers) {
  for (const LeaderNumber number : more) {
    if (std::find(numbers.begin(), numbers.end(), number) == numbers.end()) numbers.push_back(number);
  }
}

/// Keeps those for whom `holds` is true, unless that leaves none.
template <class Holds>
void prefer(Numbers& numbers, Holds holds) {
  Numbers kept;
  std::copy_if(numbers.begin(), numbers.end(), std::back_inserter(kept), holds);
  if (!kept.empty()) numbers = std::move(kept);
}

/// States whose leaders may be printed under the other's code: the successor's for the dissolved one's and back.
std::string_view related_country(std::string_view country) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 8> kRelated = {{
      {"RUS", "SUN"},
      {"SUN", "RUS"},
      {"CZE", "CSK"},
      {"CSK", "CZE"},
      {"SRB", "YUG"},
      {"YUG", "SRB"},
      {"DEU", "DDR"},
      {"DDR", "DEU"},
  }};
  const auto at =
      std::find_if(kRelated.begin(), kRelated.end(), [&](const auto& pair) { return pair.first == country; });
  return at == kRelated.end() ? country : at->second;
}

/// `look_up(folded, kind)`: the leaders with such a form, ascending.
template <class LookUp>
NameReading read(std::string_view name, LookUp look_up) {
  NameReading reading;
  const std::size_t comma = name.find(',');
  for (const std::string_view text : {name, name.substr(0, comma)}) {
    const Words words = folded_words(text);
    if (words.empty()) continue;
    const std::size_t titles = count_title_words(words);
    for (std::size_t first = 0; first <= titles; ++first) {
      for (const auto& spelling : spellings(words, first)) {
        add_all(look_up(spelling, NameForm::Full), reading.full);
      }
      if (!reading.full.empty()) break;
    }
    for (std::size_t first = 0; first <= titles; ++first) {
      add_all(look_up(joined(words, first, words.size()), NameForm::Surname), reading.surname);
    }
    if (!reading.full.empty() || !reading.surname.empty() || comma == std::string_view::npos) break;
  }
  return reading;
}

Numbers best_first(NameReading reading) {
  Numbers found = std::move(reading.full);
  add_all(reading.surname, found);
  return found;
}

}  // namespace

NameReading Gazetteer::Impl::read_name(std::string_view name) const {
  return read(name, [&](const std::string& folded, NameForm kind) {
    const auto& table = kind == NameForm::Full ? full : surnames;
    const auto at = table.find(folded);
    return at == table.end() ? Numbers() : forms[at->second].leaders;
  });
}

Numbers match_name(const NameTable& names, std::string_view name) {
  return best_first(read(name, [&](const std::string& folded, NameForm kind) {
    Numbers leaders;
    const auto form = names.find(folded);
    if (!form) return leaders;
    for (const NameLink& link : names.leaders_of(*form)) {
      if (link.form == kind) leaders.push_back(link.other);
    }
    return leaders;
  }));
}

std::vector<LeaderNumber> Gazetteer::match_name(std::string_view name, const std::optional<Date>& at) const {
  Numbers found = best_first(impl_->read_name(name));
  if (at) {
    std::stable_partition(found.begin(), found.end(),
                          [&](LeaderNumber leader) { return impl_->in_office(leader, at); });
  }
  return found;
}

std::optional<LeaderNumber> Gazetteer::resolve_speaker(std::string_view printed, const std::optional<Date>& at,
                                                       std::string_view country) const {
  const auto reading = impl_->read_name(printed);
  const bool by_surname = reading.full.empty();
  Numbers candidates = by_surname ? reading.surname : reading.full;
  std::erase_if(candidates, [&](LeaderNumber leader) { return !active(leader, at); });
  if (!country.empty()) {
    const std::string_view related = related_country(country);
    // A full name in office elsewhere is a guest's; a bare surname of another country is somebody else's.
    std::erase_if(candidates, [&](LeaderNumber leader) {
      const bool agrees = impl_->of_country(leader, country) || impl_->of_country(leader, related);
      return !agrees && !(!by_surname && impl_->in_office(leader, at));
    });
    prefer(candidates, [&](LeaderNumber leader) { return impl_->of_country(leader, country); });
  }
  if (by_surname && !at && country.empty())
    return candidates.size() == 1 ? std::optional(candidates.front()) : std::nullopt;
  if (candidates.size() > 1) prefer(candidates, [&](LeaderNumber leader) { return impl_->in_office(leader, at); });
  if (candidates.size() != 1) return std::nullopt;
  return candidates.front();
}

}  // namespace communique::schema
