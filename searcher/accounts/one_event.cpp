// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/accounts/one_event.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <string_view>

namespace communique::searcher {
namespace {

constexpr int kMostDaysApart = 1;

/// Kinds of which two different ones are two events.
std::string_view kind_of(const std::string& type) {
  constexpr std::array kCalls = {std::string_view("call"), std::string_view("phone call"),
                                 std::string_view("telephone call")};
  constexpr std::array kMeetings = {std::string_view("meeting"), std::string_view("talks"), std::string_view("visit")};
  constexpr std::array kLetters = {std::string_view("greeting"), std::string_view("congratulation"),
                                   std::string_view("condolence")};
  const auto is = [&](const auto& list) { return std::find(list.begin(), list.end(), type) != list.end(); };
  if (is(kCalls)) return "call";
  if (is(kMeetings)) return "meeting";
  if (is(kLetters)) return type;
  if (type == "joint statement" || type == "joint-statement") return "joint statement";
  return {};
}

std::optional<int> days_between(const schema::StatementRecord& left, const schema::StatementRecord& right) {
  if (!left.dated() || !right.dated() || left.date.day == 0 || right.date.day == 0) return std::nullopt;
  const auto days = [](const schema::Date& date) {
    return std::chrono::sys_days(std::chrono::year(date.year) / std::chrono::month(date.month) /
                                 std::chrono::day(date.day));
  };
  return static_cast<int>(std::abs((days(left.date) - days(right.date)).count()));
}

/// Codes are in capitals, leaders' ids are not.
bool is_country(const std::string& party) { return !party.empty() && party.front() >= 'A' && party.front() <= 'Z'; }

std::size_t countries_in(const std::vector<std::string>& parties) {
  return static_cast<std::size_t>(std::count_if(parties.begin(), parties.end(), is_country));
}

}  // namespace

EventEvidence facts_in_common(const EventFacts& left, const EventFacts& right) {
  EventEvidence evidence;
  evidence.days_apart = days_between(*left.statement, *right.statement);
  for (const std::string& party : *left.parties) {
    if (std::find(right.parties->begin(), right.parties->end(), party) == right.parties->end()) continue;
    (is_country(party) ? evidence.countries : evidence.leaders).push_back(party);
  }
  evidence.same_countries = evidence.countries.size() == countries_in(*left.parties) &&
                            evidence.countries.size() == countries_in(*right.parties);
  evidence.languages_differ =
      !left.statement->lang.empty() && !right.statement->lang.empty() && left.statement->lang != right.statement->lang;
  const std::string_view left_kind = kind_of(left.statement->type);
  const std::string_view right_kind = kind_of(right.statement->type);
  if (!left_kind.empty() && !right_kind.empty()) {
    evidence.kind = left_kind == right_kind ? KindMatch::Same : KindMatch::Different;
    if (evidence.kind == KindMatch::Same) evidence.kind_name = left_kind;
  }
  return evidence;
}

bool may_be_one_event(const EventEvidence& evidence) {
  return evidence.days_apart && *evidence.days_apart <= kMostDaysApart && evidence.countries.size() >= 2 &&
         evidence.kind != KindMatch::Different;
}

void decide(EventEvidence& evidence, double likeness) {
  evidence.likeness = likeness;
  evidence.certainty = Certainty::None;
  if (!may_be_one_event(evidence)) return;
  int points = *evidence.days_apart == 0 ? 1 : 0;
  if (evidence.kind == KindMatch::Same) points += 2;
  if (evidence.leaders.size() >= 2) ++points;
  if (evidence.same_countries) ++points;
  if (likeness >= 0.15) ++points;
  if (likeness >= 0.30) ++points;
  evidence.certainty = points >= 5 ? Certainty::Sure : points >= 3 ? Certainty::Likely : Certainty::Possible;
}

}  // namespace communique::searcher
