// SPDX-License-Identifier: GPL-3.0-or-later
// UTF-8: what is valid, where code points begin, what reaches a terminal.
#include "schema/utf8.h"

#include <doctest/doctest.h>

#include <string>

namespace communique::schema {

TEST_CASE("Valid UTF-8 has no invalid byte") {
  for (const char* text : {"", "plain", "é", "习近平", "😀", "a\xF4\x8F\xBF\xBF"}) {
    CAPTURE(text);
    CHECK(first_invalid_utf8(text) == std::string_view::npos);
  }
}

TEST_CASE("The first byte that is not UTF-8 is found") {
  struct Row {
    std::string text;
    std::size_t offset;
  };
  const Row rows[] = {
      {"\x80", 0},              // a continuation alone
      {"ab\xC3", 2},            // cut
      {"\xC0\x80", 0},          // overlong
      {"\xE0\x80\xAF", 0},      // overlong
      {"\xED\xA0\x80", 0},      // surrogate
      {"\xF4\x90\x80\x80", 0},  // past U+10FFFF
      {"12345678é\xFF", 10},
      {std::string(64, 'x') + "\xE2\x82", 64},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(first_invalid_utf8(row.text) == row.offset);
  }
}

TEST_CASE("Code points are walked forwards and backwards") {
  const std::string text = "a习\xFF😀";
  std::size_t pos = 0;
  CHECK(next_code_point(text, pos) == 'a');
  CHECK(next_code_point(text, pos) == 0x4E60);
  CHECK(next_code_point(text, pos) == -1);
  CHECK(pos == 5);
  CHECK(next_code_point(text, pos) == 0x1F600);
  CHECK(pos == text.size());
  CHECK(previous_code_point(text, pos) == 0x1F600);
  CHECK(previous_code_point(text, pos) == -1);
  CHECK(previous_code_point(text, pos) == 0x4E60);
  CHECK(pos == 1);
}

TEST_CASE("Code points are counted and cut whole") {
  CHECK(count_code_points("") == 0);
  CHECK(count_code_points("aé习😀") == 4);
  const std::string text = "é习";
  const std::size_t starts[] = {0, 0, 2, 2, 2, 5};
  for (std::size_t offset = 0; offset <= text.size(); ++offset) CHECK(code_point_start(text, offset) == starts[offset]);
}

TEST_CASE("The counter goes forwards cheaply and backwards too") {
  CodePointCounter counter("aé习😀b");
  CHECK(counter.at(0) == 0);
  CHECK(counter.at(3) == 2);
  CHECK(counter.at(10) == 4);
  CHECK(counter.at(11) == 5);
  CHECK(counter.at(1) == 1);
}

TEST_CASE("Control characters do not reach the terminal") {
  CHECK(without_controls("plain\ttext\né习") == "plain\ttext\né习");
  CHECK(without_controls("\x1B[31mred\x07\r\x7F") == "\uFFFD[31mred\uFFFD\uFFFD\uFFFD");
  CHECK(without_controls("a\xC2\x9B" "b\u00A0") == "a\uFFFDb\u00A0");
  CHECK(without_controls(std::string_view("\0", 1)) == "\uFFFD");
}

}  // namespace communique::schema
