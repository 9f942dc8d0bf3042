// SPDX-License-Identifier: GPL-3.0-or-later
// Types by title and opening, with what must stay without a type.
#include "corpus/events/type.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using communique::corpus::infer_type;

namespace {

struct Case {
  std::string title;
  std::string text;
  std::string lang;
  std::size_t turns;
  std::string type;
};

void check(const std::vector<Case>& cases) {
  for (const Case& one : cases) {
    CAPTURE(one.title);
    CAPTURE(one.text);
    CHECK(infer_type(one.title, one.text, one.lang, one.turns) == one.type);
  }
}

}  // namespace

TEST_CASE("a title says what a statement is") {
  check({
      {"Telephone conversation with President of Ruritania Anna Ortega", "They spoke of rivers.", "en", 0, "call"},
      {"Minister Ortega’s Call with Ruritanian Foreign Minister Berg", "The minister noted.", "en", 0, "call"},
      {"Meeting with Governor Berg", "Good morning.", "en", 0, "meeting"},
      {"Working meeting with the mayor of Harbourton", "", "en", 0, "meeting"},
      {"Congratulations to Anna Berg on her election", "", "en", 0, "congratulation"},
      {"Greetings to the guild of clockmakers", "Dear friends,", "en", 0, "greeting"},
      {"Ruritania National Day", "On behalf of my government I congratulate all Ruritanians.", "en", 0, "greeting"},
      {"Condolences on the mine accident", "", "en", 0, "condolence"},
      {"On the Passing of Anna Berg", "", "en", 0, "condolence"},
      {"Joint Statement on the Meeting of the Danube Council", "", "en", 0, "joint statement"},
      {"Remarks by the President at a Dinner after the Meeting with the Guilds", "", "en", 1, "speech"},
      {"New Year Address to the Nation", "Dear friends!", "en", 0, "speech"},
      {"Daily Press Briefing by the Spokesperson", "MS. BERG: Good day.", "en", 12, "briefing"},
      {"Remarks by President Ortega and Premier Berg in Joint Press Conference", "", "en", 12, "briefing"},
      {"Interview with the Harbour Tribune", "", "en", 9, "interview"},
      {"Treasury Announces Sanctions Against Smugglers", "", "en", 0, "release"},
      {"Minister Ortega’s Travel to Ruritania", "The minister will travel to Ruritania.", "en", 0, "release"},
  });
}

TEST_CASE("without a title the opening says it") {
  check({
      {"", "President Ortega had a telephone conversation with Premier Berg on Monday.", "en", 0, "call"},
      {"", "President Ortega and Premier Berg exchanged New Year greetings on Monday.", "en", 0, "greeting"},
      {"", "President Ortega received the captains of the ferries this morning.", "en", 0, "meeting"},
      {"", "Mr. President, distinguished delegates, it is an honour to stand here.", "en", 0, "speech"},
      {"", "FOR IMMEDIATE RELEASE\nSenator Berg voted for the bill.", "en", 0, "release"},
      {"", "WASHINGTON Senator Berg today praised the new bridge", "en", 0, "release"},
  });
}

TEST_CASE("the same in other languages") {
  check({
      {"Entretien téléphonique avec la présidente Ortega", "", "fr", 0, "call"},
      {"Vœux du président", "", "fr", 0, "greeting"},
      {"Entrevista con la presidenta Ortega", "", "es", 9, "interview"},
      {"", "El presidente se reunió con los alcaldes.", "es", 0, "meeting"},
      {"Rede der Präsidentin in Hafenstadt", "", "de", 0, "speech"},
      {"", "Die Kanzlerin gratulierte dem neuen Präsidenten.", "de", 0, "congratulation"},
      {"Телефонный разговор с Президентом Руритании", "", "ru", 0, "call"},
      {"Соболезнования Президенту Руритании", "", "ru", 0, "condolence"},
  });
}

TEST_CASE("turns count where words say nothing") {
  check({
      {"Minister Anna Ortega With Jan Berg of Harbour News", "QUESTION: Good day.\nMINISTER ORTEGA: Good day.", "en", 8,
       "interview"},
      {"", "THE PRESIDENT: Thank you. It is warm in here.", "en", 1, "speech"},
      {"", "Thank you. It is warm in here.", "en", 0, ""},
  });
}

TEST_CASE("what speaks for no type has none") {
  check({
      {"", "", "en", 0, ""},
      {"The harbour at night", "Ships came in late. Nobody knew why.", "en", 0, ""},
      {"", "The park covers 312 islands, and its ferry will meet every train.", "en", 0, ""},
      {"", "Call to mind the old bridge.", "en", 0, ""},
      {"港の夜", "船が来た。", "ja", 0, ""},
  });
}

TEST_CASE("a long text costs no more than its opening") {
  const std::string text = "It rained. " + std::string(5'000'000, 'a');
  CHECK(infer_type("", text, "en", 0).empty());
}
