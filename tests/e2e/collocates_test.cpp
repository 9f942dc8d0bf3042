// SPDX-License-Identifier: GPL-3.0-or-later
// Collocates against counts by hand over the same texts.
#include <doctest/doctest.h>

#include <cmath>

#include "tests/support/test_index.h"

using namespace communique::tests;
using nlohmann::json;

namespace {

json collocates(const TestIndex& index, std::vector<std::string> arguments) {
  arguments.insert(arguments.begin(), {searcher_binary(), "collocates"});
  arguments.insert(arguments.end(), {"--format", "json", "--index", index.path()});
  const ProcessResult result = run(arguments);
  CHECK_MESSAGE(result.exit_code == 0, result.err);
  return json::parse(result.out);
}

const json& word(const json& found, const std::string& wanted) {
  for (const json& one : found["words"]) {
    if (one["word"] == wanted) return one;
  }
  FAIL("no word " << wanted);
  return found;
}

double part(double observed, double expected) { return observed > 0 ? observed * std::log(observed / expected) : 0; }

}  // namespace

TEST_CASE("words near a match are counted once, left or right, within the sentence, against all texts without titles") {
  const TestIndex index;
  index.add_records({
      {{"id", "a"},
       {"title", "Blue harbour, blue sea and more of it"},
       {"text", "Blue harbour lights shine. Blue whales swim past."}},
      {{"id", "b"}, {"title", "Blue"}, {"text", "A blue old harbour. The harbour wall and harbour gate are blue."}},
      {{"id", "c"}, {"text", "Red barns stand on red hills, far from any coast."}},
  });
  const json found = collocates(index, {"harbour", "--window", "2", "--least", "1", "--limit", "100"});
  CHECK(found["passages"] == 2);
  CHECK(found["matches"] == 4);
  // a: blue | lights shine; b: blue old | ; the | wall and | gate are
  CHECK(found["near_words"] == 10);
  CHECK(found["all_words"] == 8 + 12 + 10);
  const json& blue = word(found, "blue");
  CHECK(blue["near"] == 2);
  CHECK(blue["left"] == 2);
  CHECK(blue["right"] == 0);
  CHECK(blue["total"] == 4);
  CHECK(blue["expected"].get<double>() == doctest::Approx(10 * 4 / 30.0));
  const double g2 =
      2 * (part(2, 10 * 4 / 30.0) + part(8, 10 * 26 / 30.0) + part(2, 20 * 4 / 30.0) + part(18, 20 * 26 / 30.0));
  CHECK(blue["g2"].get<double>() == doctest::Approx(g2));
  for (const json& one : found["words"]) {
    CHECK(one["word"] != "the");
    CHECK(one["word"] != "whales");
    CHECK(one["word"] != "harbour");
  }
}

TEST_CASE("the window may go over sentences, and function words may be listed") {
  const TestIndex index;
  index.add_records({{{"id", "a"}, {"text", "We saw the harbour. Whales swim there."}},
                     {{"id", "b"}, {"text", "Nothing else at all is here."}}});
  const json across = collocates(index, {"harbour", "--across-sentences", "--all-words", "--least", "1"});
  CHECK(word(across, "whales")["right"] == 1);
  CHECK(word(across, "the")["left"] == 1);
}

TEST_CASE("collocates of a filter, or with a wrong window, are refused; of an unknown word there are none") {
  const auto exit_code = [](std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), {searcher_binary(), "collocates"});
    arguments.insert(arguments.end(), {"--index", sample_index().path()});
    return run(arguments).exit_code;
  };
  CHECK(exit_code({"country:france"}) == 2);
  CHECK(exit_code({"peace", "--window", "0"}) == 2);
  CHECK(exit_code({"peace", "--window", "99"}) == 2);
  CHECK(exit_code({}) == 2);
  CHECK(exit_code({"zzyzx"}) == 1);
  CHECK(exit_code({"peace", "--least", "1"}) == 0);
}
