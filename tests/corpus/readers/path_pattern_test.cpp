// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/readers/path_pattern.h"

#include <doctest/doctest.h>

using communique::corpus::PathPattern;

namespace {

/// "country=AFG year=2020", or "no match", or the error.
std::string matched(std::string_view pattern, std::string_view path) {
  const auto parsed = PathPattern::parse(pattern);
  if (!parsed) return "error: " + parsed.error().message;
  const auto taken = parsed->match(path);
  if (!taken) return "no match";
  std::string all;
  for (const auto& [name, value] : *taken) all += (all.empty() ? "" : " ") + name + "=" + value;
  return all;
}

}  // namespace

TEST_CASE("path patterns take what a path's end says") {
  struct Case {
    const char* pattern;
    const char* path;
    const char* taken;
  };
  const Case cases[] = {
      {"{country}_{session}_{year}.txt", "/data/ungdc/AFG_75_2020.txt", "country=AFG session=75 year=2020"},
      {"{country}_{session}_{year}.txt", "/data/United_Kingdom_75_2020.txt",
       "country=United_Kingdom session=75 year=2020"},
      {"{country}/{year}-{month}-{day}.txt", "/data/Spain/2021-12-24.txt", "country=Spain day=24 month=12 year=2021"},
      {"{day}{month}{year}{speaker}{number}.txt", "13Dec2006Obama476.txt",
       "day=13 month=Dec number=476 speaker=Obama year=2006"},
      {"{speaker}/*/{id}.html", "/x/Putin/2020/123.html", "id=123 speaker=Putin"},
      {"*{year}*", "/x/speech-2020-final.txt", "year=2020"},
      {"{year}.txt.gz", "/x/2020.txt.zst", "year=2020"},
      {"{country}_{year}.txt", "/x/AFG_20.txt", "no match"},
      {"{country}/{year}.txt", "2020.txt", "no match"},
      {"{country}_{year}.txt", "/x/AFG_2020.html", "no match"},
      {"{year", "", "error: '{' without '}'"},
      {"year}", "", "error: '}' without '{'"},
      {"{}.txt", "", "error: '{}' is no name"},
      {"*.txt", "", "error: it names nothing, as {year} or {country} would"},
      {"{a}{b}{c}{d}{e}{f}{g}{h}{i}", "", "error: more than 8 names and stars between two slashes"},
  };
  for (const Case& one : cases) {
    CAPTURE(one.pattern);
    CAPTURE(one.path);
    CHECK(matched(one.pattern, one.path) == one.taken);
  }
}
