// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include "tests/corpus/readers/reading.h"

using namespace communique::tests;

TEST_CASE("XML records are found wherever they lie near the root") {
  struct Case {
    const char* content;
    std::size_t statements;
    const char* first_id;
    const char* first_text;
  };
  const Case cases[] = {
      {"<all><item><id>1</id><text>A</text></item><item><id>2</id><text>B</text></item></all>", 2, "1", "A"},
      {"<transcripts><transcript><transcript-id>9</transcript-id><title>T</title><content><![CDATA[<p>A</p><p>B</"
       "p>]]></content>"
       "</transcript></transcripts>",
       1, "9", "A\n\nB"},
      {"<speech><title>T</title><body><p>A</p><p>B</p></body></speech>", 1, "press/a.xml", "A\n\nB"},
      {"<r><meta><n>2</n></meta><results><doc id='x' "
       "date='2021'><text>A</text></doc><doc><text>B</text></doc></results></r>",
       2, "x", "A"},
      {"<speeches><speech date='2021' speaker='S'>A</speech><speech date='2020'>B</speech></speeches>", 2,
       "press/a.xml#1", "A"},
      {"<all><item><text>A</text><text>B</text></item></all>", 1, "press/a.xml#1", "A\n\nB"},
      {"<all><item><text>  x &lt; y  </text></item></all>", 1, "press/a.xml#1", "x < y"},
  };
  for (const Case& one : cases) {
    CAPTURE(one.content);
    const Reading read = read_content("a.xml", std::string("<?xml version='1.0' encoding='UTF-8'?>") + one.content);
    CHECK(read.reasons() == "");
    CHECK(read.whole);
    REQUIRE(read.statements.size() == one.statements);
    CHECK(read.statements[0].id == one.first_id);
    CHECK(read.statements[0].text == one.first_text);
  }
}

TEST_CASE("XML keys, attributes and lists are kept") {
  const Reading read = read_content(
      "a.xml",
      "<transcripts><transcript lang='en' n='7'><title>A &amp; B</title><prime-minister>Howard, John</prime-minister>"
      "<release-date>24/01/1962</release-date><release-type>Speech</release-type><subjects></subjects>"
      "<tag>x</tag><tag>y</tag><content>Text.</content></transcript></transcripts>");
  REQUIRE(read.statements.size() == 1);
  const auto& one = read.statements[0];
  CHECK(one.title == "A & B");
  CHECK(one.speaker == "Howard, John");
  CHECK(one.date.to_string() == "1962-01-24");
  CHECK(one.type == "Speech");
  CHECK(one.lang == "en");
  CHECK(one.extra == R"({"tag":["x","y"],"n":"7"})");
  CHECK(one.location.to_string() == "a.xml, record 1");
}

TEST_CASE("bad XML records are rejected and a cut file gives those before the cut") {
  const Reading bad = read_content("a.xml", "<all><item><text>A</text></item><item><title>T</title></item></all>");
  CHECK(bad.statements.size() == 1);
  CHECK(contains(bad.reasons(), "a.xml, record 2: no text: the record has \"title\""));
  const Reading cut = read_content("a.xml", "<all>\n<item><text>A</text></item>\n<item><text>B</te");
  CHECK(cut.statements.size() == 1);
  CHECK_FALSE(cut.whole);
  CHECK(contains(cut.reasons(), "not well-formed XML at line 3"));
  const Reading none = read_content("a.xml", "<config><a>1</a></config>");
  CHECK(contains(none.reasons(), "no text: the record has \"a\""));
  CHECK_FALSE(read_content("a.xml", "no markup").whole);
}

TEST_CASE("entities of a document's own are not expanded") {
  const Reading read =
      read_content("a.xml",
                   "<!DOCTYPE r [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\"><!ENTITY f SYSTEM \"file:///etc/passwd\">]>"
                   "<r><item><title>t</title><text>x &b; &f; y</text></item></r>");
  REQUIRE(read.statements.size() == 1);
  CHECK(read.statements[0].text == "x &b; &f; y");
}

TEST_CASE("XML that nests without end does not end the program") {
  std::string deep = "<r><item><text>";
  for (int i = 0; i < 200'000; ++i) deep += "<x>";
  for (int i = 0; i < 200'000; ++i) deep += "</x>";
  const Reading read = read_content("a.xml", deep + "</text></item><item><text>B</text></item></r>");
  CHECK(read.statements.size() == 1);
}
