// SPDX-License-Identifier: GPL-3.0-or-later
// Names are resolved by the gazetteer and the country table; here only what a query's value needs besides.
#include "searcher/query/resolve.h"

#include <algorithm>
#include <array>
#include <tuple>
#include <utility>

#include <unicode/locid.h>

#include "schema/countries.h"
#include "schema/words.h"
#include "searcher/open_index.h"
#include "searcher/query/glyph.h"
#include "searcher/query/spelling.h"

namespace communique::searcher {
namespace {

// A surname that more leaders than this share says too little; the gazetteer gives the best first.
constexpr std::size_t kMostLeaders = 20;

/// Bodies that take part in events beside countries, by the short names the gazetteer gives their offices.
constexpr std::array<std::pair<std::string_view, std::string_view>, 8> kOrganisations = {
    {{"eu", "EUE"},
     {"eue", "EUE"},
     {"european union", "EUE"},
     {"un", "UNO"},
     {"uno", "UNO"},
     {"united nations", "UNO"},
     {"nato", "NATO"},
     {"north atlantic treaty organization", "NATO"}}};

std::string tenure_period(const schema::Tenure& tenure) {
  return (tenure.from ? tenure.from->to_string() : "") + ".." + (tenure.to ? tenure.to->to_string() : "");
}

/// Keeps the nearest of the names it is shown.
class Nearest {
 public:
  explicit Nearest(std::string_view wanted)
      : folded_(schema::fold_value(wanted)),
        wanted_(code_points(folded_)),
        best_distance_(allowed_distance(wanted_.size()) + 1) {}

  void consider(const std::string& name, const std::string& shown) {
    if (best_distance_ == 0 || wanted_.empty() || !may_be_near(name)) return;
    const auto letters = code_points(schema::fold_value(name));
    if (letters.empty() || letters.front() != wanted_.front()) return;
    const std::size_t distance = spelling_distance(wanted_, letters, best_distance_ - 1);
    if (distance >= best_distance_) return;
    best_distance_ = distance;
    best_ = shown;
  }
  const std::string& best() const { return best_; }

 private:
  /// Spares most names the folding: another length or first letter, as far as one can tell without it.
  bool may_be_near(const std::string& name) const {
    const std::size_t longer = std::max(name.size(), folded_.size());
    const std::size_t shorter = std::min(name.size(), folded_.size());
    if (longer - shorter > kMostBytesApart) return false;
    const char first = name.empty() ? ' ' : name.front();
    const bool letter = (first >= 'A' && first <= 'Z') || (first >= 'a' && first <= 'z');
    return !letter || static_cast<char32_t>(first | 0x20) == wanted_.front();
  }

  // Two letters of four bytes, and what folding takes off: accents, full stops, a possessive.
  static constexpr std::size_t kMostBytesApart = 12;

  std::string folded_;
  std::u32string wanted_;
  std::size_t best_distance_;
  std::string best_;
};

std::string display_name(const icu::Locale& language, const icu::Locale& in) {
  icu::UnicodeString name;
  language.getDisplayLanguage(in, name);
  std::string utf8;
  return name.toUTF8String(utf8);
}

}  // namespace

LeaderSource leaders_in(OpenIndex& index) {
  return {index.names(), [&index]() -> const schema::Gazetteer& { return index.gazetteer(); }};
}

LeaderChoice resolve_leader(const LeaderSource& source, std::string_view name) {
  LeaderChoice choice;
  choice.leaders = schema::match_name(source.names, name);
  if (choice.leaders.size() > kMostLeaders) choice.leaders.resize(kMostLeaders);
  if (choice.leaders.empty()) choice.offices = source.gazetteer().match_office(name);
  return choice;
}

std::string describe(const LeaderSource& source, const LeaderChoice& choice, std::string_view name) {
  const auto name_of = [&](schema::LeaderNumber leader) { return std::string(source.names.leader_name(leader)); };
  std::string text;
  for (const schema::LeaderNumber leader : choice.leaders) text += (text.empty() ? "" : " or ") + name_of(leader);
  if (choice.offices.empty()) return text;
  for (const schema::OfficeMatch& office : choice.offices) {
    text += (text.empty() ? ": " : ", ") + name_of(office.leader) + " " + tenure_period(*office.tenure);
  }
  return std::string(name) + text;
}

Party resolve_party(const LeaderSource& source, std::string_view name) {
  std::string folded = schema::fold_value(name);
  if (folded.starts_with("the ")) folded.erase(0, 4);
  for (const auto& [organisation, code] : kOrganisations) {
    if (folded == organisation) return {{std::string(code)}, std::string(name)};
  }
  if (const schema::Country* country = schema::find_country(name, true)) return {{country->alpha3}, country->name};
  Party party;
  const LeaderChoice choice = resolve_leader(source, name);
  for (const schema::LeaderNumber leader : choice.leaders) party.values.emplace_back(source.names.leader_id(leader));
  for (const schema::OfficeMatch& office : choice.offices) {
    const std::string id(source.names.leader_id(office.leader));
    if (std::find(party.values.begin(), party.values.end(), id) == party.values.end()) party.values.push_back(id);
  }
  party.shown = describe(source, {choice.leaders, {}}, name);
  if (party.shown.empty()) party.shown = std::string(name);
  return party;
}

std::vector<std::string> split_parties(std::string_view value) {
  constexpr std::array<std::string_view, 7> kSeparators = {",", ";", "，", "、", "；", " and ", "&"};
  std::vector<std::string> sides;
  while (true) {
    std::size_t first = std::string_view::npos;
    std::size_t length = 0;
    for (const std::string_view separator : kSeparators) {
      const std::size_t at = value.find(separator);
      if (at < first) std::tie(first, length) = std::pair(at, separator.size());
    }
    const std::string side = tidy(value.substr(0, first));
    if (!schema::fold_value(side).empty()) sides.push_back(side);
    if (first == std::string_view::npos) return sides;
    value.remove_prefix(first + length);
  }
}

std::string nearest_country(std::string_view name) {
  Nearest nearest(name);
  for (const schema::Country& country : schema::countries()) {
    nearest.consider(country.name, country.name);
    for (const std::string& other : country.names) nearest.consider(other, country.name);
    for (const std::string& adjective : country.adjectives) nearest.consider(adjective, country.name);
  }
  return nearest.best();
}

std::string nearest_leader(const schema::Gazetteer& gazetteer, std::string_view name) {
  Nearest nearest(name);
  for (const schema::Leader& leader : gazetteer.leaders()) {
    nearest.consider(leader.name, leader.name);
    for (const std::string& alias : leader.aliases) nearest.consider(alias, leader.name);
    for (const std::string& surname : leader.surnames) nearest.consider(surname, surname);
  }
  return nearest.best();
}

std::string resolve_language(std::string_view name) {
  const std::string folded = schema::fold_value(name);
  const char* const* codes = icu::Locale::getISOLanguages();
  for (auto code = codes; *code != nullptr; ++code) {
    if (folded == *code) return *code;
  }
  const icu::Locale english("en");
  for (auto code = codes; *code != nullptr; ++code) {
    const icu::Locale language(*code);
    const std::string shown = display_name(language, english);
    if (shown == *code) continue;  // ICU has no name for it
    if (folded == schema::fold_value(shown) || folded == schema::fold_value(display_name(language, language))) {
      return language.getLanguage();
    }
  }
  return {};
}

}  // namespace communique::searcher
