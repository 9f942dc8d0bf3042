// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/readers/encoding.h"

#include <doctest/doctest.h>

#include "corpus/readers/clean.h"
#include "tests/corpus/readers/reading.h"

using namespace communique::tests;
using namespace communique::corpus;

TEST_CASE("bytes that are not UTF-8 are read as Windows-1252, those that are stay") {
  struct Case {
    const char* bytes;
    const char* text;
  };
  const Case cases[] = {
      {"caf\xe9", "café"},
      {"\x93quoted\x94 \x96 it\x92s \x80 5", "“quoted” – it’s € 5"},
      {"café and caf\xe9", "café and café"},
      {"S\xe3o Tom\xe9 e Pr\xedncipe", "São Tomé e Príncipe"},
      {"plain", "plain"},
      {"cut \xe2\x80", "cut â€"},
  };
  for (const Case& one : cases) {
    CAPTURE(one.bytes);
    std::vector<std::string> notes;
    const auto text = to_utf8(one.bytes, notes);
    REQUIRE(text);
    CHECK(*text == one.text);
    CHECK(notes.empty() == (std::string(one.bytes) == one.text));
  }
}

TEST_CASE("text in another alphabet's charset is refused rather than made garbage") {
  std::vector<std::string> notes;
  const std::string russian =
      "\xcf\xf0\xe8\xe2\xe5\xf2 \xec\xe8\xf0, \xfd\xf2\xee \xf2\xe5\xea\xf1\xf2 \xed\xe0 \xf0\xf3\xf1\xf1\xea\xee\xec";
  CHECK_FALSE(to_utf8(russian, notes));
  const auto declared = to_utf8(russian, "windows-1251", notes);
  REQUIRE(declared);
  CHECK(*declared == "Привет мир, это текст на русском");
  CHECK(contains(read_content("a.txt", russian).reasons(), "too many bytes are foreign"));
}

TEST_CASE("files with byte order marks are read, UTF-16 in either order") {
  CHECK(read_content("a.txt", "\xef\xbb\xbfText.").statements.at(0).text == "Text.");
  const std::string line = R"({"text":"Zażółć 😀"})";
  std::string little = "\xff\xfe";
  std::string big = "\xfe\xff";
  const std::u16string wide = u"{\"text\":\"Zażółć 😀\"}\n";
  for (int i = 0; i < 5000; ++i) {
    for (const char16_t unit : wide) {
      const char low = static_cast<char>(unit & 0xFF);
      const char high = static_cast<char>(unit >> 8);
      little += {low, high};
      big += {high, low};
    }
  }
  for (const std::string& content : {little, big}) {
    const Reading read = read_content("a.jsonl", content);
    CHECK(read.reasons() == "");
    REQUIRE(read.statements.size() == 5000);
    for (const auto& statement : read.statements) REQUIRE(statement.text == "Zażółć 😀");
    CHECK(has_note(read.statements[0], "UTF-16"));
  }
}

TEST_CASE("NUL bytes in a text become spaces and its line stays") {
  std::string text = "A text with one";
  text += '\0';
  const Reading read = read_content("a.txt", text + " NUL in it, which is some mistake.");
  REQUIRE(read.statements.size() == 1);
  CHECK(read.statements[0].text == "A text with one  NUL in it, which is some mistake.");
  CHECK(has_note(read.statements[0], "NUL"));
}

TEST_CASE("strings are cleaned, cut and shown") {
  std::vector<std::string> notes;
  std::string text =
      "a\r\nb\rc\x01"
      "d\xc2\x92"
      "e\tf\n";
  clean_text(text, notes);
  CHECK(text == "a\nb\nc d’e\tf\n");
  CHECK(notes.size() == 2);
  std::string clean = std::string(500, 'x') + "é\n";
  const std::string before = clean;
  clean_text(clean, notes);
  CHECK(clean == before);
  for (std::size_t at : {0U, 63U, 64U, 65U, 127U, 128U, 199U}) {
    std::string dirty(200, 'x');
    dirty[at] = '\x02';
    clean_text(dirty, notes);
    CHECK(dirty[at] == ' ');
  }
  CHECK(one_line("  a\t\n b c　d ") == "a b c d");
  CHECK(without_breaks(" \ta  b\r\n\tc\u202Fd\n") == "a  b c\u202Fd");
  CHECK(without_breaks("\n \t").empty());
  CHECK(is_blank(" \n　\xef\xbb\xbf\xe2\x80\x8b"));
  CHECK_FALSE(is_blank(" x"));
  CHECK(cut_at_word("one two three", 9) == "one two");
  CHECK(cut_at_word("ééééé", 5) == "éé");
  CHECK(shown(std::string(100, 'a')) == std::string(60, 'a') + "...");
}
