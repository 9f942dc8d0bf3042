// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include "schema/error.h"
#include "schema/files.h"
#include "schema/manifest.h"
#include "tests/support/temp_dir.h"

using namespace communique;
using namespace communique::schema;

namespace {

Manifest sample_manifest() {
  Manifest manifest;
  manifest.generation = 7;
  manifest.created = "2024-05-01T10:00:00Z";
  manifest.statements = 3;
  manifest.passages = 9;
  manifest.text_bytes = 1000;
  manifest.languages = {"en", "fr"};
  manifest.families = {"families/000007.families", 4, sha256("fams")};
  manifest.dictionary = {"dictionaries/x.zdict", 0, sha256("")};
  manifest.gazetteer = {"gazetteers/x.json", 4, sha256("gaze")};
  manifest.names = {"gazetteers/x.names", 4, sha256("name")};
  manifest.ledger = {"ledgers/000007.ledger", 4, sha256("ledg")};
  manifest.signatures = {"duplicates/000007.signatures", 4, sha256("sign")};
  manifest.versions = {"duplicates/000007.versions", 4, sha256("vers")};
  manifest.clusters = 2;
  ShardEntry shard;
  shard.file = {"shards/000007-0.glass", 4, sha256("shrd")};
  shard.forward = {"shards/000007-0.forward", 4, sha256("forw")};
  shard.records = {"shards/000007-0.records", 4, sha256("reco")};
  shard.lists = {"shards/000007-0.lists", 4, sha256("list")};
  shard.uuid = "u";
  shard.from = Date{2019, 1, 1};
  shard.to = Date{2021, 12, 31};
  shard.undated = true;
  shard.statements = 4;
  shard.passages = 11;
  shard.tombstones = {{1, 2, "0123456789abcdef"}};
  manifest.shards = {shard};
  return manifest;
}

ErrorCode code_of_opening(const IndexPaths& paths) {
  try {
    check_files_present(paths, read_current(paths));
  } catch (const Error& error) {
    CHECK_FALSE(error.hint().empty());
    return error.code();
  }
  return ErrorCode::Usage;
}

/// An index folder with every file of sample_manifest().
void publish(const tests::TempDir& folder, const std::string& json) {
  const IndexPaths paths{folder.path()};
  folder.write("families/000007.families", "fams");
  folder.write("dictionaries/x.zdict", "");
  folder.write("gazetteers/x.json", "gaze");
  folder.write("gazetteers/x.names", "name");
  folder.write("ledgers/000007.ledger", "ledg");
  folder.write("duplicates/000007.signatures", "sign");
  folder.write("duplicates/000007.versions", "vers");
  folder.write("shards/000007-0.glass", "shrd");
  folder.write("shards/000007-0.forward", "forw");
  folder.write("shards/000007-0.records", "reco");
  folder.write("shards/000007-0.lists", "list");
  folder.write("manifests/000007.json", json);
  folder.write("CURRENT", current_line(7, json));
}

}  // namespace

TEST_CASE("a manifest comes back as it was written") {
  const std::string json = to_json(sample_manifest());
  CHECK(to_json(parse_manifest(json, "m")) == json);
}

TEST_CASE("CURRENT leads to the manifest and its files") {
  const tests::TempDir folder;
  publish(folder, to_json(sample_manifest()));
  const IndexPaths paths{folder.path()};
  CHECK(current_generation(paths) == 7);
  const Manifest manifest = read_current(paths);
  CHECK(manifest.statements == 3);
  check_files_present(paths, manifest);
}

TEST_CASE("each kind of damage has its code and a hint") {
  const std::string json = to_json(sample_manifest());
  SUBCASE("no folder") { CHECK(code_of_opening({"/nonexistent/index"}) == ErrorCode::IndexMissing); }
  SUBCASE("a folder that is no index") {
    const tests::TempDir folder;
    CHECK(code_of_opening({folder.path()}) == ErrorCode::IndexMissing);
  }
  SUBCASE("CURRENT is nonsense") {
    const tests::TempDir folder;
    publish(folder, json);
    for (const char* text : {"", "000007.json\n", "000007.json short\n", "x.json 0\n"}) {
      folder.write("CURRENT", text);
      CHECK(code_of_opening({folder.path()}) == ErrorCode::IndexDamaged);
    }
  }
  SUBCASE("the manifest was altered") {
    const tests::TempDir folder;
    publish(folder, json);
    folder.write("manifests/000007.json", json + " ");
    CHECK(code_of_opening({folder.path()}) == ErrorCode::IndexDamaged);
  }
  SUBCASE("the manifest is gone") {
    const tests::TempDir folder;
    publish(folder, json);
    std::filesystem::remove(folder / "manifests/000007.json");
    CHECK(code_of_opening({folder.path()}) == ErrorCode::IndexDamaged);
  }
  SUBCASE("a shard is gone or shorter") {
    const tests::TempDir folder;
    publish(folder, json);
    folder.write("shards/000007-0.glass", "shr");
    CHECK(code_of_opening({folder.path()}) == ErrorCode::IndexDamaged);
    std::filesystem::remove(folder / "shards/000007-0.glass");
    CHECK(code_of_opening({folder.path()}) == ErrorCode::IndexDamaged);
  }
  SUBCASE("another version") {
    const tests::TempDir folder;
    for (const char* key : {"\"format\": ", "\"schema\": ", "\"normaliser\": "}) {
      std::string other = json;
      const std::size_t at = other.find(key) + std::string(key).size();
      other.replace(at, 1, "99");
      publish(folder, other);
      CHECK(code_of_opening({folder.path()}) == ErrorCode::IndexVersion);
    }
  }
}

TEST_CASE("a manifest with a key missing is damaged, not a crash") {
  const std::string json = to_json(sample_manifest());
  for (const char* key : {"\"generation\"", "\"shards\"", "\"families\"", "\"uuid\"", "\"tombstones\"",
                          "\"signatures\"", "\"versions\"", "\"clusters\""}) {
    std::string other = json;
    other.replace(other.find(key) + 1, 1, "X");
    CHECK_THROWS_AS(parse_manifest(other, "m"), Error);
  }
  CHECK_THROWS_AS(parse_manifest("{", "m"), Error);
  CHECK_THROWS_AS(parse_manifest("[]", "m"), Error);
}
