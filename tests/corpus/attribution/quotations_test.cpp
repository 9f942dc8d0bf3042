// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/attribution/quotations.h"

#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include "corpus/analysis/sentences.h"

using namespace communique::corpus;
using namespace communique::corpus::attribution;

namespace {

/// The quotations of a text between bars; one that is not closed ends in "...".
std::string quoted(std::string_view text) {
  TokenisedText tokens;
  tokenise(text, split_sentences(text, "en"), tokens);
  find_quotations(tokens);
  std::string line;
  for (const Quotation& one : tokens.quotations) {
    if (!line.empty()) line += '|';
    const std::uint32_t start = tokens.tokens[one.tokens.first].start;
    line += text.substr(start, tokens.tokens[one.tokens.last - 1].end - start);
    if (!one.closed) line += "...";
  }
  return line;
}

struct Case {
  std::string text;
  std::string quotations;
};

}  // namespace

TEST_CASE("Quotation marks of every shape are paired") {
  const std::vector<Case> cases = {
      {"He said \"yes\" and \"no\".", "\"yes\"|\"no\""},
      {"He said “yes” and «no».", "“yes”|«no»"},
      {"''Yes,'' he said. ''No.''", "''Yes,''|''No.''"},
      {"The mayor's 'green plan' failed.", "'green plan'"},
      {"He said “she told me ‘no’ and left”.", "“she told me ‘no’ and left”"},
      {"“He said “no” and left,” she said.", "“He said “no” and left,”"},
  };
  for (const Case& one : cases) {
    CAPTURE(one.text);
    CHECK(quoted(one.text) == one.quotations);
  }
}

TEST_CASE("A quotation left open ends with its paragraph, or where a later one closes it") {
  const std::vector<Case> cases = {
      {"He said: “We go.\n\nThen they went.", "“We go...."},
      {"“We go.\n\n“We stay,” he said.", "“We go....|“We stay,”"},
      {"“We go.\n\nWe stay.\n\nWe sleep.”\n\nHe left.", "“We go.\n\nWe stay.\n\nWe sleep.”"},
  };
  for (const Case& one : cases) {
    CAPTURE(one.text);
    CHECK(quoted(one.text) == one.quotations);
  }
}

TEST_CASE("Apostrophes and inches are no quotation marks") {
  for (const std::string text : {"The workers' and farmers' party didn't win.", "He is 6'2\" tall.", "Don't say it's ours."}) {
    CAPTURE(text);
    CHECK(quoted(text) == "");
  }
}
