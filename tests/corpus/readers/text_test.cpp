// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include "corpus/readers/title_line.h"
#include "tests/corpus/readers/reading.h"

using namespace communique::tests;
using communique::corpus::title_line;

TEST_CASE("front matter gives a text its keys") {
  const Reading read =
      read_content("a.md",
                   "---\ntitle: \"A visit: day two\"\ndate: 2021-05-22\nspeaker: Li Keqiang\ntags: [a, 2]\n"
                   "place: {city: Moscow}\nnumber: 007\n---\n\nFirst line.\n\n  Second.\n");
  CHECK(read.reasons() == "");
  REQUIRE(read.statements.size() == 1);
  const auto& one = read.statements[0];
  CHECK(one.title == "A visit: day two");
  CHECK(one.date.to_string() == "2021-05-22");
  CHECK(one.speaker == "Li Keqiang");
  CHECK(one.text == "First line.\n\n  Second.\n");
  CHECK(one.extra == R"({"tags":["a",2],"place":{"city":"Moscow"},"number":"007"})");
  CHECK(one.id == "press/a.md");
  CHECK(one.location.to_string() == "a.md");
}

TEST_CASE("a text alone stays as it is but for its line ends") {
  const Reading read = read_content("a.txt", "\n  Indented,\r\nand more.\r\n\r\n");
  REQUIRE(read.statements.size() == 1);
  CHECK(read.statements[0].text == "\n  Indented,\nand more.\n\n");
  CHECK(read.statements[0].title == "");
}

TEST_CASE("lines of dashes that are no front matter belong to the text") {
  for (const char* content :
       {"---\nAn ornament\n---\nText.", "---\nno end: of it\nText.", "--- \n- a\n- b\n---\nText."}) {
    CAPTURE(content);
    const Reading read = read_content("a.txt", content);
    REQUIRE(read.statements.size() == 1);
    CHECK(read.statements[0].text == content);
  }
}

TEST_CASE("bad plain texts are rejected") {
  struct Case {
    std::string content;
    const char* reason;
    bool whole;
  };
  std::string bomb = "---\na: &a [x,x,x,x,x,x,x,x,x]\n";
  for (char c = 'b'; c < 'k'; ++c) {
    bomb += std::string(1, c) + ": &" + c + " [";
    for (int i = 0; i < 9; ++i) bomb += std::string(i == 0 ? "*" : ",*") + static_cast<char>(c - 1);
    bomb += "]\n";
  }
  const Case cases[] = {
      {"", "the file is empty", false},
      {" \n\t\n", "is blank", true},
      {"---\ntitle: a: b: c\n---\nText.", "the front matter is not valid YAML", true},
      {"---\ntitle: [unclosed\n---\nText.", "the front matter is not valid YAML", true},
      {"---\ntitle: only\n---\n", "no text: the record has \"title\"", true},
      {bomb + "---\nText.", "the front matter is not valid YAML: nested too deep, or too much of it", true},
      {std::string("%PDF-1.4 ..."), "a PDF, which is not read", false},
      {std::string("PK\x03\x04 zip"), "a zip archive", false},
      {std::string("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1", 20), "a binary file, not text", false},
  };
  for (const Case& one : cases) {
    CAPTURE(one.reason);
    const Reading read = read_content("a.txt", one.content);
    CHECK(read.statements.empty());
    REQUIRE(read.rejections.size() == 1);
    CHECK(contains(read.rejections[0].reason, one.reason));
    CHECK(read.whole == one.whole);
  }
}

TEST_CASE("a text whose front matter holds it needs no body") {
  const Reading read = read_content("a.txt", "---\ntitle: T\ntext: |\n  One.\n  Two.\n---\n");
  REQUIRE(read.statements.size() == 1);
  CHECK(read.statements[0].text == "One.\nTwo.\n");
}

TEST_CASE("a first line is a title only if it is plainly one") {
  struct Case {
    const char* text;
    const char* title;
  };
  const Case cases[] = {
      {"Address to the Assembly\n\nMr President,\n", "Address to the Assembly"},
      {"# A heading\nText.", "A heading"},
      {"国家主席新年贺词\n\n同志们", "国家主席新年贺词"},
      {"Dear friends, dear colleagues,\n\nText.", ""},
      {"Good evening to you all.\n\nText.", ""},
      {"What does it take then?\n\nText.", ""},
      {"Ladies and gentlemen!\n\nText.", ""},
      {"Press release\n\nText.", ""},
      {"Address to the Assembly\nMr President,\n", ""},
      {"Address to the Assembly\n\n", ""},
      {"Address to the Assembly", ""},
      {"", ""},
  };
  for (const Case& one : cases) {
    CAPTURE(one.text);
    CHECK(title_line(one.text) == one.title);
  }
  CHECK(title_line("a b " + std::string(146, 'c') + "\n\nText.") != "");
  CHECK(title_line("a b " + std::string(147, 'c') + "\n\nText.") == "");
}

TEST_CASE("the path and the defaults fill what the text does not say") {
  communique::corpus::ReadOptions options;
  options.path_pattern = "{country}_{session}_{year}.txt";
  options.defaults = {{"source", "An archive"}, {"country", "FRA"}, {"date", "1999"}, {"lang", "en-GB"}};
  const Reading matching = read_content("RUS_75_2020.txt", "Text.", options);
  REQUIRE(matching.statements.size() == 1);
  const auto& one = matching.statements[0];
  CHECK(one.country == "RUS");
  CHECK(one.date.to_string() == "2020");
  CHECK(one.date_origin == communique::schema::DateOrigin::Path);
  CHECK(one.source == "An archive");
  CHECK(one.lang == "en");
  CHECK(one.extra == R"({"session":"75"})");

  const Reading other = read_content("other.txt", "Text.", options);
  REQUIRE(other.statements.size() == 1);
  CHECK(other.statements[0].country == "FRA");
  CHECK(other.statements[0].date.to_string() == "1999");
  CHECK(other.statements[0].date_origin == communique::schema::DateOrigin::Metadata);
  CHECK(has_note(other.statements[0], "does not match --path-pattern"));

  const Reading said = read_content("RUS_75_2020.txt", "---\ncountry: China\n---\nText.", options);
  REQUIRE(said.statements.size() == 1);
  CHECK(said.statements[0].country == "CHN");
}

TEST_CASE("a path's day, month and year make a date if there is such a day") {
  communique::corpus::ReadOptions options;
  options.path_pattern = "{day}{month}{year}{speaker}{number}.txt";
  const Reading named = read_content("13Dec2006Obama476.txt", "Text.", options);
  CHECK(named.statements.at(0).date.to_string() == "2006-12-13");
  CHECK(named.statements.at(0).speaker == "Obama");
  options.path_pattern = "{year}-{month}-{day}.txt";
  const Reading impossible = read_content("2021-02-30.txt", "Text.", options);
  CHECK(impossible.statements.at(0).date_origin == communique::schema::DateOrigin::None);
  CHECK(has_note(impossible.statements.at(0), "no such day"));
}
