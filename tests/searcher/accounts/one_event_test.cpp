// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/accounts/one_event.h"

#include <doctest/doctest.h>

using namespace communique;
using namespace communique::searcher;

namespace {

struct Told {
  schema::StatementRecord statement;
  std::vector<std::string> parties;
};

Told told(schema::Date date, std::string type, std::vector<std::string> parties, std::string lang = "en") {
  Told one;
  one.statement.date = date;
  one.statement.date_origin = schema::DateOrigin::Metadata;
  one.statement.type = std::move(type);
  one.statement.lang = std::move(lang);
  one.parties = std::move(parties);
  return one;
}

EventEvidence both(const Told& left, const Told& right) {
  return facts_in_common({&left.statement, &left.parties}, {&right.statement, &right.parties});
}

const std::vector<std::string> kSides = {"CHN", "RUS", "vladimir-putin", "xi-jinping"};

}  // namespace

TEST_CASE("dates, sides and kinds rule one event out") {
  const Told call = told({2020, 4, 16}, "call", kSides);
  struct Row {
    Told other;
    bool may_be;
  };
  for (const Row& row : {
           Row{told({2020, 4, 16}, "call", kSides), true},
           Row{told({2020, 4, 17}, "call", kSides), true},
           Row{told({2020, 4, 15}, "readout", kSides), true},
           Row{told({2020, 4, 16}, "", {"CHN", "RUS", "USA"}), true},
           Row{told({2020, 4, 18}, "call", kSides), false},
           Row{told({2020, 4, 0}, "call", kSides), false},
           Row{told({2020, 0, 0}, "call", kSides), false},
           Row{told({2020, 4, 16}, "meeting", kSides), false},
           Row{told({2020, 4, 16}, "condolence", kSides), false},
           Row{told({2020, 4, 16}, "call", {"RUS", "vladimir-putin", "FRA"}), false},
           Row{told({2020, 4, 16}, "call", {}), false},
       }) {
    CAPTURE(row.other.statement.type);
    CAPTURE(row.other.statement.date.to_string());
    EventEvidence evidence = both(call, row.other);
    CHECK(may_be_one_event(evidence) == row.may_be);
    decide(evidence, 0.5);
    CHECK((evidence.certainty != Certainty::None) == row.may_be);
  }
}

TEST_CASE("two accounts of one call on one day are sure, and every doubt counts") {
  const Told call = told({2020, 4, 16}, "call", kSides);
  EventEvidence sure = both(call, told({2020, 4, 16}, "call", kSides));
  decide(sure, 0.35);
  CHECK(sure.certainty == Certainty::Sure);
  CHECK(sure.kind == KindMatch::Same);
  CHECK(sure.same_countries);
  CHECK(sure.countries == std::vector<std::string>{"CHN", "RUS"});
  CHECK(sure.leaders == std::vector<std::string>{"vladimir-putin", "xi-jinping"});

  EventEvidence likely = both(call, told({2020, 4, 17}, "release", kSides));
  decide(likely, 0.2);
  CHECK(likely.certainty == Certainty::Likely);

  EventEvidence possible = both(call, told({2020, 4, 17}, "", {"CHN", "RUS", "IRN"}));
  decide(possible, 0.05);
  CHECK(possible.certainty == Certainty::Possible);
}

TEST_CASE("a year's end is a day like another") {
  const EventEvidence evidence =
      both(told({2021, 12, 31}, "greeting", kSides), told({2022, 1, 1}, "greeting", kSides, "ru"));
  CHECK(evidence.days_apart == 1);
  CHECK(evidence.languages_differ);
}
