// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>
#include <zlib.h>
#include <zstd.h>

#include "tests/corpus/readers/reading.h"

using namespace communique::tests;

namespace {

std::string gzip(const std::string& text) {
  z_stream stream{};
  REQUIRE(deflateInit2(&stream, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY) == Z_OK);
  std::string packed(text.size() + 1000, '\0');
  std::string copy = text;
  stream.next_in = reinterpret_cast<Bytef*>(copy.data());
  stream.avail_in = static_cast<uInt>(copy.size());
  stream.next_out = reinterpret_cast<Bytef*>(packed.data());
  stream.avail_out = static_cast<uInt>(packed.size());
  REQUIRE(deflate(&stream, Z_FINISH) == Z_STREAM_END);
  packed.resize(packed.size() - stream.avail_out);
  deflateEnd(&stream);
  return packed;
}

std::string zstd(const std::string& text) {
  std::string packed(ZSTD_compressBound(text.size()), '\0');
  packed.resize(ZSTD_compress(packed.data(), packed.size(), text.data(), text.size(), 3));
  return packed;
}

std::string lines(int from, int to) {
  std::string all;
  for (int i = from; i < to; ++i) {
    all +=
        R"({"id":")" + std::to_string(i) + R"(","text":"Text number )" + std::to_string(i * 7919 % 100'003) + "\"}\n";
  }
  return all;
}

}  // namespace

TEST_CASE("compressed files are read by content, whatever their name, in one part or several") {
  for (const auto pack : {gzip, zstd}) {
    for (const char* name : {"a.jsonl.gz", "a.jsonl.zst", "a.jsonl"}) {
      CAPTURE(name);
      const std::string packed = pack(lines(0, 3000)) + pack(lines(3000, 5000));
      const Reading read = read_content(name, packed);
      CHECK(read.reasons() == "");
      CHECK(read.whole);
      CHECK(read.statements.size() == 5000);
      CHECK(read.bytes == packed.size());
    }
  }
}

TEST_CASE("a cut stream gives the records before the cut, and the file is not read to its end") {
  for (const auto pack : {gzip, zstd}) {
    const std::string packed = pack(lines(0, 20'000));
    for (const std::size_t size : {packed.size() - 1, packed.size() - 9, packed.size() / 2}) {
      CAPTURE(size);
      const Reading read = read_content("a.jsonl", packed.substr(0, size));
      CHECK_FALSE(read.whole);
      REQUIRE(read.rejections.size() == 1);
      CHECK(contains(read.rejections[0].reason, "breaks off in the middle of its"));
      for (const auto& statement : read.statements) CHECK(contains(statement.text, "Text number "));
    }
  }
}

TEST_CASE("damaged streams are rejected") {
  std::string packed = gzip(lines(0, 20'000));
  packed[packed.size() - 6] = static_cast<char>(packed[packed.size() - 6] ^ 1);  // in the checksum
  const Reading checksum = read_content("a.jsonl.gz", packed);
  CHECK_FALSE(checksum.whole);
  CHECK(contains(checksum.reasons(), "damaged gzip data"));
  const Reading tail = read_content("a.jsonl.gz", gzip(lines(0, 10)) + "garbage");
  CHECK(tail.statements.size() == 10);
  CHECK_FALSE(tail.whole);
  const Reading padded = read_content("a.jsonl.gz", gzip(lines(0, 10)) + std::string(100, '\0'));
  CHECK(padded.statements.size() == 10);
  CHECK(padded.whole);
  const Reading misnamed = read_content("a.jsonl.gz", std::string(100, '\x01'));
  CHECK(misnamed.reasons() == "a.jsonl.gz: named as if compressed, but it is neither gzip nor zstd data");
}

TEST_CASE("whole texts, pages and tables can be compressed too, and a cut text is no statement") {
  CHECK(read_content("a.txt.gz", gzip("A text.")).statements.at(0).text == "A text.");
  CHECK(read_content("a.html.zst", zstd("<html><body><p>A page.</p></body></html>")).statements.at(0).text ==
        "A page.");
  CHECK(read_content("a.csv.gz", gzip("id,text\n1,x\n")).statements.at(0).id == "1");
  const std::string packed = gzip(std::string(lines(0, 5000)));
  const Reading cut = read_content("a.txt.gz", packed.substr(0, packed.size() / 2));
  CHECK(cut.statements.empty());
  CHECK_FALSE(cut.whole);
}

TEST_CASE("what unpacks to more than the limit is rejected without being held") {
  communique::corpus::ReadOptions options;
  options.limits.record_bytes = 100'000;
  const Reading read = read_content("a.txt.zst", zstd(std::string(50'000'000, 'x')), options);
  CHECK(read.statements.empty());
  CHECK(contains(read.reasons(), "the file is longer than"));
}
