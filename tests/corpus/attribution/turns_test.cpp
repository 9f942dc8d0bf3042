// SPDX-License-Identifier: GPL-3.0-or-later
// Labelled turns: which labels count, where turns end, and what is no label.
#include "corpus/attribution/turns.h"

#include <doctest/doctest.h>

#include <chrono>
#include <string>
#include <vector>

namespace communique::corpus {

namespace {

/// "label|label", a question with "?" before it, an answer with "!".
std::string labels(std::string_view text, std::string_view lang = "en") {
  std::string found;
  for (const Turn& turn : find_turns(text, lang)) {
    if (!found.empty()) found += '|';
    found += turn.question ? "?" : turn.answer ? "!" : "";
    found += text_of(text, turn.label);
  }
  return found;
}

std::vector<std::string> bodies(std::string_view text) {
  std::vector<std::string> found;
  for (const Turn& turn : find_turns(text, "en")) found.emplace_back(text_of(text, turn.body));
  return found;
}

struct Case {
  std::string_view text;
  std::string_view labels;
  std::string_view lang = "en";
};

}  // namespace

TEST_CASE("Labels at the start of a line open turns") {
  const std::vector<Case> cases = {
      {"THE PRESIDENT: Good morning.\n\nThe ferry is open.", "THE PRESIDENT"},
      {"MR. ORR: Two items.\n\nQ    Which one first?\n\nMR. ORR: The second.", "MR. ORR|?Q|MR. ORR"},
      {"PRESIDENT OLE: Welcome.\nQ: Why?\nPRESIDENT OLE: Because.", "PRESIDENT OLE|?Q|PRESIDENT OLE"},
      {"CHANCELLOR ZAHN: Yes.\n\nQ. And then?\n\nCHANCELLOR ZAHN: No.", "CHANCELLOR ZAHN|?Q|CHANCELLOR ZAHN"},
      {"MS PRICE: Good day.\nQUESTION: Is it?\nMS PRICE: It is.", "MS PRICE|?QUESTION|MS PRICE"},
      {"MR. McBRIDE: Hello.\n\nAUDIENCE MEMBER: Louder!\n\nAUDIENCE: (Laughter.)\n\nMR. McBRIDE: Hello!",
       "MR. McBRIDE|AUDIENCE MEMBER|AUDIENCE|MR. McBRIDE"},
      {"SENIOR OFFICIAL ONE: So.\n\nMODERATOR: Thanks.\n\nSENIOR OFFICIAL ONE: Sure.",
       "SENIOR OFFICIAL ONE|MODERATOR|SENIOR OFFICIAL ONE"},
      {"President of Utopia Ivan Orlov: Colleagues, good day.\n\nThe roads first.", "President of Utopia Ivan Orlov"},
      {"Ivan Orlov: Why?\n\nAnna de la Paz: Because of rain.\n\nIvan Orlov: Rain?\n\nAnna de la Paz: Rain.",
       "Ivan Orlov|Anna de la Paz|Ivan Orlov|Anna de la Paz"},
      {"Chancellor of Utopia Mia Berg (retranslated): Thank you.\n\nQuestion (retranslated): For what?",
       "Chancellor of Utopia Mia Berg|?Question"},
      {"Jan Vik, Moderator: First question.\n\nQuestion: Who pays?\n\nQuestion: And when?",
       "Jan Vik, Moderator|?Question|?Question"},
      {"Q: Your first day?\n\nA: Long.\n\nQ: Your second?\n\nA: Longer.", "?Q|!A|?Q|!A"},
      {"President of Utopia Ivan Orlov: Go on.\n\nAda Kohl: Mr President,\n\nthank you.",
       "President of Utopia Ivan Orlov|Ada Kohl"},
      {"Interviewer: Tired?\n\nOrlov: No.\n\nInterviewer: Never?\n\nOrlov: Never.",
       "?Interviewer|Orlov|?Interviewer|Orlov"},
      {"Kohl: Tired?\n\nOrlov: No.\n\nKohl: Never?\n\nOrlov: Never.", "Kohl|Orlov|Kohl|Orlov"},
      {"SMITH: What now?\nJONES: We wait.\nSMITH: How long?\nJONES: A day.", "SMITH|JONES|SMITH|JONES"},
  };
  for (const Case& test : cases) {
    CAPTURE(test.text);
    CHECK(labels(test.text, test.lang) == test.labels);
  }
}

TEST_CASE("Labels in other languages are known") {
  const std::vector<Case> cases = {
      {"Pregunta: ¿Y el agua?\n\nRespuesta: Llega mañana.", "?Pregunta|!Respuesta", "es"},
      {"P.- ¿Y el agua?\nR.- Llega mañana.", "?P|!R", "es"},
      {"Frage: Wann?\n\nBundeskanzlerin Adler: Morgen.\n\nFrage: Wo?\n\nBundeskanzlerin Adler: Hier.",
       "?Frage|Bundeskanzlerin Adler|?Frage|Bundeskanzlerin Adler", "de"},
      {"LE PRÉSIDENT : Bonjour.\n\nQuestion : Pourquoi ?\n\nLE PRÉSIDENT : Parce que.",
       "LE PRÉSIDENT|?Question|LE PRÉSIDENT", "fr"},
      {"Вопрос: Когда? Орлова: Завтра. Вопрос: Где? Орлова: Здесь.", "?Вопрос|Орлова|?Вопрос|Орлова", "ru"},
      {"И.Орлов: Когда?\n\nА.Зимина: Завтра.\n\nИ.Орлов: Где?\n\nА.Зимина: Здесь.", "И.Орлов|А.Зимина|И.Орлов|А.Зимина",
       "ru"},
      {"记者：什么时候？\n\n王小明：明天。\n\n记者：哪里？\n\n王小明：这里。", "?记者|王小明|?记者|王小明", "zh"},
  };
  for (const Case& test : cases) {
    CAPTURE(test.text);
    CHECK(labels(test.text, test.lang) == test.labels);
  }
}

TEST_CASE("Labels within a line open turns where the text shows that it is a transcript") {
  CHECK(labels("MS. LUND: Two items. The first is rain. QUESTION: Rain? MS. LUND: Rain, in the U.S. MR. OX: Also snow. "
               "QUESTION: Thanks.") == "MS. LUND|?QUESTION|MS. LUND|MR. OX|?QUESTION");
  CHECK(labels("KELLER: You won? BAUM: I did. KELLER: How? BAUM: By a vote.") == "KELLER|BAUM|KELLER|BAUM");
  CHECK(bodies("MR. ORR: One. QUESTION: Two? MR. ORR: Three: four.") ==
        std::vector<std::string>{"One.", "Two?", "Three: four."});
}

TEST_CASE("A colon in prose is no label") {
  const std::vector<std::string_view> texts = {
      "He said: \"We are ready.\"\n\nNote: the office is closed.\n\nWashington: rain.",
      "The message reads, in part:\n\n\"Dear friends, good luck.\"",
      "Contact: Ann Lee\n\nWHO: Governor Hall\nWHAT: A walk\nWHEN: Monday at 11:30\nWHERE: The Old Mill",
      "VESSEL NAME: Aurora\nVESSEL FLAG: Panama\nVESSEL NAME: Borealis\nVESSEL FLAG: Malta",
      "Highway Funds: $20 million is asked for.\nRural Programs: $3 million is asked for.\nSchool Lunch: Nothing.",
      "SEN. HALL: NEW BRIDGE WILL OPEN IN SPRING\n\nThe senator welcomed it.",
      "Dear Mr. President:\n\nWe write to you about bees.",
      "MR. PRESIDENT, DISTINGUISHED DELEGATES: Permit me to begin.",
      "We remember, as every one of us should, the words of\nSir Isaac Newton: we build too many walls.",
      "As President Hall has said many times before in this very house and to this\nPresident Ann Hall: it gives me "
      "joy.",
      "President Ann Hall: \"Bees matter.\"\n\nThe bees agreed.",
      "Let me be clear: no.\n\nFirst: bees. Second: honey. First: bees again. Second: more honey.",
      "United States Senator Ann Hall : Press Room\n\nNews.",
      "Goal: Bees.\nAction: Plant.\nGoal: Honey.\nAction: Wait.",
      "Oslo: Bees hum.\nBergen: Bees sing.\nOslo: Honey.\nBergen: Honey too.\nTromso: Nothing.",
      "MYTH: Bees sleep. FACT: They do not. MYTH: Bees sing. FACT: They hum.",
      "Section A. Bees\nSection Q. Honey\n\nQ4 results: good.\nQ4 results: better.",
      "It was 11:34. See https://example.org: it is there.",
      "Question: do bees sleep? They do.",
      "",
      ":",
      "\n:\n::\n: :\n",
  };
  for (const std::string_view text : texts) {
    CAPTURE(text);
    CHECK(labels(text).empty());
  }
}

TEST_CASE("A turn ends where a line of stars or the end of the transcript stands") {
  CHECK(bodies("MR. ORR: Hello.\n\nAnd welcome.\n\n* * *\n\nThe guests then left.") ==
        std::vector<std::string>{"Hello.\n\nAnd welcome."});
  CHECK(bodies("MR. ORR: Goodbye. (Applause.)\n\nEND\n\n3:15 P.M. EDT") ==
        std::vector<std::string>{"Goodbye. (Applause.)"});
  CHECK(bodies("MR. ORR: Goodbye.\n\n(The briefing was concluded at 2:10 p.m.)\n\n# # #") ==
        std::vector<std::string>{"Goodbye."});
  CHECK(bodies("MR. ORR:\n\nMS. LUND: Yes.") == std::vector<std::string>{"", "Yes."});
}

TEST_CASE("Passages break where turns begin and where nobody's text follows, not at a stage direction") {
  const std::string text =
      "Lead.\n\nMR. ORR: Hello.\n\nAUDIENCE: (Laughter.)\n\nMS. LUND: Yes.\n\n* * *\n\n" + std::string(200, 'x') + ".";
  const auto at = [&](std::string_view part) { return static_cast<std::uint32_t>(text.find(part)); };
  const auto turns = find_turns(text, "en");
  REQUIRE(turns.size() == 3);
  CHECK(turn_breaks(text, turns) == std::vector<std::uint32_t>{at("MR. ORR"), at("MS. LUND"), at("* * *")});
  CHECK(turn_breaks("Lead.", {}).empty());
}

TEST_CASE("Five megabytes of colons, labels or words take their share of time") {
  for (const std::string_view piece :
       {std::string_view(": "), std::string_view("Q: "), std::string_view("MR. ORR: "), std::string_view("word "),
        std::string_view("Q  A\n"), std::string_view("* * *\n"), std::string_view("MR. ORR: Yes.\n")}) {
    std::string text;
    while (text.size() < 5'000'000) text += piece;
    const auto start = std::chrono::steady_clock::now();
    turn_breaks(text, find_turns(text, "en"));
    CAPTURE(piece);
    CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(20));
  }
}

}  // namespace communique::corpus
