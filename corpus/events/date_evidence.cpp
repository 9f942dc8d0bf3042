// SPDX-License-Identifier: GPL-3.0-or-later
// Evidence in the words: anniversaries, years called outgoing or coming, events that lie ahead, occasions. English.
#include "corpus/events/date_evidence.h"

#include <algorithm>
#include <array>

namespace communique::corpus {

namespace {

using schema::Date;

struct NumberWord {
  std::string_view word;
  int value;
};

constexpr auto kNumbers = std::to_array<NumberWord>(
    {{"five", 5},    {"fifth", 5},      {"ten", 10},      {"tenth", 10},      {"fifteen", 15},   {"fifteenth", 15},
     {"twenty", 20}, {"twentieth", 20}, {"thirty", 30},   {"thirtieth", 30},  {"forty", 40},     {"fortieth", 40},
     {"fifty", 50},  {"fiftieth", 50},  {"sixty", 60},    {"sixtieth", 60},   {"seventy", 70},   {"seventieth", 70},
     {"eighty", 80}, {"ninety", 90},    {"hundred", 100}, {"hundredth", 100}, {"centenary", 100}});

/// Earlier years are history; later ones are plans.
constexpr int kFirstYear = 1946;
constexpr int kLastYear = 2099;

int digits_of(std::string_view word) {
  int value = 0;
  std::size_t at = 0;
  for (; at < word.size() && word[at] >= '0' && word[at] <= '9' && at < 4; ++at) value = value * 10 + (word[at] - '0');
  const std::string_view ending = word.substr(at);
  const bool plain = ending.empty() || ending == "th" || ending == "st" || ending == "nd" || ending == "rd";
  return at > 0 && plain ? value : -1;
}

/// 5 to 150, in digits or one word; -1 if none.
int years_counted(std::string_view word) {
  const int digits = digits_of(word);
  if (digits >= 5 && digits <= 150) return digits;
  for (const NumberWord& number : kNumbers) {
    if (number.word == word) return number.value;
  }
  return -1;
}

int year_of(std::string_view word) {
  const int digits = word.size() == 4 ? digits_of(word) : -1;
  return digits >= 1800 && digits <= kLastYear ? digits : -1;
}

bool is_one_of(std::string_view word, std::string_view list) {
  return !word.empty() && (" " + std::string(list) + " ").find(" " + std::string(word) + " ") != std::string::npos;
}

/// Calls `use` for each run of words without a stop in it. "in 2001, and" is one run: commas do not end it.
template <class Use>
void for_each_sentence(const EventWords& words, Use use) {
  for (std::size_t first = 0; first < words.size();) {
    std::size_t last = first + 1;
    while (last < words.size() && !words[last].after_stop) ++last;
    use(first, last);
    first = last;
  }
}

Period whole_year(int year) {
  const auto y = static_cast<std::int16_t>(year);
  return {{y, 1, 1}, {y, 12, 31}};
}

std::string printed(std::string_view text, const EventWord& from, const EventWord& to) {
  return std::string(text.substr(from.start, to.end - from.start));
}

bool contains(const EventWords& words, std::size_t first, std::size_t last, std::string_view list) {
  for (std::size_t at = first; at < last; ++at) {
    if (is_one_of(words[at].folded, list)) return true;
  }
  return false;
}

/// Sentences with these words count other years, or an anniversary that is still to come.
constexpr std::string_view kNoAnniversary =
    "prison jail imprisonment sentenced aged loan planned plan preparation preparations prepare upcoming will would "
    "ahead "
    "forthcoming";

constexpr std::string_view kCelebrated =
    "celebrated celebrate celebrates celebrating marked mark marks marking commemorate commemorated commemorates";

/// Terms that nobody used before.
struct Coined {
  std::string_view word;
  Date since;
  std::string_view shown;
};
constexpr auto kCoined =
    std::to_array<Coined>({{"covid", {2020, 2, 11}, "COVID-19"}, {"brexit", {2012, 5, 1}, "Brexit"}});

constexpr Date kEndOfTime{kLastYear, 12, 31};

constexpr std::string_view kAhead =
    "open opens opening will upcoming forthcoming next coming ahead prepare prepares preparing preparations forward "
    "soon";
constexpr std::string_view kBehind = "hosted successful success successfully concluded past last won took";
constexpr std::string_view kBehindAfter = "held was were had ended opened closed";

/// "in the Chinese capital", "in Beijing", "the Hamburg G20 summit": a country merely named takes part.
bool hosts(const KnownEvent& event, const EventWords& words, Span sentence, Span name) {
  for (std::size_t at = sentence.start; at < sentence.end; ++at) {
    if (words[at].folded.size() < 3 || !is_one_of(words[at].folded, event.hosts)) continue;
    const bool beside = at + 1 == name.start || at == name.end;
    const std::size_t front = at > sentence.start + 2 ? at - 2 : sentence.start;
    if (beside || contains(words, front, at, "in at")) return true;
  }
  return false;
}

/// The events an event's name may mean: by the year given with it, or the host named in its sentence, else all.
std::vector<const KnownEvent*> events_meant(std::string_view kind, const EventWords& words, Span sentence, Span name) {
  std::vector<const KnownEvent*> all;
  std::vector<const KnownEvent*> hosted;
  std::vector<const KnownEvent*> dated;
  for (const KnownEvent& event : known_events()) {
    if (event.kind != kind) continue;
    all.push_back(&event);
    if (hosts(event, words, sentence, name)) hosted.push_back(&event);
    for (std::size_t at = sentence.start; at < sentence.end; ++at) {
      if (year_of(words[at].folded) == event.from.year) dated.push_back(&event);
    }
  }
  if (!dated.empty()) return dated;
  return hosted.empty() ? all : hosted;
}

/// The words that say whether it lies ahead stand close to its name.
constexpr std::uint32_t kTenseWords = 9;
constexpr std::array<std::string_view, 13> kMonths = {"",        "january",  "february", "march",  "april",
                                                      "may",     "june",     "july",     "august", "september",
                                                      "october", "november", "december"};

/// True if the sentence says that it is soon, by its month or by "this year".
bool is_soon(const KnownEvent& event, const EventWords& words, Span near) {
  for (std::size_t at = near.start; at < near.end; ++at) {
    const std::string_view word = words[at].folded;
    if (word == kMonths[event.from.month]) return true;
    const bool unit = word == "year" || word == "month" || word == "week";
    if (unit && at > near.start && is_one_of(words[at - 1].folded, "this next coming")) return true;
  }
  return false;
}

void add_event(const EventName& name, const EventWords& words, Span at, std::vector<DateEvidence>& found) {
  Span sentence = at;
  while (sentence.start > 0 && !words[sentence.start].after_stop) --sentence.start;
  while (sentence.end < words.size() && !words[sentence.end].after_stop) ++sentence.end;
  const Span near{std::max(sentence.start, at.start - std::min(at.start, kTenseWords)),
                  std::min(sentence.end, at.end + kTenseWords)};
  if (contains(words, near.start, near.end, kBehind) || contains(words, at.end, near.end, kBehindAfter)) return;
  if (!contains(words, near.start, near.end, kAhead)) return;
  const auto events = events_meant(name.kind, words, sentence, at);
  if (events.empty()) return;
  DateEvidence evidence;
  // Without host or year it comes again every few years, and "the next Olympics" may be four years off.
  evidence.pins = events.size() == 1 && is_soon(*events[0], words, near);
  const int days_ahead = evidence.pins ? 365 : 4 * 365;
  for (const KnownEvent* event : events) {
    evidence.periods.push_back({schema::add_days(event->from, -days_ahead), event->from});
  }
  evidence.reason = "the " + std::string(name.label);
  if (events.size() == 1) evidence.reason += " of " + Date{events[0]->from.year, events[0]->from.month, 0}.to_string();
  evidence.reason += " still to come";
  found.push_back(std::move(evidence));
}

/// Words from the number to the year it is counted from.
constexpr std::size_t kAnniversaryWords = 14;

/// The year an anniversary counts from, if one year stands shortly behind it: "20th anniversary of the 2001 treaty". A
/// range of years ("the war of 1941-1945") is none.
int counted_from(const EventWords& words, std::string_view text, std::size_t first, std::size_t last) {
  int year = -1;
  for (std::size_t at = first; at < std::min(last, first + kAnniversaryWords); ++at) {
    const int here = year_of(words[at].folded);
    if (here < 0) continue;
    const std::string_view after = text.substr(words[at].end, 3);
    if (year > 0 || after.starts_with("-") || after.starts_with("\u2013")) return -1;
    year = here;
  }
  return year;
}

}  // namespace

void find_anniversaries(const EventWords& words, std::string_view text, std::vector<DateEvidence>& found) {
  for_each_sentence(words, [&](std::size_t first, std::size_t last) {
    if (contains(words, first, last, kNoAnniversary)) return;
    for (std::size_t at = first; at + 3 < last; ++at) {
      const std::string_view next = words[at + 1].folded;
      if (next != "years" && next != "anniversary") continue;
      const int count = years_counted(words[at].folded);
      const std::string_view then = words[at + 2].folded;
      const bool celebrated = at > first && is_one_of(words[at - 1].folded, kCelebrated);
      const bool ago = then == "ago" && words[at + 3].folded == "in";
      if (count < 0 || (next == "years" && !celebrated && !ago)) continue;
      // "Ten years ago, in 2001": the year stands right behind.
      const int from = counted_from(words, text, at + 2, ago ? std::min(last, at + 5) : last);
      const int year = from + count;
      if (from < 0 || year < kFirstYear || year > kLastYear) continue;
      found.push_back({{whole_year(year)},
                       true,
                       "\"" + printed(text, words[at], words[at + 1]) + "\" from " + std::to_string(from)});
    }
  });
}

void find_named_years(const EventWords& words, std::vector<DateEvidence>& found) {
  for (std::size_t at = 1; at < words.size(); ++at) {
    const int year = year_of(words[at].folded);
    if (year < kFirstYear || words[at].after_stop) continue;
    const std::size_t word = words[at - 1].folded == "year" && at > 1 ? at - 2 : at - 1;
    const std::string_view named = words[word].folded;
    const auto y = static_cast<std::int16_t>(year);
    const auto before = static_cast<std::int16_t>(year - 1);
    if (named == "outgoing" || named == "departing") {
      found.push_back({{{{y, 11, 15}, {y, 12, 31}}}, true, std::to_string(year) + " is the outgoing year"});
    } else if ((named == "coming" || named == "new" || named == "incoming") && word + 2 == at) {
      found.push_back({{{{before, 11, 15}, {y, 1, 31}}}, true, std::to_string(year) + " is the year to come"});
    }
  }
}

void find_event_evidence(const EventWords& words, std::vector<DateEvidence>& found) {
  static const PhraseIndex names = index_of(event_names());
  for (std::size_t at = 0; at < words.size(); ++at) {
    for (const Coined& coined : kCoined) {
      if (words[at].folded != coined.word) continue;
      const bool known =
          std::any_of(found.begin(), found.end(), [&](const DateEvidence& e) { return e.reason == coined.shown; });
      if (!known) found.push_back({{{coined.since, kEndOfTime}}, false, std::string(coined.shown)});
    }
    const auto match = names.longest_at(words, at);
    if (match.words == 0) continue;
    add_event(event_names()[match.phrase], words,
              {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + match.words)}, found);
  }
}

std::optional<OccasionFound> find_occasion(const EventWords& words, std::string_view text) {
  static const PhraseIndex names = index_of(occasions());
  constexpr std::array<std::string_view, 7> kDays = {"sunday",   "monday", "tuesday", "wednesday",
                                                     "thursday", "friday", "saturday"};
  for (std::size_t at = 0; at < words.size(); ++at) {
    const auto match = names.longest_at(words, at);
    if (match.words == 0) continue;
    OccasionFound found{&occasions()[match.phrase], -1, {}};
    std::size_t first = at;
    while (first > 0 && !words[first].after_stop) --first;
    std::size_t last = at + match.words;
    while (last < words.size() && !words[last].after_stop) ++last;
    for (std::size_t word = first; word < last; ++word) {
      const auto* const day = std::find(kDays.begin(), kDays.end(), words[word].folded);
      if (day == kDays.end()) continue;
      found.weekday = static_cast<int>(day - kDays.begin());
      found.weekday_printed = printed(text, words[word], words[word]);
      break;
    }
    return found;
  }
  return std::nullopt;
}

}  // namespace communique::corpus
