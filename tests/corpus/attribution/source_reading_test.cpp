// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/attribution/source_reading.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace communique::corpus {

namespace {

/// Reads a source in which `name`, if it stands there, is a leader's mention.
SourceReading read(const std::string& source, const std::string& name = {}) {
  std::vector<Mention> mentions;
  const std::size_t at = name.empty() ? std::string::npos : source.find(name);
  if (at != std::string::npos) {
    const auto start = static_cast<std::uint32_t>(at);
    mentions.push_back({{start, start + static_cast<std::uint32_t>(name.size())}, 7, schema::NameForm::Full});
  }
  return read_source(source, {0, static_cast<std::uint32_t>(source.size())}, mentions);
}

}  // namespace

TEST_CASE("a source is told by its words") {
  struct Row {
    std::string source;
    SourceForm form;
    std::string name;
  };
  for (const Row& row : {
           Row{"he", SourceForm::Person, ""},
           Row{"She", SourceForm::Person, ""},
           Row{"they", SourceForm::They, ""},
           Row{"I", SourceForm::First, ""},
           Row{"US", SourceForm::Named, "US"},
           Row{"who", SourceForm::Relative, ""},
           Row{"This", SourceForm::Nobody, ""},
           Row{"the two leaders", SourceForm::Joint, "the two leaders"},
           Row{"Both sides", SourceForm::Joint, "Both sides"},
           Row{"Republican leaders", SourceForm::Described, "Republican leaders"},
           Row{"the prime minister", SourceForm::Title, ""},
           Row{"The Secretary and EEAS ministers", SourceForm::Title, "EEAS ministers"},
           Row{"12 the prime minister", SourceForm::Title, ""},
           Row{"the message", SourceForm::Message, "the message"},
           Row{"Ned Price", SourceForm::Named, "Ned Price"},
           Row{"MR. PRICE", SourceForm::Named, "Price"},
           Row{"State Department spokesman Ned Price", SourceForm::Named, "Ned Price"},
           Row{"Deputy Secretary of State Wendy Sherman", SourceForm::Named, "Wendy Sherman"},
           Row{"Director of the Federal Bank Ann Lee", SourceForm::Named, "Ann Lee"},
           Row{"Transport Minister Maxim Sokolov", SourceForm::Named, "Maxim Sokolov"},
           Row{"Head of Aeroflot Vitaly Savelyev", SourceForm::Named, "Vitaly Savelyev"},
           Row{"Alexandra de Hoop Scheffer", SourceForm::Named, "Alexandra de Hoop Scheffer"},
           Row{"SECURITY MINISTER PINO", SourceForm::Named, "Pino"},
           Row{"the Department of State", SourceForm::Named, "Department of State"},
           Row{"the White House", SourceForm::Named, "White House"},
           Row{"a senior official", SourceForm::Described, "senior official"},
           Row{"Russian officials", SourceForm::Described, "Russian officials"},
       }) {
    CAPTURE(row.source);
    const SourceReading reading = read(row.source);
    CHECK(static_cast<int>(reading.form) == static_cast<int>(row.form));
    if (!row.name.empty()) CHECK(reading.name == row.name);
  }
}

TEST_CASE("a leader named in a source is its head, or only belongs to it") {
  struct Row {
    std::string source;
    bool head;
  };
  for (const Row& row : {
           Row{"Vladimir Putin", true},
           Row{"President Vladimir Putin", true},
           Row{"President of Russia Vladimir Putin", true},
           Row{"Vladimir Putin himself", true},
           Row{"Vladimir Putin’s letter to the Federation Council", true},
           Row{"a spokesman for Vladimir Putin", false},
           Row{"Vladimir Putin's spokesman", false},
           Row{"Vladimir Putin’s spokesman Dmitry Peskov", false},
           Row{"an aide to President Vladimir Putin", false},
           Row{"the Vladimir Putin government", false},
       }) {
    CAPTURE(row.source);
    const SourceReading reading = read(row.source, "Vladimir Putin");
    CHECK((reading.form == SourceForm::Leaders) == row.head);
  }
}

TEST_CASE("names in capitals are shown as names are") {
  CHECK(without_capitals("NED PRICE") == "Ned Price");
  CHECK(without_capitals("Ned Price") == "Ned Price");
  CHECK(without_capitals("EU") == "EU");
}

}  // namespace communique::corpus
