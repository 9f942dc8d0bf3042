// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include <random>
#include <string>
#include <utility>
#include <vector>

#include "schema/error.h"
#include "schema/forward_index.h"
#include "tests/support/forward.h"

using namespace communique;

namespace {

using Placed = std::pair<std::string, std::uint32_t>;

/// What a document holds, as "word@position ...".
std::string words_of(const schema::ForwardIndex& index, std::uint32_t docid,
                     schema::Titles titles = schema::Titles::Read) {
  std::vector<std::string> terms(index.words());
  for (schema::WordNumber place = 0; place < index.words(); ++place) {
    terms.at(index.word_at(place).number) = index.word_at(place).term;
  }
  std::string text;
  schema::for_each_word(index.document(docid), titles, [&](schema::WordNumber number, std::uint32_t position) {
    text += (text.empty() ? "" : " ") + terms.at(number) + "@" + std::to_string(position);
  });
  return text;
}

std::string message_of(const std::filesystem::path& file) {
  try {
    words_of(schema::ForwardIndex(file), 1);
  } catch (const Error& error) {
    return error.what();
  }
  return "no error";
}

}  // namespace

TEST_CASE("documents come back with their words at their positions") {
  const tests::TempDir folder;
  const schema::ForwardIndex index(tests::write_forward(
      folder / "a", {{"Grain deal. The deal", "Talks"}, {""}, {"non-proliferation talks"}, {"", "A title"}}));
  CHECK(index.documents() == 4);
  struct Row {
    std::uint32_t docid;
    schema::Titles titles;
    std::string words;
  };
  const std::vector<Row> rows = {
      {1, schema::Titles::Read, "grain@1 deal@2 the@203 deal@204 talks@405"},
      {1, schema::Titles::LeaveOut, "grain@1 deal@2 the@203 deal@204"},
      {2, schema::Titles::Read, ""},
      {3, schema::Titles::Read, "non@1 nonproliferation@1 proliferation@2 talks@3"},
      {4, schema::Titles::Read, "a@1 title@2"},
      {4, schema::Titles::LeaveOut, ""},
      {0, schema::Titles::Read, ""},
      {5, schema::Titles::Read, ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.docid);
    CHECK(words_of(index, row.docid, row.titles) == row.words);
  }
}

TEST_CASE("words are found with how often they stand") {
  const tests::TempDir folder;
  const schema::ForwardIndex index(tests::write_forward(folder / "a", {{"deal or no deal"}, {"Deal"}}));
  CHECK(index.words() == 3);
  CHECK(index.word_at(0).term == "deal");
  CHECK(index.word_at(0).count == 3);
  CHECK(index.find("deal") == index.word_at(0).number);
  CHECK(index.find("or") == index.word_at(2).number);
  for (const std::string absent : {"", "a", "dea", "deals", "zzz"}) CHECK(!index.find(absent));
}

TEST_CASE("any positions that do not go back are kept") {
  const tests::TempDir folder;
  std::mt19937 random(7);
  for (int round = 0; round < 50; ++round) {
    schema::ForwardBuilder builder;
    std::string expected;
    std::uint32_t position = schema::kFirstPosition;
    for (int i = 0; i < 40; ++i) {
      const std::string word = "w" + std::to_string(random() % 300);
      const std::vector<std::uint32_t> steps = {0, 1, 1, 1, 2, schema::kSentenceGap, schema::kSentenceGap + 1, 100000};
      position += i == 0 ? static_cast<std::uint32_t>(random() % 3) : steps[random() % steps.size()];
      builder.add(builder.number_of(word), position);
      expected += (expected.empty() ? "" : " ") + word + "@" + std::to_string(position);
    }
    builder.end_document();
    builder.write(folder / "a");
    CHECK(words_of(schema::ForwardIndex(folder / "a"), 1) == expected);
  }
}

TEST_CASE("a damaged file is named, or its document is") {
  const tests::TempDir folder;
  const std::string good = tests::slurp(tests::write_forward(folder / "good", {{"grain deal of the year"}}));
  struct Row {
    std::string bytes;
    std::string message;
  };
  std::string other_magic = good;
  other_magic[0] = 'X';
  std::string cut_run = good;
  cut_run[24 + 4] = '\xff';  // the last word of the run, behind the header: a number that does not end
  std::string far_end = good;
  far_end[24 + 8] = '\x7f';  // the end of the first document
  const std::vector<Row> rows = {
      {"", "is cut, altered or no such file"},
      {good.substr(0, good.size() - 1), "is cut, altered or no such file"},
      {good + "x", "is cut, altered or no such file"},
      {other_magic, "is cut, altered or no such file"},
      {cut_run, "altered"},
      {far_end, "altered"},
  };
  for (const Row& row : rows) {
    const std::string message = message_of(folder.write("bad", row.bytes));
    CAPTURE(message);
    CHECK(message.find(row.message) != std::string::npos);
  }
}
