// SPDX-License-Identifier: GPL-3.0-or-later
// Where sentences end, and where they only seem to.
#include "corpus/analysis/sentences.h"

#include <doctest/doctest.h>

#include <random>
#include <string>
#include <vector>

#include <unicode/uchar.h>

#include "schema/utf8.h"

namespace communique::corpus {

namespace {

/// The sentences of a text between bars.
std::string shown(std::string_view text, std::string_view lang = {}) {
  std::string line;
  for (const Span& span : split_sentences(text, lang)) {
    if (!line.empty()) line += '|';
    line += text.substr(span.start, span.end - span.start);
  }
  return line;
}

bool is_blank(std::string_view text, std::size_t from, std::size_t to) {
  while (from < to) {
    if (u_isUWhiteSpace(schema::next_code_point(text, from)) == 0) return false;
  }
  return true;
}

struct Row {
  const char* text;
  const char* expected;  ///< nullptr: one sentence, the text as it is
};

void check(const std::vector<Row>& rows, std::string_view lang = {}) {
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(shown(row.text, lang) == (row.expected == nullptr ? row.text : row.expected));
  }
}

}  // namespace

TEST_CASE("Sentences end at full stops, question and exclamation marks") {
  check({
      {"We met. They left.", "We met.|They left."},
      {"Really?! Yes! Why?", "Really?!|Yes!|Why?"},
      {"  One.  Two. \n", "One.|Two."},
      {"We waited... Then it came.", "We waited...|Then it came."},
      {"We waited… Then it came.", "We waited…|Then it came."},
      {"In 2006. The law", "In 2006.|The law"},
      {"It rose by 3.5. Of course it did.", "It rose by 3.5.|Of course it did."},
      {"no stop at all", nullptr},
      {"", ""},
      {" \n\t ", ""},
  });
}

TEST_CASE("Abbreviations, initials, numbers and acronyms do not end one") {
  check({
      {"Mr. Smith met Gen. Jones, Sen. Brown and Dr. Grey.", nullptr},
      {"MR. SMITH: Good morning.", nullptr},
      {"The U.S. President spoke.", nullptr},
      {"The Spain-U.S. Forum met.", nullptr},
      {"It is resolution No. 5 of the council.", nullptr},
      {"We spoke with J. Smith and A. B. Jones.", nullptr},
      {"St. Petersburg and Washington, D.C. Mayor", nullptr},
      {"On Feb. 24 it began.", nullptr},
      {"It grew by 3.5 per cent to 1.200.000.", nullptr},
      {"Some, e.g. Norway, agreed.", nullptr},
      {"We waited ... and it came.", nullptr},
      {"At 5 p.m. on Friday", nullptr},
      {"Visit www.example.org/Page.Html now.", nullptr},
      {"The site Example.Ru reports.", nullptr},
      {"He has a Ph.D. in law.", nullptr},
      {"Smith Corp. Chairman Jones", nullptr},
  });
}

TEST_CASE("An abbreviation does end one before a word that opens sentences") {
  check({
      {"He lives in the U.S. The president knows.", "He lives in the U.S.|The president knows."},
      {"It met at 5 p.m. They agreed.", "It met at 5 p.m.|They agreed."},
      {"He works at Smith Inc. However, he left.", "He works at Smith Inc.|However, he left."},
      {"You and I. We know.", "You and I.|We know."},
      {"He said no. Five left.", "He said no.|Five left."},
  });
}

TEST_CASE("Closing quotation marks and brackets stay with their sentence") {
  check({
      {"\"We agree.\" He left.", "\"We agree.\"|He left."},
      {"He said: “We agree.” Then he left.", "He said: “We agree.”|Then he left."},
      {"(Applause.) Thank you.", "(Applause.)|Thank you."},
      {"\"Why?\" he asked.", nullptr},
      {"“No!” said the man.", nullptr},
      {"He agreed (see above.) and left.", nullptr},
      {"They said. \"We go.\"", "They said.|\"We go.\""},
  });
}

TEST_CASE("Other languages' marks are known") {
  check({{"¿Por qué? ¡No lo sé! Gracias.", "¿Por qué?|¡No lo sé!|Gracias."},
         {"El Sr. García habló. Después salió.", "El Sr. García habló.|Después salió."}},
        "es");
  check({{"« Vive la paix ! » Il partit.", "« Vive la paix ! »|Il partit."},
         {"M. Dupont est là. Pourquoi ? Nous savons.", "M. Dupont est là.|Pourquoi ?|Nous savons."}},
        "fr");
  check({{"Он сказал, что А. С. Иванов приехал. Мы рады.", "Он сказал, что А. С. Иванов приехал.|Мы рады."},
         {"В 2021 г. Москва и т.д. росли.", nullptr}},
        "ru");
  check({{"Am 3. Oktober feiern wir.", nullptr},
         {"Im Jahr 2006. Der Rat tagte.", "Im Jahr 2006.|Der Rat tagte."}}, "de");
  check({{"主席会见总理。双方同意！为什么？好", "主席会见总理。|双方同意！|为什么？|好"},
         {"他说：“你好。”他走了。", "他说：“你好。”|他走了。"},
         {"大統領は言った。「平和。」そして去った。", "大統領は言った。|「平和。」|そして去った。"}},
        "zh");
  check({{"क्या? यह है। वह गया।", "क्या?|यह है।|वह गया।"}}, "hi");
  check({{"هل تعلم؟ نعم. شكرا", "هل تعلم؟|نعم.|شكرا"}}, "ar");
}

TEST_CASE("A lost space after a stop is found, in words and not in addresses") {
  check({
      {"as he said.The senator left", "as he said.|The senator left"},
      {"in 2006.The senator left", "in 2006.|The senator left"},
      {"he said.\"The senator left", "he said.|\"The senator left"},
      {"page.cfm?Action=PressRoom.NewsReleases&Id=1", nullptr},
      {"www.YouTube.com/x and a@b.Example", nullptr},
      {"U.S.Senate and 3.5 and Ph.D", nullptr},
      {"thank you.Mr. Smith", "thank you.|Mr. Smith"},
      {"thank you very much.MR. SMITH: No.", nullptr},
  });
}

TEST_CASE("A blank line always ends a sentence") {
  check({
      {"A heading\n\nand a text", "A heading|and a text"},
      {"Mr.\n\nSmith", "Mr.|Smith"},
      {"one\r\n\r\ntwo", "one|two"},
      {"one\n \t\ntwo", "one|two"},
      {"one\u2029two", "one|two"},
  });
}

TEST_CASE("A wrapped line does not end a sentence") {
  check({
      {"The delegation of our country welcomes the steps of the General\n"
       "Assembly towards a lasting peace, and it has always held that view\n"
       "of things, as everybody in this hall has known for a number of years\n"
       "now.",
       nullptr},
      {"We believe in peace and\nin progress.", nullptr},
      {"one two three\r\nfour five", nullptr},
  });
}

TEST_CASE("A line break after a heading, before an item or a speaker ends one") {
  const std::string wide = "And this line goes on for as long as the lines of this text do at the most, by and large";
  CHECK(shown("Statement on Peace\nThe council met.\n" + wide) == "Statement on Peace|The council met.|" + wide);
  CHECK(shown("We want:\n- peace\n- work\n" + wide) == "We want:|- peace|- work|" + wide);
  CHECK(shown("We met.\n12. They left.\n" + wide) == "We met.|12. They left.|" + wide);
  CHECK(shown(wide + "\n• first") == wide + "|• first");
  CHECK(shown("Thank you\nMR. SMITH: Not at all\n" + wide) == "Thank you|MR. SMITH: Not at all|" + wide);
  const std::string heading = "COMMITTEE PASSES THE ACT ON EVERYTHING UNDER THE SUN, AND ON ALL THE REST OF IT TOO";
  CHECK(shown(heading + "\nThe act\n" + wide) == heading + "|The act|" + wide);
}

TEST_CASE("Every character that is no space lies in one sentence, whatever the text") {
  const std::vector<std::string> pieces = {
      "Mr", ".", ". ", "? ", "!", "…", "。", "”", "\"", ")", " «", "\n", "\n\n", "\r\n", "a", "The ", "U.S.", "3.",
      "5", "- ", "é", "习", "😀", "\u00A0", "\u2028", "'", "www.", "Q: ", ":", "й ", "\xFF", "1) ", "\t", "\f", "x.Yes"};
  std::mt19937 random(7);
  for (int round = 0; round < 20000; ++round) {
    std::string text;
    const std::size_t length = random() % 30;
    for (std::size_t i = 0; i < length; ++i) text += pieces[random() % pieces.size()];
    CAPTURE(text);
    std::size_t last = 0;
    bool whole = true;
    for (const Span& span : split_sentences(text, round % 2 == 0 ? "en" : "de")) {
      REQUIRE(span.start >= last);
      REQUIRE(span.start < span.end);
      whole = whole && is_blank(text, last, span.start);
      std::size_t first = span.start;
      whole = whole && !u_isUWhiteSpace(schema::next_code_point(text, first));
      last = span.end;
    }
    whole = whole && is_blank(text, last, text.size());
    REQUIRE(whole);
  }
}

TEST_CASE("Long runs of anything are read in linear time") {
  for (const char* piece : {
      ".", "a", "\n", "\" ", ". ", "a.", "(", "A. ", "- ", "'", " ", "1. ", "。", "( . ", "(. ", "-.", "- . (",
      "-------------------------------------------------------. (", "A(", "\r\n", "x.Y"}) {
    std::string text;
    while (text.size() < 2000000) text += piece;
    CAPTURE(piece);
    CHECK(split_sentences(text).size() <= text.size());
  }
}

}  // namespace communique::corpus
