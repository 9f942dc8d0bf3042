// SPDX-License-Identifier: GPL-3.0-or-later
// When was a statement made that gives no date? A dateline says so; else every year is a candidate, and what the text
// tells rules years out until one is left. Nothing where two are, and nothing where no evidence points at a year by
// itself: holders of offices and terms that were once new only rule out.
//
// "exchanged New Year greetings on Friday ... twenty years of the treaty they signed in 2001 ... the Winter Olympics,
// which open in the Chinese capital in February ... Prime Minister Mikhail Mishustin"
//   candidates: the Friday between 25 and 31 December of every year · 2001 + 20: of 2021 · Olympics of 2022 ahead:
//   from February 2021 to February 2022 · in office from 2020 -> 31 December 2021
#include <algorithm>

#include "corpus/events/date_evidence.h"
#include "corpus/events/dateline.h"
#include "corpus/events/dates.h"

namespace communique::corpus {

namespace {

using schema::Date;

/// The part of a text that is searched for evidence.
constexpr std::size_t kEvidenceBytes = 6000;
/// Leaders named with their office this early are taken to be in office; further down a text may look back.
constexpr std::size_t kOpeningBytes = 600;

constexpr std::int16_t kFirstYear = 1946;
constexpr std::int16_t kLastYear = 2040;

/// Estimates, not calibrated: in the order of how often such findings were right on a few dozen dated statements with
/// their dates hidden.
constexpr float kFullDateline = 0.95F;
constexpr float kDateWithoutPlace = 0.9F;
constexpr float kByOnePin = 0.65F;
constexpr float kByTwoPins = 0.85F;
constexpr float kByMorePins = 0.9F;
constexpr float kByTenures = 0.6F;

struct Candidate {
  Period period;
  Date date;  ///< as precise as it would be known
};

/// What a candidate is made from: a day or week that comes once a year, or just the year.
struct Anchor {
  std::optional<OccasionFound> occasion;
  std::optional<Dateline> dateline;  ///< without a year
};

Date with_year(Date date, std::int16_t year) {
  date.year = year;
  return date;
}

std::optional<Candidate> candidate_of(const Anchor& anchor, std::int16_t year) {
  if (anchor.dateline) {
    const Date day = with_year(anchor.dateline->date, year);
    return schema::is_valid(day) ? std::optional(Candidate{{day, day}, day}) : std::nullopt;
  }
  if (!anchor.occasion) return Candidate{{{year, 1, 1}, {year, 12, 31}}, {year, 0, 0}};
  const Period week{with_year(anchor.occasion->occasion->from, year), with_year(anchor.occasion->occasion->to, year)};
  if (anchor.occasion->weekday < 0 || week.from == week.to) {
    return Candidate{week, week.from == week.to ? week.from : Date{year, week.to.month, 0}};
  }
  const int ahead = (anchor.occasion->weekday - schema::weekday(week.from) + 7) % 7;
  const Date day = schema::add_days(week.from, ahead);
  return Candidate{{day, day}, day};
}

bool allows(const DateEvidence& evidence, const Period& period) {
  return std::any_of(evidence.periods.begin(), evidence.periods.end(),
                     [&](const Period& allowed) { return allowed.overlaps(period); });
}

/// The candidates that all evidence allows.
std::vector<Candidate> left_of(const Anchor& anchor, const std::vector<DateEvidence>& evidence) {
  std::vector<Candidate> left;
  for (std::int16_t year = kFirstYear; year <= kLastYear; ++year) {
    const auto candidate = candidate_of(anchor, year);
    if (!candidate) continue;
    const bool allowed = std::all_of(evidence.begin(), evidence.end(),
                                     [&](const DateEvidence& one) { return allows(one, candidate->period); });
    if (allowed) left.push_back(*candidate);
  }
  return left;
}

/// Years that the evidence leaves, roughly; those to come do not count.
int years_of(const DateEvidence& evidence) {
  int years = 0;
  for (const Period& period : evidence.periods) years += std::min(period.to.year, kLastYear) - period.from.year;
  return years;
}

std::string reason_of(const Anchor& anchor, const std::vector<DateEvidence>& evidence, const Date& date) {
  std::string reason;
  if (anchor.dateline) {
    reason = "the dateline gives \"" + std::string(anchor.dateline->printed) + "\" without a year";
  } else if (anchor.occasion) {
    reason = anchor.occasion->occasion->label;
    if (anchor.occasion->weekday >= 0) reason += " on a " + anchor.occasion->weekday_printed;
  }
  // What points at the year first; then the two that rule most years out.
  std::vector<const DateEvidence*> others;
  const auto add = [&](const DateEvidence& one) { reason += (reason.empty() ? "" : "; ") + one.reason; };
  for (const DateEvidence& one : evidence) {
    if (one.pins) {
      add(one);
    } else {
      others.push_back(&one);
    }
  }
  std::stable_sort(others.begin(), others.end(),
                   [](const DateEvidence* a, const DateEvidence* b) { return years_of(*a) < years_of(*b); });
  for (std::size_t at = 0; at < std::min<std::size_t>(others.size(), 2); ++at) add(*others[at]);
  return reason + ": " + date.to_string();
}

std::optional<FoundDate> infer(const Statement& statement, std::string_view lang, const schema::Gazetteer& gazetteer,
                               const std::optional<Dateline>& dateline) {
  if (!lang.empty() && lang != "en") return std::nullopt;
  const std::string_view text = front_of(statement.text, kEvidenceBytes);
  const EventWords words(text);
  std::vector<DateEvidence> evidence;
  find_anniversaries(words, text, evidence);
  find_named_years(words, evidence);
  find_event_evidence(words, evidence);
  const auto pins = std::count_if(evidence.begin(), evidence.end(), [](const DateEvidence& one) { return one.pins; });
  // Leaders tell the year by themselves only if two of them held their offices together in one year alone.
  const std::string_view searched = pins > 0 ? text : front_of(text, kOpeningBytes);
  const std::size_t before = evidence.size();
  find_tenures(searched, gazetteer, evidence);
  if (pins == 0 && evidence.size() < before + 2) return std::nullopt;

  const EventWords opening(front_of(text, kOpeningBytes));
  const bool supported = pins > 1 || evidence.size() > before;
  const Anchor anchor{dateline ? std::nullopt : find_occasion(opening, text), dateline};
  // One sign alone is read wrongly too often.
  if (!supported && !anchor.occasion) return std::nullopt;
  const std::vector<Candidate> left = left_of(anchor, evidence);
  if (left.size() != 1) return std::nullopt;
  FoundDate found{left[0].date, schema::DateOrigin::Inferred, reason_of(anchor, evidence, left[0].date), kByTenures};
  if (pins > 0) found.confidence = pins == 1 ? kByOnePin : pins == 2 ? kByTwoPins : kByMorePins;
  return found;
}

}  // namespace

std::optional<FoundDate> find_date(const Statement& statement, std::string_view lang,
                                   const schema::Gazetteer& gazetteer) {
  const auto dateline = find_dateline(statement.title, statement.text, lang);
  if (dateline && dateline->date.year != 0) {
    const std::string where = dateline->place ? "the dateline says \"" : "the statement is headed \"";
    return FoundDate{dateline->date, schema::DateOrigin::Dateline, where + std::string(dateline->printed) + "\"",
                     dateline->place ? kFullDateline : kDateWithoutPlace};
  }
  return infer(statement, lang, gazetteer, dateline);
}

}  // namespace communique::corpus
