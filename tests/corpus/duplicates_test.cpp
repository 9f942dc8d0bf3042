// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include <string>

#include "corpus/duplicates/signature.h"

using namespace communique::corpus;

namespace {

/// Sentences that share few runs of words, each with a name and a number of its own.
std::string sentences(int first, int count) {
  static const char* const kVerbs[] = {"opened", "praised", "visited", "repaired", "measured", "inspected", "painted"};
  static const char* const kThings[] = {"bridge",     "harbour",     "library", "school", "tramway", "orchard",
                                        "lighthouse", "observatory", "granary", "mill",   "ferry"};
  std::string text;
  for (int i = first; i < first + count; ++i) {
    const auto number = static_cast<std::size_t>(i);
    text += "The minister " + std::string(kVerbs[number % 7]) + " the " + kThings[number % 11] + " of Place" +
            std::to_string(i) + " and thanked the " + std::to_string(3 * i + 20) + " people who had built the " +
            kThings[(number * 5 + 3) % 11] + " beside it. ";
  }
  return text;
}

}  // namespace

TEST_CASE("case, punctuation and possessives do not tell two texts apart") {
  const std::string text = "“The Guard's families,” she said, “waited.” The U.S. envoy's answer: come!";
  for (const char* other : {"\"The Guard’s families\", SHE SAID, \"waited\". The U.S. envoy’s answer - come.",
                            "The Guard s families she said waited The U S envoys answer come"}) {
    CAPTURE(other);
    CHECK(signature_of(other).words_hash == signature_of(text).words_hash);
    CHECK(likeness(signature_of(other), signature_of(text)) == 1);
  }
  CHECK(signature_of("She waited.").words_hash != signature_of("Waited she.").words_hash);
}

TEST_CASE("likeness follows the share of words in common") {
  struct Row {
    const char* what;
    std::string text;
    double least;
    double most;
  };
  const Signature whole = signature_of(sentences(0, 20));
  for (const Row& row : {Row{"the same", sentences(0, 20), 1, 1},
                         Row{"a lead added", "Harbour Wire reports: " + sentences(0, 20), .9, 1},
                         Row{"a quarter cut", sentences(0, 15), .55, .95}, Row{"half of it", sentences(0, 10), .3, .7},
                         Row{"another text", sentences(40, 20), 0, .5}, Row{"nothing", "", 0, 0}}) {
    CAPTURE(row.what);
    const double alike = likeness(whole, signature_of(row.text));
    CHECK(alike >= row.least);
    CHECK(alike <= row.most);
  }
  CHECK(containment(whole, signature_of(sentences(0, 10))) > .8);
  CHECK(containment(whole, signature_of(sentences(40, 20))) < .7);
}

TEST_CASE("names and numbers in the same place tell what is made from a template") {
  const auto letter = [](const std::string& country, const std::string& name, const std::string& number) {
    return "I congratulate " + country + " on its national day. It is with great pleasure that I write to " + name +
           " on behalf of our people, who wish all of " + country + " peace and prosperity. The " + number +
           " students whom our universities have welcomed this year from " + country +
           " show how near our nations have come, and I look forward to working with " + name + " again.";
  };
  const Signature one = signature_of(letter("Ruritania", "Rudolf", "120"));
  const Signature other = signature_of(letter("Grenoria", "Otto", "450"));
  const DetailCount between = compare_details(one, other);
  CHECK(between.differing >= 3);
  const DetailCount same =
      compare_details(one, signature_of("Our correspondent writes. " + letter("Ruritania", "Rudolf", "120")));
  CHECK(same.compared >= 5);
  CHECK(same.differing == 0);
}

TEST_CASE("texts without words, without blanks or damaged have a signature too") {
  CHECK(signature_of("").words == 0);
  CHECK(signature_of(" \n\t—…“”").words == 0);
  CHECK(likeness(signature_of(""), signature_of("")) == 0);
  CHECK(containment(signature_of(""), signature_of("word")) == 0);
  CHECK(signature_of("ok").words == 1);
  CHECK(likeness(signature_of("Yes, we do."), signature_of("yes we do")) == 1);
  CHECK(likeness(signature_of("Yes, we do."), signature_of("No, we do not.")) < .3);
  // Han characters are words of their own.
  CHECK(signature_of("中国国家主席习近平，同俄罗斯总统普京。").words == 17);
  CHECK(signature_of("\xff\xe4\xb8 \xe2\x80").words > 0);
  for (std::size_t length = 0; length < 40; ++length) {
    const std::string text = "Łódź «слово» 中国 x’s \xf0\x9f\x98\x80 end";
    CHECK_NOTHROW(signature_of(std::string_view(text).substr(0, length)));
  }
}

TEST_CASE("a signature is the same on every machine") {
  // Kept in indexes: a change needs another kAnalysisVersion.
  const Signature signature = signature_of("The two presidents agreed on Thursday to meet again in Accra in 2016.");
  CHECK(signature.words == 13);
  CHECK(signature.words_hash == 5901333568102948780U);
  CHECK(signature.bins[0] == 202);
  CHECK(signature.bins[63] == 114);
}
