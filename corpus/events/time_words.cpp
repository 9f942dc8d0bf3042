// SPDX-License-Identifier: GPL-3.0-or-later
// Look-up: a small hash table per language, and the pairs of letters that its words begin with.
#include "corpus/events/time_words.h"

#include "corpus/events/time_tables.h"

namespace communique::corpus {

namespace {

std::size_t hash_of(std::string_view word) {
  std::size_t hash = word.size();
  for (const char c : word) hash = hash * 31 + static_cast<unsigned char>(c);
  return hash ^ hash >> 9U;
}

bool stands_alone(TimeKind kind) {
  return kind == TimeKind::Month || kind == TimeKind::Weekday || kind == TimeKind::Day || kind == TimeKind::Unit;
}

}  // namespace

TimeWords::TimeWords(std::string_view lang, bool capital_months) : capital_(capital_months) {
  for (const TimeWord& word : time_table(lang)) {
    std::size_t at = hash_of(word.word) % kSlots;
    while (slots_[at] != nullptr && slots_[at]->word != word.word) at = (at + 1) % kSlots;
    if (slots_[at] == nullptr) slots_[at] = &word;
    if (stands_alone(word.kind)) add_beginning(word.word);
  }
}

void TimeWords::add_beginning(std::string_view word) {
  const auto first = static_cast<unsigned char>(word[0]);
  const auto second = static_cast<unsigned char>(word[1]);
  const auto add = [&](unsigned char a, unsigned char b) {
    const std::uint32_t key = pair_key(a, b);
    begins_[key >> 6U] |= std::uint64_t{1} << (key & 63U);
  };
  add(first, second);
  const unsigned char third = word.size() > 2 ? static_cast<unsigned char>(word[2]) : 0;
  if (is_ascii_letter(first) && is_ascii_letter(second) && is_ascii_letter(third)) {
    const std::uint32_t three = three_key(first, second, third);
    three_[three >> 6U] |= std::uint64_t{1} << (three & 63U);
  }
  // An accent on the second letter, which folding takes away: "février".
  if (first < 0x80) {
    for (unsigned char lead = 0xC3; lead <= 0xC5; ++lead) add(first, lead);
    return;
  }
  // Cyrillic: the capital is U+0020 below; D1 80 (р) to D1 8F come from D0 A0 to D0 AF.
  if (first == 0xD0) add(0xD0, static_cast<unsigned char>(second - 0x20));
  if (first == 0xD1) add(0xD0, static_cast<unsigned char>(second + 0x20));
}

const TimeWords* TimeWords::of(std::string_view lang) {
  static const TimeWords english("en", true);
  static const TimeWords french("fr", false);
  static const TimeWords spanish("es", false);
  static const TimeWords german("de", true);
  static const TimeWords russian("ru", false);
  if (lang.empty() || lang == "en") return &english;
  if (lang == "fr") return &french;
  if (lang == "es") return &spanish;
  if (lang == "de") return &german;
  return lang == "ru" ? &russian : nullptr;
}

const TimeWord* TimeWords::find(std::string_view folded) const {
  for (std::size_t at = hash_of(folded) % kSlots; slots_[at] != nullptr; at = (at + 1) % kSlots) {
    if (slots_[at]->word == folded) return slots_[at];
  }
  return nullptr;
}

}  // namespace communique::corpus
