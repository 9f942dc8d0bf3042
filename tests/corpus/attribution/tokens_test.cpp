// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/attribution/tokens.h"

#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include "corpus/analysis/sentences.h"

using namespace communique::corpus;
using namespace communique::corpus::attribution;

namespace {

TokenisedText cut(std::string_view text) {
  TokenisedText tokens;
  tokenise(text, split_sentences(text, "en"), tokens);
  return tokens;
}

std::string shown(std::string_view text) {
  const TokenisedText tokens = cut(text);
  std::string line;
  for (std::uint32_t at = 0; at < tokens.tokens.size(); ++at) {
    if (!line.empty()) line += ' ';
    line.append("[").append(tokens.word(at)).append("]");
  }
  return line;
}

struct Case {
  std::string text;
  std::string tokens;
};

}  // namespace

TEST_CASE("Words keep their stops, hyphens and possessives and give up their auxiliaries") {
  const std::vector<Case> cases = {
      {"", ""},
      {"Mr. Orlov met Gen. Ruiz.", "[Mr.] [Orlov] [met] [Gen.] [Ruiz] [.]"},
      {"The U.S. envoy left.", "[The] [U.S.] [envoy] [left] [.]"},
      {"He's late, they’ve said.", "[He] ['s] [late] [,] [they] [’ve] [said] [.]"},
      {"Lorn’s mayor didn't go", "[Lorn’s] [mayor] [didn't] [go]"},
      {"the senators’ plan", "[the] [senators’] [plan]"},
      {"Chung Eui-yong, 1,200 men - and 3.5 %", "[Chung] [Eui-yong] [,] [1,200] [men] [-] [and] [3.5] [%]"},
      {"yes -- no—maybe", "[yes] [--] [no] [—] [maybe]"},
      {"''No,'' he said", "[''] [No] [,] [''] [he] [said]"},
      {"“No.”", "[“] [No] [.] [”]"},
  };
  for (const Case& one : cases) {
    CAPTURE(one.text);
    CHECK(shown(one.text) == one.tokens);
  }
}

TEST_CASE("Tokens know their class, their sentence and whether they may report") {
  const TokenisedText text = cut("He also said so.\n\nThat is family news.");
  CHECK(text.tokens[0].is(kPronoun));
  CHECK(text.tokens[1].is(kAdverb));
  CHECK(text.tokens[2].cue != 0);
  CHECK(text.tokens[3].cue == 0);
  CHECK(text.sentences.size() == 2);
  CHECK(text.sentences[1].opens_paragraph);
  CHECK(text.tokens[5].sentence == 1);
  CHECK(text.tokens[5].is(kThat));
  CHECK_FALSE(text.tokens[7].is(kAdverb));
}
