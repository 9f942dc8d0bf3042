// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "schema/utf8.h"
#include "searcher/render/excerpt.h"

using namespace communique;
using searcher::excerpt;
using searcher::Highlight;
using searcher::TextRange;

namespace {

schema::PassageRecord passage(const std::vector<std::string>& sentences) {
  schema::PassageRecord record;
  for (const std::string& sentence : sentences) {
    record.sentence_starts.push_back(static_cast<std::uint32_t>(record.text.size()));
    record.text += sentence + " ";
  }
  return record;
}

Highlight mark(const schema::PassageRecord& record, const std::string& word) {
  const auto start = static_cast<std::uint32_t>(record.text.find(word));
  return {start, start + static_cast<std::uint32_t>(word.size())};
}

std::string shown(const schema::PassageRecord& record, const std::vector<Highlight>& marks, std::size_t budget) {
  std::string text;
  for (const TextRange& piece : excerpt(record, marks, budget)) {
    text += (text.empty() ? "" : "|") + record.text.substr(piece.start, piece.end - piece.start);
  }
  return text;
}

const schema::PassageRecord kSpeech =
    passage({"First we greet the guests.", "Then we speak of the weather.", "Trade has grown by half.",
             "Nothing is said here at all.", "The pipeline and the port were opened.", "Thanks to all."});

}  // namespace

TEST_CASE("a short passage is shown whole, without the white space around it") {
  auto record = passage({"One.", "Two."});
  record.text.insert(0, "\n ");
  CHECK(shown(record, {}, 100) == "One. Two.");
}

TEST_CASE("the sentences with most matches come first, in the order of the text") {
  const std::vector<Highlight> marks = {mark(kSpeech, "Trade"), mark(kSpeech, "pipeline"), mark(kSpeech, "port")};
  CHECK(shown(kSpeech, marks, 40) == "The pipeline and the port were opened.");
  CHECK(shown(kSpeech, marks, 64) == "Trade has grown by half.|The pipeline and the port were opened.");
}

TEST_CASE("words not shown yet count more than the same ones again, and phrases more than words") {
  const auto record = passage({"Gas and gas and more gas again.", "The gas goes by ship to other ports.",
                               "A word on the gas pipeline, which all have read so much of in the news of late."});
  const auto at = [&](const std::string& text, std::size_t from) {
    const auto start = static_cast<std::uint32_t>(record.text.find(text, from));
    return Highlight{start, start + static_cast<std::uint32_t>(text.size())};
  };
  const std::vector<Highlight> marks = {at("Gas", 0), at("gas", 5), at("gas", 12), at("gas", 40),
                                        at("gas pipeline", 0)};
  CHECK(shown(record, marks, 80) == record.text.substr(record.sentence_starts[2], 79));
  CHECK(shown(record, marks, 115) ==
        "Gas and gas and more gas again.|" + record.text.substr(record.sentence_starts[2], 79));
}

TEST_CASE("what room is left goes to neighbours") {
  CHECK(shown(kSpeech, {mark(kSpeech, "pipeline")}, 56) == "The pipeline and the port were opened. Thanks to all.");
}

TEST_CASE("without matches the passage's beginning is shown") {
  CHECK(shown(kSpeech, {}, 30) == "First we greet the guests.");
}

TEST_CASE("a sentence that is too long is cut at words around its first match") {
  std::string words;
  for (int i = 0; i < 60; ++i) words += "word" + std::to_string(i) + " ";
  const auto record = passage({words + "needle " + words});
  const std::string text = shown(record, {mark(record, "needle")}, 120);
  CHECK(text.size() <= 120);
  CHECK(text.find("needle") != std::string::npos);
  CHECK(text.starts_with("word"));
  CHECK((" " + record.text).find(" " + text + " ") != std::string::npos);
}

TEST_CASE("no cut splits a code point, where there are no blanks either") {
  std::string han;
  for (int i = 0; i < 200; ++i) han += "合作";
  const auto record = passage({han});
  for (std::size_t budget = 40; budget < 60; ++budget) {
    for (const TextRange& piece : excerpt(record, {{300, 306}}, budget)) {
      CHECK(schema::code_point_start(record.text, piece.start) == piece.start);
      CHECK(schema::code_point_start(record.text, piece.end) == piece.end);
      CHECK(piece.start <= 300);
      CHECK(piece.end >= 306);
    }
  }
}
