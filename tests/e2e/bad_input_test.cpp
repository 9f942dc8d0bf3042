// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever is wrong, the user hears what, where and what to do, the exit code is right, and what was published stands.
#include <doctest/doctest.h>

#include <fstream>

#include <fcntl.h>
#include <signal.h>
#include <sys/file.h>
#include <unistd.h>

#include "tests/support/test_index.h"

using namespace communique::tests;
using nlohmann::json;

namespace {

const std::vector<json> kGood{{{"id", "good"}, {"text", "A statement that stands, whatever comes."}}};

bool stands(const TestIndex& index) {
  return index.statements("whatever") == Ids{"good"} && index.indexer("verify").exit_code == 0;
}

bool says(const ProcessResult& result, const std::string& text) { return result.err.find(text) != std::string::npos; }

/// A message that names a C++ type or a missing catch is not for users.
bool is_clean(const ProcessResult& result) {
  for (const char* leak : {"terminate called", "what():", "std::", "nlohmann", "Xapian::"}) {
    if ((result.err + result.out).find(leak) != std::string::npos) return false;
  }
  return result.exit_code < 128;
}

}  // namespace

TEST_CASE("bad records are rejected by file, line and reason, and the good ones beside them are indexed") {
  struct Row {
    std::string file;
    std::string content;
    const char* says;
    int rejected;
    int added;
  };
  const std::string deep =
      "{\"id\":\"d\",\"text\":\"x\",\"k\":" + std::string(5000, '[') + std::string(5000, ']') + "}\n";
  for (const Row& row : {
           Row{"cut.jsonl", "{\"id\":\"a\",\"text\":\"fine\"}\n{\"id\":\"b\",\"text\":\"bro", "cut.jsonl:2", 1, 1},
           Row{"types.jsonl", "{\"id\":\"a\",\"text\":7}\n{\"id\":\"b\",\"text\":\"fine\"}\n", "types.jsonl:1", 1, 1},
           Row{"array.jsonl", "[1,2]\n\"x\"\n{\"id\":\"b\",\"text\":\"fine\"}\n", "array.jsonl:1", 2, 1},
           Row{"nokey.jsonl", "{\"id\":\"a\",\"wording\":\"x\"}\n{\"id\":\"b\",\"text\":\"fine\"}\n", "--map", 1, 1},
           Row{"blank.jsonl", "{\"id\":\"a\",\"text\":\"  \\n \"}\n\n{\"id\":\"b\",\"text\":\"fine\"}\n",
               "blank.jsonl:1", 1, 1},
           Row{"deep.jsonl", deep + "{\"id\":\"b\",\"text\":\"fine\"}\n", "deep.jsonl:1", 1, 1},
           Row{"clash.jsonl", "{\"id\":\"a\",\"text\":\"one\"}\n{\"id\":\"a\",\"text\":\"two\"}\n", "clash.jsonl:2", 1,
               1},
           Row{"ragged.csv", "id,text\na,fine\nb,too,many\nc\n", "ragged.csv:3", 2, 1},
       }) {
    CAPTURE(row.file);
    const TestIndex index;
    index.add_records(kGood);
    const auto file = index.folder().write(row.file, row.content);
    const auto rejects = index.folder() / "rejects.jsonl";
    const auto result = index.indexer("add", {"--json", "--strict", "--rejects", rejects.string(), file.string()});
    CHECK(is_clean(result));
    CHECK(result.exit_code == 4);
    CHECK(says(result, row.says));
    const auto summary = json::parse(result.out);
    CHECK(summary["rejected"] == row.rejected);
    CHECK(summary["added"] == row.added);
    CHECK(stands(index));
    std::ifstream lines(rejects);
    int count = 0;
    for (std::string line; std::getline(lines, line); ++count)
      CHECK_FALSE(json::parse(line)["reason"].get<std::string>().empty());
    CHECK(count == row.rejected);
  }
}

TEST_CASE("strange but readable input is indexed") {
  struct Row {
    std::string name;
    std::string content;
    const char* query;
  };
  for (const Row& row : {
           Row{"cp1252.txt", "The caf\xe9 meeting was \x93good\x94.", "café"},
           Row{"word.txt", "An endless " + std::string(10000, 'a') + " word stands here.", "endless"},
           Row{"bom.jsonl", "\xEF\xBB\xBF{\"id\":\"b\",\"text\":\"with a mark\"}\n", "mark"},
           Row{"crlf.csv", "id,text\r\na,\"two\r\nlines\"\r\n", "lines"},
       }) {
    CAPTURE(row.name);
    const TestIndex index;
    CHECK(index.add({index.folder().write(row.name, row.content).string()})["added"] == 1);
    CHECK(index.statements(row.query).size() == 1);
  }
}

TEST_CASE("a word of ten thousand letters is found by itself") {
  const TestIndex index;
  const std::string word(10000, 'a');
  index.add_records({{{"id", "long"}, {"text", "See " + word + " here."}}});
  CHECK(index.find({word}).exit_code == 2);  // over the query's cap, and said so
  CHECK(index.exported().at("long")["text"] == "See " + word + " here.");
}

TEST_CASE("a record over the limit is rejected without taking the run down") {
  const TestIndex index;
  const auto file = index.folder() / "huge.jsonl";
  {
    std::ofstream out(file, std::ios::binary);
    out << "{\"id\":\"huge\",\"text\":\"";
    const std::string piece(1 << 20, 'x');
    for (int i = 0; i < 200; ++i) out << piece;
    out << "\"}\n{\"id\":\"b\",\"text\":\"fine after all\"}\n";
  }
  const auto result = index.indexer("add", {"--json", file.string()});
  CHECK(is_clean(result));
  CHECK(result.exit_code == 0);
  CHECK(json::parse(result.out)["rejected"] == 1);
  CHECK(says(result, "huge.jsonl:1"));
  CHECK(index.statements("fine") == Ids{"b"});
}

TEST_CASE("inputs that hold nothing, or are not there, say so") {
  const TestIndex index;
  index.add_records(kGood);
  std::filesystem::create_directories(index.folder() / "empty");
  const auto empty = index.indexer("add", {(index.folder() / "empty").string()});
  CHECK(empty.exit_code == 1);
  CHECK(says(empty, "empty"));
  const auto missing = index.indexer("add", {"/no/such/file.jsonl"});
  CHECK(missing.exit_code == 2);
  CHECK(says(missing, "/no/such/file.jsonl"));
  CHECK(index.indexer("add").exit_code == 2);
  CHECK(index.indexer("add", {"--format", "docx", "x"}).exit_code == 2);
  CHECK(index.indexer("add", {"--map", "nonsense", "x"}).exit_code == 2);
  CHECK(index.indexer("add", {"--unknown-flag", "x"}).exit_code == 2);
  CHECK(run({indexer_binary(), "frobnicate"}).exit_code == 2);
  CHECK(run({indexer_binary(), "add", "x"}, "", {"COMMUNIQUE_INDEX="}).exit_code == 2);
  CHECK(stands(index));
}

TEST_CASE("a folder with other files is not turned into an index") {
  const TestIndex index;
  index.folder().write("index/thesis.doc", "precious");
  const auto result =
      index.indexer("add", {index.folder().write("r.jsonl", "{\"id\":\"a\",\"text\":\"t\"}\n").string()});
  CHECK(result.exit_code == 3);
  CHECK(says(result, "thesis.doc"));
  CHECK(slurp(index.folder() / "index/thesis.doc") == "precious");
}

TEST_CASE("what is no index, or one of another version, is said by both programs") {
  const TestIndex index;
  for (const auto& result :
       {index.find({"word"}), index.indexer("verify"), index.indexer("info"), index.indexer("delete", {"x"})}) {
    CHECK(result.exit_code == 3);
    CHECK(says(result, "no index"));
    CHECK(is_clean(result));
  }
  index.add_records(kGood);
  const std::string manifest = index.path() + "/manifests/000001.json";
  std::string text = slurp(manifest);
  const std::string key = "\"schema\": ";
  text.replace(text.find(key) + key.size(), 1, "9");
  index.folder().write("index/manifests/000001.json", text);
  for (const auto& result :
       {index.find({"word"}), index.indexer("add", {(index.folder() / "records.jsonl").string()})}) {
    CHECK(result.exit_code == 3);  // the checksum in CURRENT no longer fits
    CHECK(is_clean(result));
  }
}

TEST_CASE("damage to any file is found by verify, and never answers wrongly in silence") {
  const TestIndex index;
  index.add_records(kGood);
  for (const char* folder : {"shards", "families", "gazetteers", "ledgers", "duplicates", "manifests"}) {
    for (const auto& entry : std::filesystem::directory_iterator(index.path() + "/" + folder)) {
      CAPTURE(entry.path().string());
      const std::string bytes = slurp(entry.path());
      for (int i = 0; i < 20; ++i) {
        std::string flipped = bytes;
        flipped[bytes.size() * static_cast<std::size_t>(i) / 20] ^= static_cast<char>(1 << (i % 8));
        std::ofstream(entry.path(), std::ios::binary | std::ios::trunc) << flipped;
        const auto result = index.indexer("verify");
        CHECK(result.exit_code == 3);
        CHECK(is_clean(result));
      }
      std::ofstream(entry.path(), std::ios::binary | std::ios::trunc) << bytes.substr(0, bytes.size() / 2);
      CHECK(index.indexer("verify").exit_code == 3);
      CHECK(index.find({"whatever"}).exit_code == 3);
      std::ofstream(entry.path(), std::ios::binary | std::ios::trunc) << bytes;
    }
  }
  CHECK(stands(index));
}

TEST_CASE("a second writer stops at once and names the first") {
  const TestIndex index;
  index.add_records(kGood);
  const int lock = ::open((index.path() + "/lock").c_str(), O_RDWR | O_CLOEXEC);
  REQUIRE(::flock(lock, LOCK_EX) == 0);
  const auto result = index.indexer("add", {(index.folder() / "records.jsonl").string()});
  CHECK(result.exit_code == 3);
  CHECK(says(result, "process"));
  CHECK(says(result, "lock"));
  CHECK(index.statements("whatever") == Ids{"good"});
  ::close(lock);
  CHECK(index.indexer("add", {(index.folder() / "records.jsonl").string()}).exit_code == 0);
}

TEST_CASE("an unreadable file is rejected by name and nothing is pruned") {
  if (::geteuid() == 0) {
    MESSAGE("skipped: root can read every file");
    return;
  }
  const TestIndex index;
  index.add_records(kGood);
  index.folder().write("in/a.txt", "Readable text.");
  const auto secret = index.folder().write("in/b.txt", "Secret.");
  std::filesystem::permissions(secret, std::filesystem::perms::none);
  const auto result = index.indexer("add", {"--json", "--prune", (index.folder() / "in").string()});
  CHECK(says(result, "b.txt"));
  CHECK(json::parse(result.out)["deleted"] == 0);
  CHECK(stands(index));
}

TEST_CASE("a truncated archive gives what it holds, and nothing is pruned") {
  const TestIndex index;
  index.add_records(kGood);
  const std::string whole = slurp(sample_folder() / "archive.jsonl.gz");
  const auto cut = index.folder().write("cut.jsonl.gz", whole.substr(0, whole.size() - 20));
  const auto result = index.indexer("add", {"--json", "--prune", cut.string()});
  CHECK(is_clean(result));
  CHECK(says(result, "cut.jsonl.gz"));
  CHECK(json::parse(result.out)["deleted"] == 0);
  CHECK(stands(index));
}

TEST_CASE("a closed pipe is success") {
  const TestIndex index;
  index.add_records(kGood);
  const auto result = run(
      {"/bin/bash", "-c",
       "set -o pipefail; " + indexer_binary() + " export --index " + index.path() + " | true; echo ${PIPESTATUS[0]}"});
  CHECK(result.out == "0\n");
  CHECK(result.err.empty());
}

TEST_CASE("help is there for every command and says the exit codes") {
  for (const std::string& command :
       std::initializer_list<std::string>{"add", "delete", "verify", "export", "info", "analyse"}) {
    CAPTURE(command);
    const auto result = run({indexer_binary(), command, "--help"});
    CHECK(result.exit_code == 0);
    CHECK(result.out.find("Usage:") != std::string::npos);
    CHECK(result.out.find("Exit codes") != std::string::npos);
  }
  for (const std::string& command : std::initializer_list<std::string>{"find", "show"}) {
    CAPTURE(command);
    CHECK(run({searcher_binary(), command, "--help"}).exit_code == 0);
  }
  CHECK(run({indexer_binary(), "--version"}).out.find("communique-indexer") == 0);
  CHECK(run({searcher_binary(), "--version"}).out.find("communique-searcher") == 0);
}
