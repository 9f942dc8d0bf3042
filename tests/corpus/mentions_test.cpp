// SPDX-License-Identifier: GPL-3.0-or-later
// Are the leaders a text names found, each where it stands, and nobody else?
#include "corpus/analysis/mentions.h"

#include <doctest/doctest.h>

#include <string>

using namespace communique;
using namespace communique::corpus;

namespace {

const schema::Gazetteer& gazetteer() {
  static const auto built = schema::Gazetteer::parse(schema::built_in_leaders());
  return built;
}

/// The mentions of `text` as "id@what is written", joined by "; ".
std::string mentions(std::string_view text, std::string_view date, std::string_view country = {},
                     std::string_view named = {}) {
  MentionContext context;
  if (const auto parsed = schema::parse_date(date)) context.date = *parsed;
  context.country = country;
  for (std::size_t at = 0; at < gazetteer().leaders().size(); ++at) {
    if (gazetteer().leaders()[at].id == named) context.already_named.push_back(static_cast<schema::LeaderNumber>(at));
  }
  schema::WordSplitter splitter;
  std::string found;
  for (const auto& mention : find_mentions(text, gazetteer(), context, splitter)) {
    if (!found.empty()) found += "; ";
    found += gazetteer().leaders()[mention.leader].id + "@";
    found += text.substr(mention.span.start, mention.span.end - mention.span.start);
  }
  return found;
}

struct Case {
  std::string text;
  std::string date;
  std::string country;
  std::string found;
};

void check(const Case& one) {
  CAPTURE(one.text);
  CAPTURE(one.date);
  CHECK(mentions(one.text, one.date, one.country) == one.found);
}

}  // namespace

TEST_CASE("full names count, in any script, with initials and possessives outside") {
  const Case cases[] = {
      {"Vladimir Putin's visit pleased Xi Jinping.", "2021-02-04", "RUS",
       "vladimir-putin@Vladimir Putin; xi-jinping@Xi Jinping"},
      {"Antony J. Blinken spoke.", "2021-05-20", "USA", "antony-blinken@Antony J. Blinken"},
      {"Встреча с Владимиром Путиным и Си Цзиньпином", "2021-05-20", "RUS",
       "vladimir-putin@Владимиром Путиным; xi-jinping@Си Цзиньпином"},
      {"国家主席习近平同俄罗斯总统普京通电话", "2021-05-20", "CHN", "xi-jinping@习近平; vladimir-putin@普京"},
      {"Ursula von der Leyen and Recep Tayyip Erdogan", "2021", "",
       "ursula-von-der-leyen@Ursula von der Leyen; recep-tayyip-erdogan@Recep Tayyip Erdogan"},
      {"VLADIMIR PUTIN: Thank you.", "2021", "", "vladimir-putin@VLADIMIR PUTIN"},
      {"George Bush came.", "2005-05-05", "USA", "george-w-bush@George Bush"},
      {"George Bush came.", "1990-05-05", "USA", "george-h-w-bush@George Bush"},
  };
  for (const auto& one : cases) check(one);
}

TEST_CASE("a bare surname counts where one active leader bears it") {
  const Case cases[] = {
      {"We talked with Putin.", "2014", "", "vladimir-putin@Putin"},
      {"We talked with Putin.", "1970", "", ""},
      {"we ate a putin.", "2014", "", ""},
      {"Clinton said so.", "2010-06-01", "", "hillary-clinton@Clinton"},
      {"Clinton said so.", "1995-06-01", "", "bill-clinton@Clinton"},
      {"Kim said so.", "2015-06-01", "", ""},
      {"Assad said so, and al-Sisi agreed.", "2015-06-01", "", "bashar-al-assad@Assad; abdel-fattah-el-sisi@al-Sisi"},
  };
  for (const auto& one : cases) check(one);
}

TEST_CASE("a surname that is also a word or a common name needs a title or the full name before it") {
  const Case cases[] = {
      {"In May, Brown spoke.", "2008-06-01", "", ""},
      {"Prime Minister Brown spoke.", "2008-06-01", "", "gordon-brown@Brown"},
      {"Gordon Brown arrived. Later Brown spoke.", "2008-06-01", "", "gordon-brown@Gordon Brown; gordon-brown@Brown"},
      {"President Xi and Premier Li", "2021-06-01", "", "xi-jinping@Xi; li-keqiang@Li"},
      {"President Xi and Premier Li", "2024-06-01", "", "xi-jinping@Xi; li-qiang@Li"},
      {"Xi and Li", "2021-06-01", "", ""},
      {"Secretary Rice left.", "2006-06-01", "USA", "condoleezza-rice@Rice"},
      {"Rice prices rose.", "2006-06-01", "USA", ""},
      {"Dr. King had a dream.", "2008-06-01", "USA", ""},
      {"Dr. Martin Luther King", "2005-06-01", "USA", ""},
  };
  for (const auto& one : cases) check(one);
}

TEST_CASE("titles choose between bearers, and titles of others exclude") {
  const Case cases[] = {
      {"Former President Clinton met Secretary Clinton.", "2010-06-01", "USA",
       "bill-clinton@Clinton; hillary-clinton@Clinton"},
      {"Mrs. Clinton spoke.", "2010-06-01", "USA", "hillary-clinton@Clinton"},
      {"President Bush and Mr. Putin", "2005-06-01", "USA", "george-w-bush@Bush; vladimir-putin@Putin"},
      {"Governor Bush of Florida", "2005-06-01", "USA", ""},
      {"Foreign Minister Lavrov", "2010-06-01", "USA", "sergei-lavrov@Lavrov"},
      {"Deputy Foreign Minister Smith", "2010-06-01", "USA", ""},
      {"Vice President Biden", "2010-06-01", "USA", "joe-biden@Biden"},
      {"NATO Secretary General Stoltenberg", "2018-06-01", "USA", "jens-stoltenberg@Stoltenberg"},
  };
  for (const auto& one : cases) check(one);
}

TEST_CASE("part of another name is nobody") {
  const Case cases[] = {
      {"Jeb Bush spoke.", "2005-06-01", "USA", ""},
      {"Lyudmila Putin spoke.", "2005-06-01", "", ""},
      {"Donald Trump Jr. spoke.", "2018-06-01", "USA", ""},
      {"the George Bush School", "2005-06-01", "USA", ""},
      {"V. Putin spoke.", "2005-06-01", "", "vladimir-putin@Putin"},
      {"B. Putin spoke.", "2005-06-01", "", ""},
      {"Xi.\n\nJinping", "2021", "", ""},
      {"", "2021", "", ""},
  };
  for (const auto& one : cases) check(one);
}

TEST_CASE("whom the metadata names counts as named before") {
  CHECK(mentions("Brown welcomed it.", "2008-06-01", "", "gordon-brown") == "gordon-brown@Brown");
  CHECK(mentions("Kim welcomed it.", "2015-06-01", "", "kim-jong-un") == "kim-jong-un@Kim");
}
