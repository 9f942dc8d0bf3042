// SPDX-License-Identifier: GPL-3.0-or-later
// Is the right country found by name, adjective, code and capital, and none where two are meant?
#include "schema/countries.h"

#include <doctest/doctest.h>

#include <set>
#include <string>

using namespace communique::schema;

TEST_CASE("every country has its own code and a name that finds it") {
  std::set<std::string> codes;
  for (const auto& country : countries()) {
    CAPTURE(country.alpha3);
    CHECK(country.alpha3.size() == 3);
    CHECK((country.alpha2.empty() || country.alpha2.size() == 2));
    CHECK(codes.insert(country.alpha3).second);
    CHECK(find_country(country.name) == &country);
    CHECK(find_country(country.alpha3) == &country);
    CHECK(country_of_code(country.alpha3) == &country);
  }
  CHECK(countries().size() >= 250);
  for (const char* code : {"SUN", "YUG", "CSK", "DDR", "XKX", "PSE", "TWN", "SSD"}) CHECK(country_of_code(code));
}

TEST_CASE("forms find their country in any case, with or without accents and article") {
  struct Case {
    std::string text;
    std::string code;
  };
  const Case cases[] = {
      {"russia", "RUS"},
      {"Russian Federation", "RUS"},
      {"Россия", "RUS"},
      {"России", "RUS"},
      {"俄罗斯", "RUS"},
      {"Russie", "RUS"},
      {"Russian", "RUS"},
      {"russe", "RUS"},
      {"ru", "RUS"},
      {"RUS", "RUS"},
      {"the Netherlands", "NLD"},
      {"Dutch", "NLD"},
      {"US", "USA"},
      {"U.S.", "USA"},
      {"American", "USA"},
      {"United States of America", "USA"},
      {"UK", "GBR"},
      {"British", "GBR"},
      {"Côte d'Ivoire", "CIV"},
      {"cote d’ivoire", "CIV"},
      {"Ivory Coast", "CIV"},
      {"Turkey", "TUR"},
      {"Türkiye", "TUR"},
      {"Czech Republic", "CZE"},
      {"DRC", "COD"},
      {"North Korea", "PRK"},
      {"Republic of Korea", "KOR"},
      {"South Korean", "KOR"},
      {"Nigerien", "NER"},
      {"Nigerian", "NGA"},
      {"Guinean", "GIN"},
      {"Samoan", "WSM"},
      {"Soviet Union", "SUN"},
      {"Soviet", "SUN"},
      {"Burma", "MMR"},
      {"Swaziland", "SWZ"},
      {"Allemagne", "DEU"},
      {"Deutschland", "DEU"},
      {"中国", "CHN"},
      {"中國", "CHN"},
      {"Korea", ""},
      {"Congo", ""},
      {"Congolese", ""},
      {"Dominican", ""},
      {"Moscow", ""},
      {"Atlantis", ""},
      {"", ""},
      {"the", ""},
  };
  for (const auto& [text, code] : cases) {
    CAPTURE(text);
    const Country* found = find_country(text);
    CHECK((found ? found->alpha3 : "") == code);
  }
}

TEST_CASE("capitals count only when asked for, and codes only in capitals") {
  const Country* found = find_country("Moscow", true);
  REQUIRE(found);
  CHECK(found->alpha3 == "RUS");
  CHECK(find_country("Moscow") == nullptr);
  CHECK(country_of_code("rus") == nullptr);
  CHECK(country_of_code("") == nullptr);
}

TEST_CASE("countries in a title come once each, in order, and pronouns are none") {
  struct Case {
    std::string text;
    std::vector<std::string> codes;
  };
  const Case cases[] = {
      {"Telephone call between the President of China and the Russian President", {"CHN", "RUS"}},
      {"Russian-Uzbek talks took place in Russia", {"RUS", "UZB"}},
      {"They told us no, and it is so", {}},
      {"US and UK", {"USA", "GBR"}},
      {"New Jersey and New Mexico schools", {}},
      {"Papua New Guinea and Guinea-Bissau", {"PNG", "GNB"}},
      {"Korea and Congo", {}},
      {"", {}},
  };
  for (const auto& [text, codes] : cases) {
    CAPTURE(text);
    CHECK(countries_in(text) == codes);
  }
}
