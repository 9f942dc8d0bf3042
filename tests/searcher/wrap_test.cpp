// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include <string>

#include "searcher/render/wrap.h"

using communique::searcher::display_width;
using communique::searcher::shortened;
using communique::searcher::Wrapper;

namespace {

std::string wrapped(std::string_view text, std::size_t width, std::size_t indent, bool keep_lines = false) {
  std::string out;
  Wrapper lines(width, indent, out);
  lines.add(text, keep_lines);
  lines.finish();
  return out;
}

}  // namespace

TEST_CASE("words are wrapped within the width and indented") {
  CHECK(wrapped("aaa bbb  ccc\nddd", 9, 2) == "  aaa bbb\n  ccc ddd\n");
  CHECK(wrapped("a-word-that-is-longer b", 8, 0) == "a-word-that-is-longer\nb\n");
  CHECK(wrapped("", 8, 0).empty());
}

TEST_CASE("line ends are kept on request") { CHECK(wrapped("one\n\ntwo three", 9, 0, true) == "one\n\ntwo three\n"); }

TEST_CASE("wide characters take two columns and may end a line anywhere") {
  CHECK(display_width("习近平") == 6);
  CHECK(display_width("e\u0301") == 1);
  CHECK(wrapped("国家主席习近平", 6, 0) == "国家主\n席习近\n平\n");
}

TEST_CASE("control characters never reach the terminal") {
  const std::string out = wrapped(
      "a\x1b[31mb\x07 \xc2\x9b"
      "31m\x7f",
      40, 0);
  CHECK(out.find('\x1b') == std::string::npos);
  CHECK(out.find("\xc2\x9b") == std::string::npos);
  CHECK(out.find('\x7f') == std::string::npos);
  CHECK(shortened("a\x1b]0;b\x07", 40).find('\x1b') == std::string::npos);
}

TEST_CASE("codes take no column and stay with their word") {
  std::string out;
  Wrapper lines(9, 0, out);
  lines.add("aaaa ");
  lines.add_code("<b>");
  lines.add("bbbb");
  lines.add_code("</b>");
  lines.add(" cccc");
  lines.finish();
  CHECK(out == "aaaa <b>bbbb</b>\ncccc\n");
}

TEST_CASE("a title is shortened between words") {
  CHECK(shortened("Greetings on the occasion of the New Year", 20) == "Greetings on the…");
  CHECK(shortened("short", 20) == "short");
  CHECK(shortened("two\nlines", 20) == "two lines");
  CHECK(display_width(shortened("国家主席习近平同俄罗斯总统普京", 10)) <= 10);
}
