// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/readers/date_forms.h"

#include <doctest/doctest.h>

#include <string>

using communique::corpus::read_date;
using communique::corpus::SlashedOrder;

namespace {

std::string read(std::string_view text, SlashedOrder order = SlashedOrder::DayFirst) {
  const auto date = read_date(text, order);
  return date ? date->to_string() : "(" + date.error().message + ")";
}

struct Form {
  const char* given;
  const char* means;
};

}  // namespace

TEST_CASE("dates are read in the forms that records give them in") {
  const Form forms[] = {
      {"2021-05-22", "2021-05-22"},
      {"2021-5-2", "2021-05-02"},
      {"2021-05", "2021-05"},
      {"2021", "2021"},
      {" 2021 ", "2021"},
      {"20210522", "2021-05-22"},
      {"2021/05/22", "2021-05-22"},
      {"2021.05.22", "2021-05-22"},
      {"2021-05-22T23:59:59Z", "2021-05-22"},
      {"2021-05-22T23:59:59.123+03:00", "2021-05-22"},
      {"2021-05-22 09:30", "2021-05-22"},
      {"20210522T120047Z", "2021-05-22"},
      {"Sat, 22 May 2021 12:00:47 +0000", "2021-05-22"},
      {"Sat, 22 May 2021 23:30:00 -0500", "2021-05-22"},
      {"22 May 21 12:00 GMT", "2021-05-22"},
      {"24.01.1962", "1962-01-24"},
      {"24/01/1962", "1962-01-24"},
      {"01/24/1962", "1962-01-24"},
      {"03/04/2021", "2021-04-03"},
      {"03-04-2021", "2021-04-03"},
      {"05/2021", "2021-05"},
      {"22 May 2021", "2021-05-22"},
      {"May 22, 2021", "2021-05-22"},
      {"May 22nd, 2021 at 9:30 pm EDT", "2021-05-22"},
      {"the 1st of May 2021", "2021-05-01"},
      {"Saturday, May 22, 2021", "2021-05-22"},
      {"2021 May 22", "2021-05-22"},
      {"May 2021", "2021-05"},
      {"Sept. 5, 2006", "2006-09-05"},
      {"22-May-2021", "2021-05-22"},
      {"1er mai 2021", "2021-05-01"},
      {"mar 22 mai 2018", "2018-05-22"},
      {"31 décembre 2021", "2021-12-31"},
      {"31 DÉCEMBRE 2021", "2021-12-31"},
      {"5 de febrero de 2019", "2019-02-05"},
      {"3. März 2020", "2020-03-03"},
      {"Freitag, 31. Dezember 2021", "2021-12-31"},
      {"2 giugno 2020", "2020-06-02"},
      {"7 de março de 2018", "2018-03-07"},
      {"9 мая 2021 г.", "2021-05-09"},
      {"31 Декабря 2021 года", "2021-12-31"},
      {"2021年12月31日", "2021-12-31"},
      {"2021年12月", "2021-12"},
      {"2021년 12월 31일", "2021-12-31"},
  };
  for (const Form& form : forms) {
    CAPTURE(form.given);
    CHECK(read(form.given) == form.means);
  }
}

TEST_CASE("slashed dates put the month first only where that is asked for and possible") {
  CHECK(read("03/04/2021", SlashedOrder::MonthFirst) == "2021-03-04");
  CHECK(read("24/01/1962", SlashedOrder::MonthFirst) == "1962-01-24");
  CHECK(read("03.04.2021", SlashedOrder::MonthFirst) == "2021-04-03");
}

TEST_CASE("days that do not exist are told from forms that are not understood") {
  const Form forms[] = {
      {"2021-02-30", "(there is no such day)"},
      {"2021-13-01", "(there is no such day)"},
      {"2021-00-05", "(there is no such day)"},
      {"31/04/2021", "(there is no such day)"},
      {"29 February 2021", "(there is no such day)"},
      {"20210230", "(there is no such day)"},
      {"0000", "(there is no such day)"},
      {"", "(not understood)"},
      {"soon", "(not understood)"},
      {"22-24 May 2021", "(not understood)"},
      {"2021-05-22 to 2021-06-01", "(not understood)"},
      {"22/05/21", "(not understood)"},
      {"May 22", "(not understood)"},
      {"22 Brumaire 2021", "(not understood)"},
      {"12:30", "(not understood)"},
      {"1621684847", "(not understood)"},
      {"99999999999999999999", "(not understood)"},
      {"2021-05-22T12:00 and much more words", "(not understood)"},
  };
  for (const Form& form : forms) {
    CAPTURE(form.given);
    CHECK(read(form.given) == form.means);
  }
  CHECK(read(std::string(10'000, '1')) == "(not understood)");
}
