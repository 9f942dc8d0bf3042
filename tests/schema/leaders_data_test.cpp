// SPDX-License-Identifier: GPL-3.0-or-later
// Is the leaders.json the program ships whole: enough people, sound ids, dates, countries and name forms?
#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>

#include "schema/countries.h"
#include "schema/gazetteer.h"
#include "schema/words.h"

using namespace communique::schema;

namespace {

const std::vector<Leader>& leaders() {
  static const Gazetteer gazetteer = Gazetteer::parse(built_in_leaders());
  return gazetteer.leaders();
}

}  // namespace

TEST_CASE("at least 1,500 leaders are known, by unique ids in order") {
  CHECK(leaders().size() >= 1500);
  for (std::size_t at = 1; at < leaders().size(); ++at) {
    CAPTURE(leaders()[at].id);
    CHECK(leaders()[at - 1].id < leaders()[at].id);
  }
}

TEST_CASE("the file is what the gazetteer would write") {
  CHECK(Gazetteer::parse(built_in_leaders()).to_json() == built_in_leaders());
}

TEST_CASE("every tenure has an office of a known country and touches 1990 or later with one of the leader's") {
  for (const auto& leader : leaders()) {
    CAPTURE(leader.id);
    CHECK_FALSE(leader.tenures.empty());
    const bool recent = std::any_of(leader.tenures.begin(), leader.tenures.end(),
                                    [](const Tenure& tenure) { return !tenure.to || tenure.to->year >= 1990; });
    CHECK(recent);
    for (const auto& tenure : leader.tenures) {
      const std::set<std::string> organisations = {"UNO", "EUE", "NATO"};
      CHECK((organisations.contains(tenure.country) || country_of_code(tenure.country) != nullptr));
      CHECK_FALSE(tenure.office.empty());
      if (tenure.from && tenure.to) CHECK(tenure.from->first_day() <= tenure.to->last_day());
    }
  }
}

TEST_CASE("no alias of one word is another leader's surname, and weak surnames are surnames") {
  std::map<std::string, std::set<std::string>> surnames;
  for (const auto& leader : leaders()) {
    for (const auto& surname : leader.surnames) surnames[fold_value(surname)].insert(leader.id);
  }
  for (const auto& leader : leaders()) {
    CAPTURE(leader.id);
    for (const auto& alias : leader.aliases) {
      CAPTURE(alias);
      const std::string folded = fold_value(alias);
      CHECK_FALSE(folded.empty());
      const auto at = surnames.find(folded);
      if (folded.find(' ') == std::string::npos && at != surnames.end()) {
        CHECK(at->second == std::set<std::string>{leader.id});
      }
    }
    for (const auto& weak : leader.weak_surnames) {
      CHECK(std::find(leader.surnames.begin(), leader.surnames.end(), weak) != leader.surnames.end());
    }
  }
}

TEST_CASE("the offices of the largest states have exactly one holder on an ordinary day") {
  const Gazetteer gazetteer = Gazetteer::parse(built_in_leaders());
  struct Case {
    OfficeKind kind;
    std::string country;
  };
  const Case cases[] = {
      {OfficeKind::President, "USA"},     {OfficeKind::ForeignMinister, "USA"}, {OfficeKind::President, "RUS"},
      {OfficeKind::PrimeMinister, "RUS"}, {OfficeKind::ForeignMinister, "RUS"}, {OfficeKind::President, "CHN"},
      {OfficeKind::PrimeMinister, "CHN"}, {OfficeKind::ForeignMinister, "CHN"}, {OfficeKind::President, "FRA"},
      {OfficeKind::PrimeMinister, "FRA"}, {OfficeKind::ForeignMinister, "FRA"}, {OfficeKind::PrimeMinister, "GBR"},
      {OfficeKind::Chancellor, "DEU"},    {OfficeKind::ForeignMinister, "DEU"}, {OfficeKind::PrimeMinister, "JPN"},
      {OfficeKind::PrimeMinister, "IND"}, {OfficeKind::PrimeMinister, "ITA"},   {OfficeKind::PrimeMinister, "CAN"},
      {OfficeKind::PrimeMinister, "AUS"}, {OfficeKind::PrimeMinister, "ISR"},   {OfficeKind::President, "UKR"},
  };
  for (const auto& [kind, country] : cases) {
    for (int year = 1994; year <= 2025; ++year) {
      const Date day{static_cast<std::int16_t>(year), 3, 29};
      int holders = 0;
      for (const auto& leader : gazetteer.leaders()) {
        holders +=
            static_cast<int>(std::count_if(leader.tenures.begin(), leader.tenures.end(), [&](const Tenure& tenure) {
              return tenure.kind == kind && tenure.country == country && tenure.covers(day);
            }));
      }
      CAPTURE(country);
      CAPTURE(year);
      CAPTURE(static_cast<int>(kind));
      CHECK(holders == 1);
    }
  }
}
