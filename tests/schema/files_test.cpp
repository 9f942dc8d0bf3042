// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include "schema/error.h"
#include "schema/files.h"
#include "tests/support/temp_dir.h"

using namespace communique;
using namespace communique::schema;

TEST_CASE("hashes are SHA-256 as FIPS 180-4 gives them") {
  CHECK(sha256("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  CHECK(sha256("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  CHECK(short_hash("abc") == "ba7816bf8f01cfea");
}

TEST_CASE("files are written, replaced, mapped and hashed whole") {
  const tests::TempDir folder;
  const std::string big(3 << 20, 'x');
  for (const std::string& bytes : {std::string(), std::string("one\0two", 7), big}) {
    replace_file_synced(folder / "f", bytes);
    CHECK(read_file(folder / "f") == bytes);
    CHECK(MappedFile(folder / "f").bytes() == bytes);
    CHECK(sha256_file(folder / "f") == sha256(bytes));
  }
  CHECK_FALSE(std::filesystem::exists(folder / "f.tmp"));
}

TEST_CASE("what can not be read or written says which file") {
  for (const char* file : {"/nonexistent/a", "/proc/communique"}) {
    try {
      write_file_synced(file, "x");
      FAIL("written?");
    } catch (const Error& error) {
      CHECK(error.code() == ErrorCode::Io);
      CHECK(std::string(error.what()).find(file) != std::string::npos);
    }
    CHECK_THROWS_AS(read_file(file), Error);
  }
}

TEST_CASE("a full disk is told apart from other failures") {
  try {
    write_file_synced("/dev/full", "x");
    FAIL("written?");
  } catch (const Error& error) {
    CHECK(error.code() == ErrorCode::DiskFull);
    CHECK(exit_code(error.code()) == exit_codes::kIndex);
    CHECK_FALSE(error.hint().empty());
  }
}
