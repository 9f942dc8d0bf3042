// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "searcher/concordance/line_store.h"
#include "searcher/render/kwic.h"
#include "searcher/render/wrap.h"

using namespace communique::searcher;

TEST_CASE("lines come back as they were put in, from memory and from the file") {
  for (const std::size_t memory : {std::size_t{1}, std::size_t{100}, std::size_t{1} << 20}) {
    LineStore store(memory);
    std::vector<std::uint64_t> places;
    for (int i = 0; i < 2000; ++i)
      places.push_back(store.add(std::string(static_cast<std::size_t>(i % 700), 'x') + std::to_string(i)));
    store.finish();
    for (int i = 1999; i >= 0; --i) {
      CHECK(store.at(places[static_cast<std::size_t>(i)]) ==
            std::string(static_cast<std::size_t>(i % 700), 'x') + std::to_string(i));
    }
  }
}

TEST_CASE("text beside a match fits its columns, cut at words where there are any") {
  CHECK(fitted_left("the old harbour", 11) == "old harbour");
  CHECK(fitted_left("the old harbour", 13) == "  old harbour");
  CHECK(fitted_left("harbour", 10) == "   harbour");
  CHECK(fitted_left("", 3) == "   ");
  CHECK(fitted_right("lights shine there", 13) == "lights shine");
  CHECK(fitted_right("unseparated", 4) == "unse");
  CHECK(fitted_left("两国关系", 5) == " 关系");  // two columns each
  CHECK(fitted_right("两国关系", 5) == "两国");
  CHECK(display_width(fitted_left("re\u0301sume\u0301 de\u0301", 6)) == 6);
}

TEST_CASE("nothing in a line steers the terminal or turns its direction") {
  CHECK(fitted_right("a\x1b[31mb", 20) == "a\uFFFD[31mb");
  CHECK(fitted_right("a\u202Eb", 20) == "ab");
  CHECK(fitted_right("\u05E9\u05DC\u05D5\u05DD", 20) == "\u2068\u05E9\u05DC\u05D5\u05DD\u2069");
}
