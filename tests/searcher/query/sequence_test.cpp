// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/query/sequence.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace communique::tests {

using Terms = std::vector<std::string>;

TEST_CASE("a text becomes the terms that stand at its positions") {
  struct Case {
    std::string text;
    Terms terms;
  };
  const std::vector<Case> cases = {
      {"Xi’s talks", {"xi", "talks"}},
      {"U.S.", {"us"}},
      {"l'accord", {"l", "accord"}},
      {"COVID-19", {"covid", "19"}},
      {"习", {"习"}},
      {"习近平", {"习近", "近平"}},
      {"G20峰会", {"g20", "峰会"}},
      {"峰会G20", {"峰会", "会", "g20"}},
      {"", {}},
  };
  for (const Case& one : cases) {
    INFO(one.text);
    CHECK(searcher::read_sequence(one.text).terms == one.terms);
  }
}

TEST_CASE("a hyphenated word is known by its parts and as one") {
  const auto sequence = searcher::read_sequence("Non-proliferation");
  CHECK(sequence.is_hyphenated());
  CHECK(sequence.joined.front().term == "nonproliferation");
  CHECK_FALSE(searcher::read_sequence("non-proliferation treaty").is_hyphenated());
}

TEST_CASE("spellings keep the parts apart first, and are never more than asked for") {
  CHECK(searcher::spellings(searcher::read_sequence("peace")) == std::vector<Terms>{{"peace"}});
  CHECK(searcher::spellings(searcher::read_sequence("win-win deal")) ==
        std::vector<Terms>{{"win", "win", "deal"}, {"winwin", "deal"}});
  CHECK(searcher::spellings(searcher::read_sequence("a-b c-d")) ==
        std::vector<Terms>{{"a", "b", "c", "d"}, {"ab", "cd"}, {"ab", "c", "d"}, {"a", "b", "cd"}});
  CHECK(searcher::spellings(searcher::read_sequence("a-b c-d e-f g-h")).size() == 4);
}

}  // namespace communique::tests
