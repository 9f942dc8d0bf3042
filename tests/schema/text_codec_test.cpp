// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include "schema/error.h"
#include "schema/record.h"
#include "schema/text_codec.h"

using namespace communique;
using namespace communique::schema;

namespace {

std::vector<std::string> samples() {
  std::vector<std::string> texts;
  for (int i = 0; i < 2000; ++i) {
    std::string text;
    for (int k = 0; k < 40; ++k)
      text += "The minister of item" + std::to_string((i * 7 + k * k) % 997) + " met the delegation. ";
    texts.push_back(text);
  }
  return texts;
}

}  // namespace

TEST_CASE("texts come back from compression, with a dictionary and without") {
  const std::string trained = TextCodec::train(samples());
  CHECK_FALSE(trained.empty());
  CHECK(trained == TextCodec::train(samples()));
  for (const std::string& dictionary : {std::string(), trained}) {
    const TextCodec codec(dictionary);
    for (const std::string& text :
         {std::string(), std::string("x"), samples()[3], std::string(100000, 'a'), std::string("习近平\n\xC3\xA9")}) {
      CHECK(codec.decompress(codec.compress(text), text.size()) == text);
    }
  }
  const std::string text = samples()[5];
  CHECK(TextCodec(trained).compress(text).size() < TextCodec("").compress(text).size());
}

TEST_CASE("too few samples train no dictionary") {
  CHECK(TextCodec::train({}).empty());
  CHECK(TextCodec::train({"one", "two"}).empty());
}

TEST_CASE("a compressed text that was altered, or another size, is damage") {
  const TextCodec codec("");
  const std::string packed = codec.compress(samples()[0]);
  CHECK_THROWS_AS(codec.decompress(packed, 3), Error);
  CHECK_THROWS_AS(codec.decompress(packed, samples()[0].size() + 1), Error);
  CHECK_THROWS_AS(codec.decompress(packed, std::size_t{1} << 60), Error);
  CHECK_THROWS_AS(codec.decompress("nonsense", 8), Error);
  CHECK_THROWS_AS(codec.decompress("", 8), Error);
}

TEST_CASE("a passage's record is compressed with a codec and can not be read without") {
  const TextCodec codec("");
  PassageRecord passage;
  passage.text = samples()[0];
  passage.number = 3;
  passage.sentence_starts = {0, 40};
  const std::string data = encode(passage, &codec);
  CHECK(data.size() < encode(passage).size());
  CHECK(decode_passage(data, &codec).text == passage.text);
  CHECK(decode_passage(data, &codec).sentence_starts == passage.sentence_starts);
  CHECK(decode_passage_number(data) == 3);
  CHECK_THROWS_AS(decode_passage(data), Error);
  CHECK(decode_passage(encode(passage), &codec).text == passage.text);
}
