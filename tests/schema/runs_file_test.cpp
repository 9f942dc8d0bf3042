// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/runs_file.h"

#include <doctest/doctest.h>

#include <cstring>
#include <functional>
#include <random>
#include <string>
#include <vector>

#include "tests/support/damage.h"
#include "tests/support/random.h"
#include "tests/support/temp_dir.h"

using namespace communique;
using schema::RunsFile;

namespace {

constexpr schema::RunsMagic kMagic{'C', 'Q', 'T', 'E', 'S', 'T', '0', '1'};
constexpr std::size_t kHeaderBytes = 24;
using namespace std::string_literals;

struct Content {
  std::vector<std::string> runs;
  std::string tail;
};

std::filesystem::path write(const std::filesystem::path& file, const Content& content) {
  schema::RunsWriter out(file, kMagic);
  for (const std::string& run : content.runs) out.add(run);
  out.finish(content.tail);
  return file;
}

void check_read(const std::filesystem::path& file, const Content& content) {
  const RunsFile read(file, kMagic);
  REQUIRE(read.documents() == content.runs.size());
  for (std::uint32_t docid = 1; docid <= read.documents(); ++docid) {
    CAPTURE(docid);
    CHECK(read.run(docid) == content.runs[docid - 1]);
  }
  CHECK(read.tail() == content.tail);
}

std::string random_bytes(std::mt19937& random, std::uint32_t most) {
  std::string bytes(tests::below(random, most + 1), '\0');
  for (char& byte : bytes) byte = static_cast<char>(tests::below(random, 256));
  return bytes;
}

const Content kSmall{{"first", "", "third run", "x"}, "a tail"};

std::optional<ErrorCode> error_in(const std::filesystem::path& file, const schema::RunsMagic& magic = kMagic) {
  return tests::error_of([&] { RunsFile(file, magic); });
}

/// True if a view lies in the file whose last byte is the tail's.
bool within(std::string_view view, const RunsFile& file, std::size_t file_bytes) {
  const char* const end = file.tail().data() + file.tail().size();
  const std::less_equal<> before;
  return before(end - file_bytes, view.data()) && before(view.data() + view.size(), end);
}

}  // namespace

TEST_CASE("runs and what stands behind them come back as they were") {
  const tests::TempDir folder;
  const std::vector<Content> contents = {
      {{}, ""},
      {{}, "only a tail"},
      {{""}, ""},
      {{"", "", ""}, "tail"},
      {{"a"}, ""},
      {{"ab", "", "cde"}, "t"},
      {{"", "abcd", ""}, ""},
      {{"\0"s, "\0\0\xff"s}, "\0\0"s},
      {{std::string(100000, 'x'), "y"}, std::string(5000, 'z')},
      kSmall,
  };
  for (const Content& content : contents) {
    CAPTURE(content.runs.size());
    CAPTURE(content.tail.size());
    check_read(write(folder / "a", content), content);
  }
}

TEST_CASE("random runs come back as they were") {
  const tests::TempDir folder;
  std::mt19937 random(3);
  for (int round = 0; round < 100; ++round) {
    Content content;
    for (std::uint32_t left = tests::below(random, 20); left > 0; --left) {
      content.runs.push_back(random_bytes(random, tests::below(random, 3) == 0 ? 0 : 40));
    }
    content.tail = random_bytes(random, 30);
    check_read(write(folder / "a", content), content);
  }
}

TEST_CASE("a document that there is not has an empty run") {
  const tests::TempDir folder;
  const RunsFile none(write(folder / "none", {{}, "tail"}), kMagic);
  const RunsFile four(write(folder / "four", kSmall), kMagic);
  for (const std::uint32_t docid : {0U, 5U, 6U, 1000U, UINT32_MAX - 1, UINT32_MAX}) {
    CAPTURE(docid);
    CHECK(none.run(docid).empty());
    CHECK(four.run(docid).empty());
  }
  CHECK(none.run(1).empty());
}

TEST_CASE("the same runs make the same bytes") {
  const tests::TempDir folder;
  CHECK(tests::slurp(write(folder / "a", kSmall)) == tests::slurp(write(folder / "b", kSmall)));
}

TEST_CASE("a runs file is damaged wherever it is cut, and if anything follows it") {
  const tests::TempDir folder;
  for (const Content& content : {kSmall, Content{{"abcd", "ef"}, ""}, Content{{}, ""}}) {
    const std::string whole = tests::slurp(write(folder / "whole", content));
    for (std::size_t length = 0; length < whole.size(); ++length) {
      CAPTURE(length);
      CHECK(error_in(folder.write("cut", whole.substr(0, length))) == ErrorCode::IndexDamaged);
    }
    for (const std::string& more : {"\0"s, "x"s, "four"s, std::string(4096, '\0'), whole}) {
      CHECK(error_in(folder.write("longer", whole + more)) == ErrorCode::IndexDamaged);
    }
  }
}

TEST_CASE("a file of another kind, an unfinished one or none is refused") {
  const tests::TempDir folder;
  const std::filesystem::path good = write(folder / "good", kSmall);
  schema::RunsMagic other = kMagic;
  other.back() = '2';
  CHECK(!error_in(good));
  CHECK(error_in(good, other) == ErrorCode::IndexDamaged);
  std::string wrong = tests::slurp(good);
  wrong[0] = 'c';
  CHECK(error_in(folder.write("wrong", wrong)) == ErrorCode::IndexDamaged);
  {
    schema::RunsWriter unfinished(folder / "unfinished", kMagic);
    unfinished.add("a run");
  }
  CHECK(error_in(folder / "unfinished") == ErrorCode::IndexDamaged);
  CHECK(error_in(folder / "absent") == ErrorCode::Io);
  CHECK(tests::error_of([&] { schema::RunsWriter(folder / "no folder" / "a", kMagic); }) == ErrorCode::Io);
}

TEST_CASE("altered ends of runs are damage, and only where they are read") {
  const tests::TempDir folder;
  const std::string good = tests::slurp(write(folder / "good", {{"abcd", "efgh", "ijkl"}, ""}));
  struct Row {
    std::size_t document;  ///< whose end is altered
    std::uint32_t end;
    std::vector<std::uint32_t> damaged;
  };
  const std::vector<Row> rows = {
      {1, 9, {2}},  // behind the second's end
      {1, 13, {1, 2}}, {1, UINT32_MAX, {1, 2}},
      {2, 3, {2}},  // before its start
      {2, 13, {2, 3}}, {3, 13, {3}},
      {3, 7, {3}},     {3, 0, {3}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.document);
    CAPTURE(row.end);
    std::string bytes = good;
    std::memcpy(bytes.data() + kHeaderBytes + 12 + 4 * (row.document - 1), &row.end, sizeof row.end);
    const RunsFile file(folder.write("bad", bytes), kMagic);
    std::vector<std::uint32_t> damaged;
    for (std::uint32_t docid = 1; docid <= 3; ++docid) {
      const auto error = tests::error_of([&] { static_cast<void>(file.run(docid)); });
      if (!error) continue;
      CHECK(*error == ErrorCode::IndexDamaged);
      damaged.push_back(docid);
    }
    CHECK(damaged == row.damaged);
  }
}

TEST_CASE("whatever bytes of a runs file are altered, it is damaged or its views lie in it") {
  const tests::TempDir folder;
  std::mt19937 random(17);
  const std::string good = tests::slurp(write(folder / "good", kSmall));
  int opened = 0;
  int refused = 0;
  for (int round = 0; round < 3000; ++round) {
    const std::string bytes = tests::altered(good, random);
    const auto file = folder.write("bad", bytes);
    const auto error = tests::error_of([&] {
      const RunsFile read(file, kMagic);
      ++opened;
      CHECK(within(read.tail(), read, bytes.size()));
      for (std::uint32_t docid = 1; docid <= read.documents(); ++docid) {
        const std::string_view run = read.run(docid);
        CHECK(within(run, read, bytes.size()));
      }
    });
    if (!error) continue;
    ++refused;
    CHECK(*error == ErrorCode::IndexDamaged);
  }
  CHECK(opened > 500);
  CHECK(refused > 500);
}
