// SPDX-License-Identifier: GPL-3.0-or-later
// Which words stand for months, week-days, days and periods, in English, French, Spanish, German and Russian?
#pragma once

#include <cstdint>
#include <string_view>

namespace communique::corpus {

enum class TimeKind : std::uint8_t {
  Month,        ///< value: 1 to 12
  Weekday,      ///< value: 0 = Sunday to 6 = Saturday
  Day,          ///< "yesterday"; value: days from the statement's
  Unit,         ///< "week", "month", "year", "morning"; value: a TimeUnit
  Relative,     ///< "last", "this", "next"; value: -1, 0, 1
  Preposition,  ///< what stands before a bare month or year: "in", "since"
  Filler,       ///< what may stand inside a date: "of", "the", "dem"
};

enum class TimeUnit : std::int8_t { PartOfDay, Week, Month, Year };

/// How far a word may be trusted.
enum class TimeTrust : std::uint8_t {
  Full,
  Doubtful,  ///< "May", "March", "Sun", "mañana": only with a number, a preposition or a relative word beside it
};

struct TimeWord {
  std::string_view word;  ///< as EventWords folds it
  TimeKind kind;
  std::int8_t value = 0;
  TimeTrust trust = TimeTrust::Full;
};

/// The words of one language. Built once; safe from any thread.
class TimeWords {
 public:
  /// nullptr for a language that is not known; an empty one is taken for English.
  static const TimeWords* of(std::string_view lang);

  /// nullptr if the folded word is none of them.
  const TimeWord* find(std::string_view folded) const;

  /// False if no word begins with these three bytes, ASCII letters in either case; `third` may be behind the end of a
  /// word of two. Months, week-days, days and units only: the others never stand for a time by themselves.
  bool may_begin(unsigned char first, unsigned char second, unsigned char third) const {
    const std::uint32_t pair = pair_key(first, second);
    if ((begins_[pair >> 6U] >> (pair & 63U) & 1U) == 0) return false;
    if (!is_ascii_letter(first) || !is_ascii_letter(second) || !is_ascii_letter(third)) return true;
    const std::uint32_t three = three_key(first, second, third);
    return (three_[three >> 6U] >> (three & 63U) & 1U) != 0;
  }

  /// True where months and week-days are written with a capital.
  bool capital_months() const { return capital_; }

 private:
  TimeWords(std::string_view lang, bool capital_months);
  static std::uint32_t pair_key(unsigned char first, unsigned char second) {
    if (first < 0x80) first |= 0x20U;
    if (first < 0x80 && second < 0x80) second |= 0x20U;
    return static_cast<std::uint32_t>(first) << 8U | second;
  }
  static bool is_ascii_letter(unsigned char c) { return (c | 0x20U) >= 'a' && (c | 0x20U) <= 'z'; }
  /// Of three ASCII letters, five bits of each.
  static std::uint32_t three_key(unsigned char first, unsigned char second, unsigned char third) {
    return (first & 31U) << 10U | (second & 31U) << 5U | (third & 31U);
  }
  void add_beginning(std::string_view word);

  /// Slots of a hash table with open addressing; nullptr where empty.
  static constexpr std::size_t kSlots = 512;
  const TimeWord* slots_[kSlots] = {};
  std::uint64_t begins_[1024] = {};
  std::uint64_t three_[512] = {};
  bool capital_ = false;
};

}  // namespace communique::corpus
