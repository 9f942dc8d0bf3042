// SPDX-License-Identifier: GPL-3.0-or-later
// The table of encounters, English in full, the other languages with their plain words.
#include "corpus/events/encounters.h"

#include <algorithm>
#include <array>

namespace communique::corpus {

namespace {

/// With "|" between them.
constexpr std::string_view kEncounters =
    // English.
    "telephone conversation|telephone conversations|telephone call|telephone talks|phone conversation|phone call|"
    "phone calls|video call|call with|calls with|call between|conversation with|conversation between|"
    "conversation|spoke with|spoke today with|spoke yesterday with|spoke separately with|spoke by phone|"
    "spoke by telephone|spoke today by phone|spoke to|spoke about|speaks with|speaks to|telephoned|called|"
    "met with|met today with|met|met today|meets|meets with|meeting with|meetings with|meeting between|meeting|"
    "bilateral meeting|will meet|will meet with|to meet with|talks with|talks between|talks|held talks|"
    "hold talks|negotiations with|negotiations between|negotiations|held consultations|consultations with|"
    "received|hosted|hosts|welcomed|exchanged|exchange views|exchange of views|exchanged messages|"
    "exchange of greetings|sent each other|sent a message|sent messages|sent his greetings|sent greetings|"
    "sent a telegram|sent a congratulatory message|sent his condolences|sent condolences|"
    "sent a message of condolences|sent a message of greetings|has sent a message|message to|message from|"
    "letter to|telegram to|congratulated|congratulates|congratulations to|congratulate|condolences to|"
    "offered his condolences|offered condolences|expressed condolences|expressed his condolences|"
    "expressed their condolences|greetings to|best wishes to|warm wishes to|joint statement|joint communique|"
    "joint declaration|joint press conference|joint news conference|joint understanding|joint resolve|agreed|"
    "chaired|chair|on behalf of|between|signed a|set trade goal|conversed with|"
    // French.
    "entretien avec|entretien telephonique|entretien entre|s est entretenu|s est entretenue|a rencontre|"
    "ont echange|a recu|a accueilli|rencontre entre|rencontre avec|a felicite|a adresse|voeux croises|entre|"
    "au telephone avec|"
    // Spanish.
    "conversacion telefonica|hablo con|converso con|se reunio con|se reune con|reunion con|recibio a|felicito a|"
    "felicita a|saludo del|saludo de|felicitaciones|llamada con|intercambiaron|"
    // German.
    "telefonierte|telefoniert|telefonat mit|gesprach mit|treffen mit|traf|trifft|empfing|empfangt|gratulierte|"
    "gratuliert|kondolierte|tauschten|"
    // Russian.
    "обменялись|телефонный разговор|встретился с|встретилась с|встреча с|переговоры с|провел переговоры|"
    "поздравил|направил|принял|примет|выразил соболезнования|беседа с|между|";

constexpr auto kTopics = std::to_array<std::string_view>(
    {"about",       "regarding", "concerning", "discuss",    "discussed",  "discussing", "during",   "after",
     "before",      "ahead",     "following",  "where",      "which",      "who",        "whose",    "that",
     "amid",        "over",      "as",         "while",      "because",    "since",      "against",  "despite",
     "focused",     "focusing",  "reaffirm",   "reaffirmed", "noted",      "said",       "stressed", "emphasized",
     "underscored", "thanked",   "condemned",  "condemning", "pour",       "afin",       "lors",     "sobre",
     "durante",     "uber",      "um",         "wahrend",    "nachdem",    "о",          "об",       "чтобы",
     "который",     "которая",   "ситуации",   "expressed",  "highlighted"});

constexpr auto kOffices = std::to_array<std::string_view>({"president",
                                                           "premier",
                                                           "minister",
                                                           "ministers",
                                                           "chancellor",
                                                           "secretary",
                                                           "king",
                                                           "queen",
                                                           "emperor",
                                                           "emir",
                                                           "sultan",
                                                           "prince",
                                                           "ambassador",
                                                           "envoy",
                                                           "counterpart",
                                                           "counterparts",
                                                           "leader",
                                                           "leaders",
                                                           "presidents",
                                                           "premiers",
                                                           "side",
                                                           "sides",
                                                           "delegation",
                                                           "delegations",
                                                           "government",
                                                           "governments",
                                                           "people",
                                                           "peoples",
                                                           "head",
                                                           "heads",
                                                           "speaker",
                                                           "chairman",
                                                           "foreign",
                                                           "prime",
                                                           "vice",
                                                           "deputy",
                                                           "federal",
                                                           "state",
                                                           "councilor",
                                                           "councillor",
                                                           "representative",
                                                           "representatives",
                                                           "officials",
                                                           "colleague",
                                                           "colleagues",
                                                           "taoiseach",
                                                           "president-elect",
                                                           "elect",
                                                           "national",
                                                           "talks",
                                                           "negotiations",
                                                           "summit",
                                                           "defense",
                                                           "defence",
                                                           "special",
                                                           "republic",
                                                           "kingdom",
                                                           "nation",
                                                           "citizens",
                                                           "high",
                                                           "chief",
                                                           "director",
                                                           "interim",
                                                           "acting",
                                                           "crown",
                                                           "alternate",
                                                           "presidente",
                                                           "presidenta",
                                                           "premierministre",
                                                           "ministre",
                                                           "homologue",
                                                           "chancelier",
                                                           "peuple",
                                                           "roi",
                                                           "ministro",
                                                           "ministra",
                                                           "canciller",
                                                           "pueblo",
                                                           "rey",
                                                           "gobierno",
                                                           "prasident",
                                                           "prasidentin",
                                                           "ministerprasident",
                                                           "ministerprasidentin",
                                                           "bundeskanzler",
                                                           "bundeskanzlerin",
                                                           "kanzler",
                                                           "kanzlerin",
                                                           "aussenminister",
                                                           "aussenministerin",
                                                           "amtskollege",
                                                           "amtskollegen",
                                                           "президент",
                                                           "президентом",
                                                           "президента",
                                                           "президенту",
                                                           "председатель",
                                                           "председателя",
                                                           "председателем",
                                                           "премьер",
                                                           "министр",
                                                           "министром",
                                                           "канцлером",
                                                           "канцлер",
                                                           "стороной"});

template <class List>
bool has(const List& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

}  // namespace

std::optional<Encounter> find_encounter(const EventWords& words, std::size_t first, std::size_t last) {
  static const PhraseIndex index = [] {
    PhraseIndex built;
    built.add_all(kEncounters, 0);
    return built;
  }();
  for (std::size_t at = first; at < last; ++at) {
    const auto match = index.longest_at(words, at);
    if (match.words > 0) return Encounter{at, at + match.words};
  }
  return std::nullopt;
}

std::size_t end_of_sides(const EventWords& words, std::size_t first, std::size_t last) {
  constexpr auto kDays =
      std::to_array<std::string_view>({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"});
  for (std::size_t at = first; at < last; ++at) {
    const std::string_view word = words[at].folded;
    const std::string_view next = words.folded(at + 1);
    if (has(kTopics, word)) return at;
    // "On" begins what it is about, but "on Thursday" and "on behalf of" do not.
    const bool number = !next.empty() && next[0] >= '0' && next[0] <= '9';
    if (word == "on" && next != "behalf" && !number && !has(kDays, next)) return at;
    // "to discuss", "to review", not "to the President", "to Turkey".
    if (word == "to" && at > first && at + 1 < last && !words[at + 1].capital && next != "the" && next != "his" &&
        next != "her" && next != "their") {
      return at;
    }
  }
  return last;
}

bool names_side(std::string_view folded) { return has(kOffices, folded); }

}  // namespace communique::corpus
