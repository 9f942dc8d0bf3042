// SPDX-License-Identifier: GPL-3.0-or-later
// Rules by the end of a word, and a table of what follows no rule. A rule asks for enough letters before it to leave
// "four", "rise" and "filing" alone.
#include "searcher/quote/spelling_variant.h"

#include <algorithm>
#include <array>
#include <utility>

namespace communique::searcher {
namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 30> kWords = {{
    {"acknowledgement", "acknowledgment"},
    {"acknowledgements", "acknowledgments"},
    {"ageing", "aging"},
    {"aluminium", "aluminum"},
    {"analogue", "analog"},
    {"cheque", "check"},
    {"cheques", "checks"},
    {"cosy", "cozy"},
    {"defence", "defense"},
    {"defences", "defenses"},
    {"enrol", "enroll"},
    {"enrolment", "enrollment"},
    {"fulfil", "fulfill"},
    {"fulfilment", "fulfillment"},
    {"grey", "gray"},
    {"instalment", "installment"},
    {"instalments", "installments"},
    {"jewellery", "jewelry"},
    {"judgement", "judgment"},
    {"judgements", "judgments"},
    {"licence", "license"},
    {"licences", "licenses"},
    {"manoeuvre", "maneuver"},
    {"manoeuvres", "maneuvers"},
    {"offence", "offense"},
    {"offences", "offenses"},
    {"practise", "practice"},
    {"practised", "practiced"},
    {"sceptical", "skeptical"},
    {"skilful", "skillful"},
}};

/// An ending in one spelling and in the other, and the letters that must stand before it.
struct Rule {
  std::string_view ending;
  std::string_view common;
  std::size_t stem;
};

// The longer ending first where one ends in another.
constexpr std::array kRules = {
    Rule{"isations", "izations", 3}, Rule{"isation", "ization", 3}, Rule{"ising", "izing", 3}, Rule{"ised", "ized", 3},
    Rule{"ises", "izes", 3},         Rule{"iser", "izer", 3},       Rule{"isers", "izers", 3}, Rule{"ise", "ize", 3},
    Rule{"isational", "izational", 3}, Rule{"ysing", "yzing", 4},   Rule{"ysed", "yzed", 4},   Rule{"yse", "yze", 4},
    Rule{"ourable", "orable", 3},    Rule{"ourably", "orably", 3},  Rule{"ourful", "orful", 3}, Rule{"ouring", "oring", 3},
    Rule{"oured", "ored", 3},        Rule{"ourite", "orite", 3},    Rule{"ourites", "orites", 3}, Rule{"ours", "ors", 3},
    Rule{"ourhood", "orhood", 3},    Rule{"ourhoods", "orhoods", 3}, Rule{"our", "or", 3},     Rule{"ourers", "orers", 3},
    Rule{"ourer", "orer", 3},        Rule{"tre", "ter", 3},         Rule{"tres", "ters", 3},   Rule{"tred", "tered", 3},
    Rule{"bre", "ber", 2},           Rule{"bres", "bers", 2},       Rule{"litre", "liter", 0}, Rule{"litres", "liters", 0},
    Rule{"metre", "meter", 0},       Rule{"metres", "meters", 0},   Rule{"ogue", "og", 3},     Rule{"ogues", "ogs", 3},
    Rule{"programme", "program", 0}, Rule{"programmes", "programs", 0},
    Rule{"lling", "ling", 4},        Rule{"lled", "led", 4},        Rule{"ller", "ler", 4},    Rule{"llers", "lers", 4},
    Rule{"llor", "lor", 4},          Rule{"llors", "lors", 4},
};

bool is_vowel(char c) { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' || c == 'y'; }

std::size_t syllables(std::string_view word) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < word.size(); ++i) {
    if (is_vowel(word[i]) && (i == 0 || !is_vowel(word[i - 1]))) ++count;
  }
  return count;
}

bool applies(const Rule& rule, std::string_view word) {
  if (!word.ends_with(rule.ending) || word.size() < rule.ending.size() + rule.stem) return false;
  // "travelled" has one l in American English, "called" two everywhere.
  return !rule.ending.starts_with("ll") || syllables(word.substr(0, word.size() - rule.ending.size())) >= 2;
}

}  // namespace

std::string common_spelling(std::string_view word) {
  if (word.ends_with("'s")) return common_spelling(word.substr(0, word.size() - 2)) + "'s";
  for (const auto& [british, american] : kWords) {
    if (word == british) return std::string(american);
  }
  for (const Rule& rule : kRules) {
    if (applies(rule, word)) {
      return std::string(word.substr(0, word.size() - rule.ending.size())) + std::string(rule.common);
    }
  }
  return std::string(word);
}

bool is_spelling_variant(std::string_view a, std::string_view b) {
  return a != b && common_spelling(a) == common_spelling(b);
}

}  // namespace communique::searcher
