// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include <random>

#include "tests/corpus/readers/reading.h"

using namespace communique::tests;

TEST_CASE("a CSV file's rows become statements by its header's names") {
  const Reading read =
      read_content("press.csv",
                   "\xef\xbb\xbfid,Headline,Published At,author,text,room\r\n"
                   "1,\"Greeting, New Year\",2021-12-31,Li Keqiang,\"He said \"\"yes\"\".\r\nThen left.\",12\r\n"
                   "\r\n"
                   "2,,,,Second,\r\n");
  CHECK(read.reasons() == "");
  CHECK(read.whole);
  REQUIRE(read.statements.size() == 2);
  const auto& first = read.statements[0];
  CHECK(first.id == "1");
  CHECK_FALSE(first.id_derived);
  CHECK(first.title == "Greeting, New Year");
  CHECK(first.date.to_string() == "2021-12-31");
  CHECK(first.speaker == "Li Keqiang");
  CHECK(first.text == "He said \"yes\".\nThen left.");
  CHECK(first.extra == R"({"room":"12"})");
  CHECK(first.location.to_string() == "press.csv:2");
  CHECK(read.statements[1].location.to_string() == "press.csv:5");
  CHECK(read.statements[1].extra == "");
}

TEST_CASE("separators are told by the header") {
  for (const char separator : {',', ';', '\t', '|'}) {
    CAPTURE(separator);
    std::string content = "id;text;country\na;Some text.;RUS\n";
    for (char& c : content) c = c == ';' ? separator : c;
    const Reading read = read_content(separator == '\t' ? "a.tsv" : "a.csv", content);
    REQUIRE(read.statements.size() == 1);
    CHECK(read.statements[0].country == "RUS");
  }
}

TEST_CASE("bad rows are rejected with their line and the reading goes on") {
  struct Case {
    const char* content;
    const char* reasons;
    std::size_t statements;
  };
  const Case cases[] = {
      {"id,text\n1,good\n2,too,many\n3,good\n", "a.csv:3: the row has 3 fields, the header 2", 2},
      {"id,text\n1\n2,good\n", "a.csv:2: the row has 1 fields, the header 2", 1},
      {"id,text\n1,\"a\" b\n2,good\n",
       "a.csv:2: field 2 goes on after its closing quote (a quote within quotes is written twice)", 1},
      {"id,text\n1,good\n2,\"open\n3,lost\n", "a.csv:3: a quote that opens in this row is not closed", 1},
      {"id,text\n1,\n2,good\n",
       "a.csv:2: no text: the record has \"id\"; name the key that holds the text: --map text=KEY", 1},
      {"id,text\n1,  \n2,good\n", "a.csv:2: \"text\" is blank", 1},
      {"id,words\n1,good\n",
       "a.csv: no column holds the text: the header has \"id\", \"words\"; name the one that does: --map text=COLUMN",
       0},
  };
  for (const Case& one : cases) {
    CAPTURE(one.content);
    const Reading read = read_content("a.csv", one.content);
    CHECK(read.reasons() == one.reasons);
    CHECK(read.statements.size() == one.statements);
  }
}

TEST_CASE("an unclosed quote and a header without a text leave the file not read to its end") {
  CHECK_FALSE(read_content("a.csv", "id,text\n2,\"open\n").whole);
  CHECK_FALSE(read_content("a.csv", "id,words\n1,good\n").whole);
  CHECK(read_content("a.csv", "id,text\n1,2,3\n").whole);
}

TEST_CASE("tab-separated files may use quotes as plain characters") {
  const Reading read = read_content("a.tsv", "id\ttext\n1\t\"Yes\" he said\n2\t\"two\nlines\"\n");
  REQUIRE(read.statements.size() == 2);
  CHECK(read.statements[0].text == "\"Yes\" he said");
  CHECK(read.statements[1].text == "two\nlines");
}

TEST_CASE("--map names columns, and a named column means nothing else") {
  communique::corpus::ReadOptions options;
  options.map = {{"text", "words"}, {"title", "speaker"}};
  const Reading read = read_content("a.csv", "speaker,author,words,text\nA title,Someone,The words.,other\n", options);
  REQUIRE(read.statements.size() == 1);
  CHECK(read.statements[0].title == "A title");
  CHECK(read.statements[0].speaker == "Someone");
  CHECK(read.statements[0].text == "The words.");
  CHECK(read.statements[0].extra == R"({"text":"other"})");
}

TEST_CASE("a row over the limit is skipped and the next one read") {
  communique::corpus::ReadOptions options;
  options.limits.record_bytes = 10'000;
  const std::string huge(200'000, 'x');
  const Reading read = read_content("a.csv", "id,text\n1,\"" + huge + "\n" + huge + "\"\n2,good\n", options);
  CHECK(contains(read.reasons(), "a.csv:2: the row is longer than"));
  REQUIRE(read.statements.size() == 1);
  CHECK(read.statements[0].id == "2");
}

TEST_CASE("whatever is written as CSV is read back") {
  std::mt19937 random(20211231);
  const std::vector<std::string> pieces = {"a", ",", "\"", "\n", "\r\n", ";", " ", "é", "\t", "word", "\"\""};
  std::string content = "n,text\n";
  std::vector<std::string> expected;
  for (int row = 0; row < 500; ++row) {
    std::string text = "x";
    for (auto i = random() % 12; i > 0; --i) text += pieces[random() % pieces.size()];
    text += "y";
    std::string quoted;
    for (const char c : text) quoted += c == '"' ? "\"\"" : std::string(1, c);
    content += std::to_string(row) + ",\"" + quoted + "\"" + (random() % 2 == 0 ? "\n" : "\r\n");
    std::string lines;
    for (std::size_t i = 0; i < text.size(); ++i) {
      if (text[i] != '\r') lines += text[i];
    }
    expected.push_back(lines);
  }
  const Reading read = read_content("a.csv", content);
  CHECK(read.reasons() == "");
  REQUIRE(read.statements.size() == expected.size());
  for (std::size_t i = 0; i < expected.size(); ++i) CHECK(read.statements[i].text == expected[i]);
}

TEST_CASE("no bytes make the CSV reader lose count of rows") {
  std::mt19937 random(7);
  constexpr std::string_view kBytes = "ab,\"\n\r;\t\x01\xc3\xa9\xff";
  for (int round = 0; round < 300; ++round) {
    std::string content = "id,text\n";
    for (auto i = random() % 200; i > 0; --i) content += kBytes[random() % kBytes.size()];
    const Reading read = read_content("a.csv", content);
    for (const auto& statement : read.statements) CHECK(statement.location.line >= 2);
  }
}
