// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/query/spelling.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace communique::tests {

TEST_CASE("spelling distance counts letters left out, put in, changed and swapped, in any script") {
  struct Case {
    std::string a;
    std::string b;
    std::size_t distance;
  };
  const std::vector<Case> cases = {{"putin", "putin", 0}, {"putin", "puitn", 1}, {"putin", "poutine", 2},
                                   {"putin", "utin", 1},  {"путин", "путен", 1}, {"", "ab", 2},
                                   {"abc", "abd", 1},     {"习近平", "习近", 1}};
  for (const Case& one : cases) {
    INFO(one.a << " " << one.b);
    CHECK(searcher::spelling_distance(searcher::code_points(one.a), searcher::code_points(one.b), 5) == one.distance);
    CHECK(searcher::spelling_distance(searcher::code_points(one.b), searcher::code_points(one.a), 5) == one.distance);
  }
  CHECK(searcher::spelling_distance(searcher::code_points("abcdef"), searcher::code_points("uvwxyz"), 2) > 2);
  CHECK(searcher::code_points("习近a").size() == 3);
}

TEST_CASE("short words may be less wrong than long ones") {
  CHECK(searcher::allowed_distance(2) == 0);
  CHECK(searcher::allowed_distance(5) == 1);
  CHECK(searcher::allowed_distance(6) == 2);
}

}  // namespace communique::tests
