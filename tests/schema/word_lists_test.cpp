// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/word_lists.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <numeric>
#include <random>
#include <string>
#include <vector>

#include "schema/bytes.h"
#include "schema/forward_file.h"
#include "tests/support/damage.h"
#include "tests/support/random.h"
#include "tests/support/temp_dir.h"

using namespace communique;
using schema::WordListReader;
using schema::WordLists;
using schema::WordListsBuilder;
using schema::WordNumber;

namespace {

/// A document as its words' counts by number; what it holds beside them makes it longer.
struct Document {
  std::map<WordNumber, std::uint32_t> counts{};
  std::uint32_t more = 0;

  std::uint32_t length() const {
    return std::accumulate(counts.begin(), counts.end(), more,
                           [](auto sum, const auto& one) { return sum + one.second; });
  }
};
using Documents = std::vector<Document>;
using Entries = std::vector<std::pair<std::uint32_t, std::uint32_t>>;  ///< docid and count

std::filesystem::path write(const std::filesystem::path& file, const Documents& documents, WordNumber words) {
  WordListsBuilder builder;
  for (const Document& document : documents) {
    document.length() == 0 ? builder.add_head() : builder.add_document(document.length());
    for (const auto& [number, count] : document.counts) builder.add(number, count);
  }
  builder.write(file, words);
  return file;
}

Entries entries_of(std::string_view run) {
  Entries entries;
  for (WordListReader reader(run); reader.docid() != 0; reader.next()) {
    entries.emplace_back(reader.docid(), reader.count());
  }
  return entries;
}

void check_read(const WordLists& lists, const Documents& documents, WordNumber words) {
  REQUIRE(lists.words() == words);
  REQUIRE(lists.documents() == documents.size());
  std::vector<Entries> expected(words);
  std::vector<std::uint32_t> heads;
  for (std::uint32_t docid = 1; docid <= documents.size(); ++docid) {
    const Document& document = documents[docid - 1];
    CHECK(lists.length(docid) == std::min(document.length(), 65535U));
    if (document.length() == 0) heads.push_back(docid);
    for (const auto& [number, count] : document.counts) expected[number].emplace_back(docid, count);
  }
  CHECK(std::equal(lists.heads().begin(), lists.heads().end(), heads.begin(), heads.end()));
  for (WordNumber number = 0; number < words; ++number) {
    CAPTURE(number);
    const schema::WordList list = lists.list(number);
    std::uint32_t occurrences = 0;
    for (const auto& [docid, count] : expected[number]) occurrences += count;
    CHECK(entries_of(list.run) == expected[number]);
    CHECK(list.passages == expected[number].size());
    CHECK(list.occurrences == occurrences);
    CHECK(list.last == (expected[number].empty() ? 0 : expected[number].back().first));
  }
}

/// Documents of words below `words`: many without any, as heads are; now and then a word that stands very often.
Documents random_documents(std::mt19937& random, WordNumber words, std::uint32_t most) {
  const std::vector<std::uint32_t> counts = {1, 1, 1, 2, 3, 129, 130, 70000};
  Documents documents(tests::below(random, most + 1));
  for (Document& document : documents) {
    for (std::uint32_t left = tests::below(random, 6); left > 0; --left) {
      document.counts[std::min(tests::below(random, words), tests::below(random, words))] =
          counts[tests::below(random, counts.size())];
    }
  }
  return documents;
}

/// A run of LEB128 numbers.
std::string run_of(const std::vector<std::uint32_t>& numbers) {
  std::string run;
  for (const std::uint32_t number : numbers) schema::append_number(run, number);
  return run;
}

std::optional<ErrorCode> error_in(std::string_view run) {
  return tests::error_of([&] { entries_of(run); });
}

}  // namespace

TEST_CASE("lists come back with their passages, counts and lengths") {
  const tests::TempDir folder;
  const std::vector<Documents> rows = {
      {},
      {{}},
      {{}, {}, {}},
      {{{{0, 1}}}},
      {{{{0, 2}}}, {}, {{{0, 1}, {3, 5}}}},
      {{}, {{{1, 300}, {2, 1}}, 12}, {{{2, 2}}}},
  };
  for (const Documents& documents : rows) {
    CAPTURE(documents.size());
    check_read(WordLists(write(folder / "a", documents, 5)), documents, 5);
  }
}

TEST_CASE("random lists come back as they were, with large steps between passages, too") {
  const tests::TempDir folder;
  std::mt19937 random(23);
  for (int round = 0; round < 40; ++round) {
    const WordNumber words = 1 + tests::below(random, 40);
    Documents documents = random_documents(random, words, 60);
    if (round % 8 == 0) {
      documents.resize(documents.size() + 20000);  // so that a step takes three bytes
      documents.push_back({{{0, 7}, {words - 1, 1}}});
    }
    check_read(WordLists(write(folder / "a", documents, words)), documents, words);
  }
}

TEST_CASE("files that are appended are the same as all their documents at once") {
  const tests::TempDir folder;
  std::mt19937 random(29);
  constexpr WordNumber kWords = 60;
  for (int round = 0; round < 60; ++round) {
    Documents all;
    WordListsBuilder builder;
    for (std::uint32_t left = tests::below(random, 5); left > 0; --left) {
      const Documents documents = random_documents(random, 25, 12);
      std::vector<WordNumber> numbers(kWords);  // of which the part's words get the first
      std::iota(numbers.begin(), numbers.end(), WordNumber{0});
      std::shuffle(numbers.begin(), numbers.end(), random);
      numbers.resize(25);
      builder.append(WordLists(write(folder / "part", documents, 25)), numbers);
      for (const Document& document : documents) {
        Document& there = all.emplace_back();
        for (const auto& [number, count] : document.counts) there.counts[numbers[number]] = count;
      }
    }
    builder.write(folder / "appended", kWords);
    CHECK(tests::slurp(folder / "appended") == tests::slurp(write(folder / "at once", all, kWords)));
  }
}

TEST_CASE("documents may follow what was appended") {
  const tests::TempDir folder;
  const Documents first = {{{{0, 1}, {1, 4}}}, {}};
  WordListsBuilder builder;
  builder.append(WordLists(write(folder / "first", first, 2)), {1, 0});
  builder.add_document(3);
  builder.add(1, 3);
  builder.write(folder / "a", 2);
  check_read(WordLists(folder / "a"), {{{{1, 1}, {0, 4}}}, {}, {{{1, 3}}}}, 2);
}

TEST_CASE("a document longer than 65,535 words counts as that long") {
  const tests::TempDir folder;
  WordListsBuilder builder;
  const std::vector<std::uint32_t> lengths = {0, 1, 65534, 65535, 65536, 65537, 131072, UINT32_MAX};
  for (const std::uint32_t length : lengths) builder.add_document(length);
  builder.write(folder / "a", 0);
  const WordLists lists(folder / "a");
  for (std::uint32_t docid = 1; docid <= lengths.size(); ++docid) {
    CHECK(lists.length(docid) == std::min(lengths[docid - 1], 65535U));
  }
}

TEST_CASE("a number that there is not has an empty list") {
  const tests::TempDir folder;
  const WordLists lists(write(folder / "a", {{{{0, 1}}}}, 3));
  for (const WordNumber number : {1U, 2U, 3U, 4U, 1000U, UINT32_MAX}) {
    CAPTURE(number);
    const schema::WordList list = lists.list(number);
    CHECK(list.run.empty());
    CHECK(list.passages == 0);
    CHECK(list.occurrences == 0);
    CHECK(WordListReader(list.run).docid() == 0);
  }
}

TEST_CASE("a run is read as far as it is whole, and damaged where it is cut") {
  struct Row {
    std::string run;
    Entries entries;  ///< empty: damaged
  };
  const std::vector<Row> rows = {
      {run_of({0}), {{1, 1}}},
      {run_of({6, 0}), {{4, 1}, {5, 1}}},
      {run_of({1, 0, 3, 126}), {{1, 2}, {3, 128}}},
      {run_of({300 << 1, 301 << 1 | 1, 1000}), {{301, 1}, {603, 1002}}},
      {run_of({1}), {}},                 // the count is missing
      {run_of({0, 5}), {}},              // of the second passage
      {"\x80", {}},                      // a number that does not end
      {"\x01\xff", {}},                  // nor does this, a count
      {"\x80\x80\x80\x80\x80\x01", {}},  // too long for 32 bits
  };
  for (const Row& row : rows) {
    CAPTURE(row.run.size());
    const auto error = error_in(row.run);
    CHECK(error.has_value() == row.entries.empty());
    if (error) {
      CHECK(*error == ErrorCode::IndexDamaged);
    } else {
      CHECK(entries_of(row.run) == row.entries);
    }
  }
}

TEST_CASE("a file of lists is damaged wherever it is cut") {
  const tests::TempDir folder;
  const std::string whole = tests::slurp(write(folder / "a", {{{{0, 1}, {2, 300}}}, {}, {{{2, 2}}}}, 4));
  for (std::size_t length = 0; length < whole.size(); ++length) {
    CAPTURE(length);
    const auto file = folder.write("cut", whole.substr(0, length));
    CHECK(tests::error_of([&] { WordLists{file}; }) == ErrorCode::IndexDamaged);
  }
  CHECK(tests::error_of([&] { WordLists(folder.write("longer", whole + "x")); }) == ErrorCode::IndexDamaged);
  CHECK(tests::error_of([&] { WordLists(folder / "absent"); }) == ErrorCode::Io);
}

TEST_CASE("whatever bytes of lists are altered, they are damaged or come to an end") {
  const tests::TempDir folder;
  std::mt19937 random(31);
  const std::string good = tests::slurp(write(folder / "a", random_documents(random, 12, 40), 12));
  int read = 0;
  for (int round = 0; round < 3000; ++round) {
    const auto file = folder.write("bad", tests::altered(good, random));
    const auto error = tests::error_of([&] {
      const WordLists lists(file);
      for (std::uint32_t docid = 1; docid <= lists.documents(); ++docid) CHECK(lists.length(docid) <= 65535);
      for (WordNumber number = 0; number <= lists.words(); ++number) {
        const schema::WordList list = lists.list(number);
        const std::size_t entries = entries_of(list.run).size();
        CHECK(entries <= list.run.size());
      }
      ++read;
    });
    if (error) CHECK(*error == ErrorCode::IndexDamaged);
  }
  CHECK(read > 100);
  CHECK(read < 2900);
}
