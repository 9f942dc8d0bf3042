// SPDX-License-Identifier: GPL-3.0-or-later
// Who is "the Russian president"? Takes the country out of an office phrase and reads what is left as a kind of office,
// whatever the order of the words and in the languages of the table below.
#include <algorithm>
#include <array>

#include "schema/countries.h"
#include "schema/gazetteer_impl.h"
#include "schema/words.h"

namespace communique::schema {

namespace {

using Words = std::vector<std::string>;

constexpr unsigned bit(OfficeKind kind) { return 1U << static_cast<unsigned>(kind); }

constexpr unsigned kPresident = bit(OfficeKind::President);
constexpr unsigned kPrimeMinister = bit(OfficeKind::PrimeMinister);
constexpr unsigned kForeign = bit(OfficeKind::ForeignMinister);
constexpr unsigned kMonarch = bit(OfficeKind::Monarch);
constexpr unsigned kChancellor = bit(OfficeKind::Chancellor);

struct KindPhrase {
  std::string_view words;
  unsigned kinds;
  Gender gender = Gender::Unknown;  ///< "queen" means women only; Unknown means anyone
  std::string_view country = {};    ///< the phrase names one country's office by itself, or is said only of that one
};

constexpr std::array kPhrases = std::to_array<KindPhrase>({
    {"president", kPresident},
    {"présidente", kPresident},
    {"Präsident", kPresident},
    {"Präsidentin", kPresident},
    {"Bundespräsident", kPresident},
    {"Staatspräsident", kPresident},
    {"federal president", kPresident},
    {"président République", kPresident},
    {"президент", kPresident},
    {"президента", kPresident},
    {"总统", kPresident},
    {"总统先生", kPresident},
    {"国家主席", kPresident},
    {"主席", kPresident},
    {"prime minister", kPrimeMinister},
    {"premier", kPrimeMinister},
    {"PM", kPrimeMinister},
    {"premier ministre", kPrimeMinister},
    {"première ministre", kPrimeMinister},
    {"primer ministro", kPrimeMinister},
    {"presidente gobierno", kPrimeMinister, Gender::Unknown, "ESP"},
    {"Premierminister", kPrimeMinister},
    {"Premierministerin", kPrimeMinister},
    {"Ministerpräsident", kPrimeMinister},
    {"Ministerpräsidentin", kPrimeMinister},
    {"Regierungschef", kPrimeMinister | kChancellor},
    {"премьер-министр", kPrimeMinister},
    {"премьер", kPrimeMinister},
    {"председатель правительства", kPrimeMinister},
    {"总理", kPrimeMinister | kChancellor},
    {"首相", kPrimeMinister},
    {"head government", kPrimeMinister | kChancellor},
    {"chef gouvernement", kPrimeMinister | kChancellor},
    {"taoiseach", kPrimeMinister, Gender::Unknown, "IRL"},
    {"chancellor", kChancellor},
    {"federal chancellor", kChancellor},
    {"Kanzler", kChancellor},
    {"Kanzlerin", kChancellor},
    {"Bundeskanzler", kChancellor},
    {"Bundeskanzlerin", kChancellor},
    {"chancelier", kChancellor},
    {"chancelière", kChancellor},
    {"канцлер", kChancellor},
    {"foreign minister", kForeign},
    {"minister foreign affairs", kForeign},
    {"foreign affairs minister", kForeign},
    {"external affairs minister", kForeign},
    {"minister external affairs", kForeign},
    {"minister external relations", kForeign},
    {"foreign secretary", kForeign},
    {"secretary foreign affairs", kForeign},
    {"secretary state", kForeign, Gender::Unknown, "USA"},
    {"cardinal secretary state", kPrimeMinister, Gender::Unknown, "VAT"},
    {"top diplomat", kForeign},
    {"foreign policy chief", kForeign, Gender::Unknown, "EUE"},
    {"high representative", kForeign, Gender::Unknown, "EUE"},
    {"ministre affaires étrangères", kForeign},
    {"Außenminister", kForeign},
    {"Außenministerin", kForeign},
    {"ministro relaciones exteriores", kForeign},
    {"ministro asuntos exteriores", kForeign},
    {"canciller", kForeign | kChancellor},
    {"министр иностранных дел", kForeign},
    {"глава МИД", kForeign},
    {"外长", kForeign},
    {"外交部长", kForeign},
    {"国务卿", kForeign, Gender::Unknown, "USA"},
    {"monarch", kMonarch},
    {"king", kMonarch, Gender::Male},
    {"queen", kMonarch, Gender::Female},
    {"emperor", kMonarch},
    {"emir", kMonarch},
    {"amir", kMonarch},
    {"sultan", kMonarch},
    {"roi", kMonarch, Gender::Male},
    {"reine", kMonarch, Gender::Female},
    {"rey", kMonarch, Gender::Male},
    {"König", kMonarch, Gender::Male},
    {"Königin", kMonarch, Gender::Female},
    {"король", kMonarch, Gender::Male},
    {"королева", kMonarch, Gender::Female},
    {"head state", kPresident | kMonarch},
    {"chef État", kPresident | kMonarch},
});

/// Words that bind an office to its country; folded.
constexpr std::array kBinding =
    std::to_array<std::string_view>({"of", "the", "for", "de", "du", "des", "d", "la", "le", "les", "l", "el", "der",
                                     "des", "und", "and", "von", "da", "do"});

struct Organisation {
  std::string_view name;
  std::string_view code;
};

constexpr std::array kOrganisations = std::to_array<Organisation>({
    {"United Nations", "UNO"},
    {"UN", "UNO"},
    {"UNO", "UNO"},
    {"ONU", "UNO"},
    {"ООН", "UNO"},
    {"联合国", "UNO"},
    {"NATO", "NATO"},
    {"OTAN", "NATO"},
    {"НАТО", "NATO"},
    {"北约", "NATO"},
    {"EU", "EUE"},
    {"European Union", "EUE"},
    {"ЕС", "EUE"},
    {"欧盟", "EUE"},
});

/// Offices of kind Other that name their country by themselves.
constexpr std::array kOwnOffices =
    std::to_array<Organisation>({{"pope", "VAT"}, {"pontiff", "VAT"}, {"european", "EUE"}});

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

/// Words in an order of their own, so that "president of Russia" and "Russia's president" read alike.
std::string key_of(Words words) {
  std::sort(words.begin(), words.end());
  return joined(words, 0, words.size());
}

const StringMap<KindPhrase>& phrases() {
  static const StringMap<KindPhrase> built = [] {
    StringMap<KindPhrase> map;
    for (const auto& phrase : kPhrases) map.emplace(key_of(folded_words(phrase.words)), phrase);
    return map;
  }();
  return built;
}

const StringMap<std::string_view>& organisations() {
  static const StringMap<std::string_view> built = [] {
    StringMap<std::string_view> map;
    for (const auto& organisation : kOrganisations) map.emplace(fold_value(organisation.name), organisation.code);
    return map;
  }();
  return built;
}

struct OfficePhrase {
  std::string_view country;
  Words words;  ///< without the country and what binds it
};

std::string_view code_of(const std::string& folded) {
  if (const auto at = organisations().find(folded); at != organisations().end()) return at->second;
  const Country* country = find_country(folded);
  return country ? std::string_view(country->alpha3) : std::string_view();
}

Words without_binding(const Words& words, std::size_t first, std::size_t last) {
  Words kept;
  for (std::size_t at = 0; at < words.size(); ++at) {
    const bool country = at >= first && at < last;
    if (!country && std::find(kBinding.begin(), kBinding.end(), words[at]) == kBinding.end()) kept.push_back(words[at]);
  }
  return kept;
}

/// The longest run of words that names a country is the country; the rest is the office.
OfficePhrase read_phrase(const Words& words) {
  for (std::size_t length = std::min<std::size_t>(words.size(), 10); length > 0; --length) {
    for (std::size_t first = 0; first + length <= words.size(); ++first) {
      const std::string_view code = code_of(joined(words, first, first + length));
      if (!code.empty()) return {code, without_binding(words, first, first + length)};
    }
  }
  return {{}, without_binding(words, 0, 0)};
}

bool holds_all(const std::string& office, const Words& wanted) {
  const Words held = folded_words(office);
  return std::all_of(wanted.begin(), wanted.end(),
                     [&](const std::string& word) { return std::find(held.begin(), held.end(), word) != held.end(); });
}

bool newer(const OfficeMatch& a, const OfficeMatch& b) {
  if (a.tenure->from != b.tenure->from) return a.tenure->from > b.tenure->from;
  return a.leader < b.leader;
}

}  // namespace

std::vector<OfficeMatch> Gazetteer::match_office(std::string_view phrase) const {
  OfficePhrase read = read_phrase(folded_words(phrase));
  if (read.words.empty()) return {};
  const auto known = phrases().find(key_of(read.words));
  const KindPhrase* kind = known == phrases().end() ? nullptr : &known->second;
  if (kind && !kind->country.empty()) {
    if (!read.country.empty() && read.country != kind->country) return {};
    read.country = kind->country;
  }
  for (const auto& own : kOwnOffices) {
    const bool said = std::find(read.words.begin(), read.words.end(), own.name) != read.words.end();
    if (!kind && read.country.empty() && said) read.country = own.code;
  }
  const auto of_country = impl_->by_country.find(read.country);
  if (read.country.empty() || of_country == impl_->by_country.end()) return {};

  std::vector<OfficeMatch> found;
  for (const LeaderNumber number : of_country->second) {
    const Leader& leader = impl_->leaders[number];
    if (kind && kind->gender != Gender::Unknown && leader.gender != kind->gender) continue;
    for (const auto& tenure : leader.tenures) {
      if (tenure.country != read.country) continue;
      const bool fits = kind ? (kind->kinds & bit(tenure.kind)) != 0
                             : tenure.kind == OfficeKind::Other && holds_all(tenure.office, read.words);
      if (fits) found.push_back({number, &tenure});
    }
  }
  std::sort(found.begin(), found.end(), newer);
  return found;
}

}  // namespace communique::schema
