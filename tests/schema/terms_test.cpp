// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include "schema/terms.h"
#include "schema/utf8.h"

using namespace communique::schema;

TEST_CASE("a term is its prefix and value as long as that fits") {
  CHECK(make_term("XM", "xi-jinping") == "XMxi-jinping");
  CHECK(make_term("N", "") == "N");
  CHECK(make_term("Q", std::string(239, 'a')).size() == 240);
}

TEST_CASE("a value too long for a term is cut at a code point and told apart by a hash") {
  const std::string base(300, 'a');
  CHECK(make_term("Q", base).size() == kMaxTermBytes);
  CHECK(make_term("Q", base + "x") != make_term("Q", base + "y"));
  CHECK(make_term("Q", base + "x") == make_term("Q", base + "x"));
  std::string wide;
  for (int i = 0; i < 120; ++i) wide += "俄";
  const std::string term = make_term("Q", wide);
  CHECK(term.size() <= kMaxTermBytes);
  CHECK(first_invalid_utf8(term) == std::string::npos);
}

TEST_CASE("date values sort as dates do and come back") {
  const Date dates[] = {{1946, 0, 0}, {1999, 12, 31}, {2021, 0, 0}, {2021, 1, 0}, {2021, 1, 1}, {2021, 12, 31}};
  for (std::size_t i = 0; i < std::size(dates); ++i) {
    CHECK(date_from_value(date_value(dates[i])) == dates[i]);
    if (i > 0) CHECK(date_value(dates[i - 1]) < date_value(dates[i]));
  }
}
