// SPDX-License-Identifier: GPL-3.0-or-later
// Expressions of time. One pass looks at the first letters of each word; only where they may begin a month, a
// week-day, a day or a unit of time is the word read, and then its neighbours.
//
// "on Friday, 31 December" -> Friday: a week-day · December: a day before it, no year after it; Friday joins -> one
// expression, 31 December of the year nearest to the statement's date
#include <algorithm>
#include <array>
#include <cstdlib>
#include <string>

#include "corpus/events/dates.h"
#include "corpus/events/time_tokens.h"

namespace communique::corpus {

namespace {

using schema::Date;

constexpr int kFirstYear = 1000;
constexpr int kLastYear = 2100;

Date make_date(int year, int month, int day) {
  return {static_cast<std::int16_t>(year), static_cast<std::uint8_t>(month), static_cast<std::uint8_t>(day)};
}

/// Days from one day to another, roughly where years differ: only for comparing.
int days_apart(const Date& a, const Date& b) {
  return std::abs((a.year - b.year) * 365 + (a.month - b.month) * 30 + (a.day - b.day));
}

class TimeFinder {
 public:
  TimeFinder(std::string_view text, const TimeWords& words, const std::optional<Date>& date)
      : text_(text), words_(words), tokens_(text, words), date_(date) {}
  std::vector<TimeExpression> find();

 private:
  std::size_t on_word(const TimeWord& word, std::size_t start, std::size_t end);
  std::size_t on_month(const TimeWord& word, std::size_t start, std::size_t end);
  void on_bare_month(const TimeWord& word, std::size_t start, std::size_t end);
  void on_weekday(const TimeWord& word, std::size_t start, std::size_t end);
  void on_unit(const TimeWord& word, std::size_t start, std::size_t end);
  std::size_t on_number(std::size_t start);

  bool is_to_the_day() const { return date_ && date_->day != 0; }
  int nearest_year(int month, int day) const;
  int relative_beside(TimeToken before, TimeToken after, std::size_t& start, std::size_t& end) const;
  void add(std::size_t start, std::size_t end, const Date& date);
  void add_joined(std::size_t start, std::size_t end, const Date& date);

  std::string_view text_;
  const TimeWords& words_;
  TimeTokens tokens_;
  const std::optional<Date>& date_;
  Span weekday_;  ///< the last week-day, for the date that may follow it
  bool weekday_added_ = false;
  std::vector<TimeExpression> found_;
};

std::vector<TimeExpression> TimeFinder::find() {
  const std::size_t size = text_.size();
  const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(text_[at]); };
  for (std::size_t at = 0; at < size;) {
    const unsigned char c = byte(at);
    if (TimeTokens::is_letter(c)) {
      std::size_t end = at + 1;
      while (end < size && TimeTokens::is_word_byte(byte(end))) ++end;
      if (end - at > 1 && end - at <= TimeTokens::kLongestWord &&
          words_.may_begin(c, byte(at + 1), tokens_.byte(at + 2))) {
        const TimeWord* word = tokens_.word_at(at, end);
        if (word != nullptr) end = on_word(*word, at, end);
      }
      at = end;
    } else if (TimeTokens::is_digit(c)) {
      at = on_number(at);
    } else {
      ++at;
    }
  }
  return std::move(found_);
}

std::size_t TimeFinder::on_word(const TimeWord& word, std::size_t start, std::size_t end) {
  switch (word.kind) {
    case TimeKind::Month:
      return on_month(word, start, end);
    case TimeKind::Weekday:
      on_weekday(word, start, end);
      return end;
    case TimeKind::Unit:
      on_unit(word, start, end);
      return end;
    case TimeKind::Day: {
      // "la mañana", "heute Morgen": a time of day, after whatever word that is of the tables.
      const TimeWord* before = word.trust == TimeTrust::Doubtful ? tokens_.previous(start).word : nullptr;
      const bool this_morning = before != nullptr && before->kind == TimeKind::Relative && before->value == 0;
      if (before != nullptr && !this_morning) return end;
      if (word.trust == TimeTrust::Doubtful && tokens_.byte(start) < 'a') return end;
      if (word.word == "aujourd" && tokens_.byte(end) != ' ') {
        while (end < text_.size() && tokens_.byte(end) != 'i') ++end;  // "aujourd'hui", with either apostrophe
        ++end;
      }
      if (is_to_the_day())
        add(start, std::min(end, text_.size()), schema::add_days(*date_, this_morning ? 0 : word.value));
      return end;
    }
    default:
      return end;
  }
}

std::size_t TimeFinder::on_month(const TimeWord& word, std::size_t start, std::size_t end) {
  if (words_.capital_months() && !(tokens_.byte(start) >= 'A' && tokens_.byte(start) <= 'Z')) return end;
  const TimeToken before = tokens_.previous_value(start);
  int day = before.number;
  std::size_t first = before.start;
  TimeToken after = tokens_.next_value(end);
  if (day < 1 || day > 31 || tokens_.byte(before.end) == ',') {
    first = start;
    day = after.number >= 1 && after.number <= 31 && tokens_.byte(after.end) != ':' ? after.number : 0;
    // "May 2 000" and "December 31.5" are no days.
    if (day != 0) {
      end = after.end;
      after = tokens_.next_value(end);
    }
  }
  const bool has_year = after.number >= kFirstYear && after.number <= kLastYear;
  if (has_year) end = after.end;
  if (day == 0 && !has_year) {
    on_bare_month(word, start, end);
    return end;
  }
  if (!has_year && !date_) return end;
  const Date date = make_date(has_year ? after.number : nearest_year(word.value, day), word.value, day);
  if (schema::is_valid(date)) add_joined(first, end, date);
  return end;
}

/// "in February", "last December"; a month whose name is sure may also stand alone.
void TimeFinder::on_bare_month(const TimeWord& word, std::size_t start, std::size_t end) {
  if (!date_) return;
  const TimeToken before = tokens_.previous(start);
  const TimeToken after = tokens_.next(end);
  std::size_t first = start;
  const bool preposition = before.is(TimeKind::Preposition);
  const int relative = relative_beside(before, after, first, end);
  if (word.trust == TimeTrust::Doubtful && !preposition && relative == 2) return;
  int year = nearest_year(word.value, 0);
  if (relative == -1) year = date_->year - (word.value >= date_->month ? 1 : 0);
  if (relative == 1) year = date_->year + (word.value <= date_->month ? 1 : 0);
  if (relative == 0) year = date_->year;
  add(first, end, make_date(year, word.value, 0));
}

/// -1, 0 or 1 if a word such as "last" stands before, or in French and Spanish behind; the span is widened over it. 2
/// if none does.
int TimeFinder::relative_beside(TimeToken before, TimeToken after, std::size_t& start, std::size_t& end) const {
  if (before.is(TimeKind::Relative)) {
    start = before.start;
    return before.word->value;
  }
  if (!words_.capital_months() && after.is(TimeKind::Relative) && after.word->value != 0) {
    end = after.end;
    return after.word->value;
  }
  return 2;
}

void TimeFinder::on_weekday(const TimeWord& word, std::size_t start, std::size_t end) {
  if (words_.capital_months() && !(tokens_.byte(start) >= 'A' && tokens_.byte(start) <= 'Z')) return;
  weekday_ = {static_cast<std::uint32_t>(start), static_cast<std::uint32_t>(end)};
  weekday_added_ = false;
  if (!is_to_the_day()) return;
  const TimeToken before = tokens_.previous(start);
  if (word.trust == TimeTrust::Doubtful && before.word == nullptr) return;
  const int relative = relative_beside(before, tokens_.next(end), start, end);
  const int back = (schema::weekday(*date_) - word.value + 7) % 7;
  // "Last Friday" on a Friday is not today; "next" and "coming" look ahead.
  int days = -back;
  if (relative == -1 && back == 0) days = -7;
  if (relative == 1) days = 7 - back;
  weekday_added_ = true;
  add(start, end, schema::add_days(*date_, days));
}

void TimeFinder::on_unit(const TimeWord& word, std::size_t start, std::size_t end) {
  if (!date_) return;
  const int relative = relative_beside(tokens_.previous(start), tokens_.next(end), start, end);
  if (relative == 2) return;
  switch (static_cast<TimeUnit>(word.value)) {
    case TimeUnit::PartOfDay:
      if (relative == 0 && is_to_the_day()) add(start, end, *date_);
      return;
    case TimeUnit::Week: {
      if (!is_to_the_day()) return;
      // A week has no precision of its own: its month, where all of it lies in one.
      const Date monday = schema::add_days(*date_, 7 * relative - (schema::weekday(*date_) + 6) % 7);
      if (schema::add_days(monday, 6).month == monday.month) add(start, end, make_date(monday.year, monday.month, 0));
      return;
    }
    case TimeUnit::Month: {
      if (date_->month == 0) return;
      const int months = date_->year * 12 + date_->month - 1 + relative;
      add(start, end, make_date(months / 12, months % 12 + 1, 0));
      return;
    }
    case TimeUnit::Year:
      add(start, end, make_date(date_->year + relative, 0, 0));
      return;
  }
}

/// A year after a preposition, and dates in digits: 2021-12-31, 31.12.2021.
std::size_t TimeFinder::on_number(std::size_t start) {
  std::size_t end = start;
  while (end < text_.size() && TimeTokens::is_digit(tokens_.byte(end))) ++end;
  const bool inside =
      start > 0 && (TimeTokens::is_word_byte(tokens_.byte(start - 1)) || tokens_.byte(start - 1) == '.' ||
                    tokens_.byte(start - 1) == ',' || tokens_.byte(start - 1) == '-' ||
                    tokens_.byte(start - 1) == '/' || tokens_.byte(start - 1) == '$');
  const auto number = [&](std::size_t at, std::size_t digits) {
    int value = 0;
    for (std::size_t i = at; i < at + digits; ++i) {
      if (!TimeTokens::is_digit(tokens_.byte(i))) return -1;
      value = value * 10 + (tokens_.byte(i) - '0');
    }
    return TimeTokens::is_digit(tokens_.byte(at + digits)) ? -1 : value;
  };
  if (inside) return end;
  Date date;
  if (end - start == 4 && tokens_.byte(end) == '-' && tokens_.byte(end + 3) == '-') {
    date = make_date(number(start, 4), std::max(number(end + 1, 2), 0), std::max(number(end + 4, 2), 0));
    end += 6;
  } else if (end - start == 2 && tokens_.byte(end) == '.' && tokens_.byte(end + 3) == '.') {
    date = make_date(number(end + 4, 4), std::max(number(end + 1, 2), 0), number(start, 2));
    end += 8;
  } else if (end - start == 4 && !TimeTokens::is_word_byte(tokens_.byte(end)) && tokens_.byte(end) != '-' &&
             tokens_.byte(end) != '/') {
    const TimeToken before = tokens_.previous(start);
    const bool said = before.is(TimeKind::Preposition) || before.is(TimeKind::Unit);
    const int year = number(start, 4);
    if (said && year >= 1900 && year <= kLastYear) add(start, end, make_date(year, 0, 0));
    return end;
  } else {
    return end;
  }
  if (date.year < kFirstYear || date.month == 0 || date.day == 0 || !schema::is_valid(date)) return start + 4;
  add_joined(start, end, date);
  return end;
}

/// The year in which a month, or a day of it, lies nearest to the statement's date.
int TimeFinder::nearest_year(int month, int day) const {
  if (date_->month == 0) return date_->year;
  const Date centre = date_->day != 0 ? *date_ : make_date(date_->year, date_->month, 15);
  const auto distance = [&](int year) { return days_apart(make_date(year, month, day == 0 ? 15 : day), centre); };
  int best = date_->year;
  for (const int year : {date_->year - 1, date_->year + 1}) {
    if (distance(year) < distance(best)) best = year;
  }
  return best;
}

void TimeFinder::add(std::size_t start, std::size_t end, const Date& date) {
  found_.push_back({{static_cast<std::uint32_t>(start), static_cast<std::uint32_t>(end)}, date});
}

/// As add(), taking in a week-day right before it: "Friday, 31 December".
void TimeFinder::add_joined(std::size_t start, std::size_t end, const Date& date) {
  const bool near = weekday_.end > 0 && weekday_.end <= start && start - weekday_.end <= 6;
  if (near && date.day != 0) {
    std::string_view gap = text_.substr(weekday_.end, start - weekday_.end);
    const bool plain =
        gap == " " || gap == ", " || gap == ", the " || gap == ", dem " || gap == ", den " || gap == " the ";
    if (plain && weekday_added_) found_.pop_back();
    if (plain) start = weekday_.start;
  }
  add(start, end, date);
}

}  // namespace

std::vector<TimeExpression> find_times(std::string_view text, std::string_view lang, const std::optional<Date>& date) {
  const TimeWords* words = TimeWords::of(lang);
  return words == nullptr ? std::vector<TimeExpression>() : TimeFinder(text, *words, date).find();
}

}  // namespace communique::corpus
