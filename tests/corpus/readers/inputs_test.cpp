// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>
#include <unistd.h>

#include "tests/corpus/readers/reading.h"

using namespace communique::tests;
using communique::corpus::InputList;
using communique::corpus::list_inputs;

namespace {

std::string stems(const InputList& list) {
  std::string all;
  for (const auto& file : list.files) all += (all.empty() ? "" : " ") + file.id_stem;
  return all;
}

}  // namespace

TEST_CASE("folders are walked in order and sifted") {
  const TempDir dir;
  dir.write("press/b.txt", "b");
  dir.write("press/a.jsonl.zst", "");
  dir.write("press/sub/c.html", "<html>");
  dir.write("press/.hidden.txt", "x");
  dir.write("press/._b.txt", std::string("\0\5\x16\7", 4));
  dir.write("press/.git/config.txt", "x");
  dir.write("press/photo.jpg", std::string("\xff\xd8\xff\xe0\0\0\0\0\1\1\1\1", 12));
  dir.write("press/style.css", "body { color: red }");
  dir.write("press/speech", "A plain text without an ending.");
  dir.write("press/page.php", "<!doctype html><html><body>x</body></html>");
  const InputList list = list_inputs({(dir / "press").string()});
  CHECK(stems(list) == "press/a.jsonl press/b.txt press/page.php press/speech press/sub/c.html");
  CHECK(list.skipped_hidden == 3);
  CHECK(list.skipped_other == 2);
  CHECK(list.unreadable.empty());
  CHECK(list.files[1].display == (dir / "press/b.txt").string());
}

TEST_CASE("ids do not depend on how a file is named") {
  const TempDir dir;
  const auto file = dir.write("press/b.txt", "b");
  CHECK(stems(list_inputs({file.string()})) == "press/b.txt");
  CHECK(stems(list_inputs({(dir / "press/").string()})) == "press/b.txt");
  CHECK(stems(list_inputs({(dir / "press/../press/./b.txt").string()})) == "press/b.txt");
  CHECK(stems(list_inputs({file.string(), (dir / "press").string()})) == "press/b.txt");
  CHECK(stems(list_inputs({"-"})) == "stdin");
}

TEST_CASE("links to folders are not followed, so that walks end") {
  const TempDir dir;
  dir.write("press/a.txt", "a");
  std::filesystem::create_directory_symlink(dir / "press", dir / "press/loop");
  CHECK(list_inputs({(dir / "press").string()}).files.size() == 1);
}

TEST_CASE("an input that does not exist is an error of usage") {
  try {
    list_inputs({"/nonexistent/input"});
    FAIL("no error");
  } catch (const communique::Error& error) {
    CHECK(error.code() == communique::ErrorCode::Usage);
    CHECK(contains(error.what(), "/nonexistent/input"));
  }
}

TEST_CASE("file names that are not UTF-8 give ids that are") {
  const TempDir dir;
  dir.write("press/a\xff\n.txt", "a");
  CHECK(stems(list_inputs({(dir / "press").string()})) == "press/a%FF%0A.txt");
}

TEST_CASE("files and folders that can not be opened are told") {
  if (::geteuid() == 0) return;  // root opens everything
  const TempDir dir;
  const auto file = dir.write("press/a.txt", "a");
  std::filesystem::permissions(file, std::filesystem::perms::none);
  const InputList list = list_inputs({(dir / "press").string()});
  REQUIRE(list.files.size() == 1);
  Reading reading;
  CHECK_FALSE(communique::corpus::read_file(list.files[0], {}, sink_into(reading)));
  CHECK(contains(reading.reasons(), "can not be opened: Permission denied"));
}

TEST_CASE("a file that is gone when it is read is rejected") {
  Reading reading;
  CHECK_FALSE(
      communique::corpus::read_file({"/nonexistent.txt", "gone.txt", "gone.txt", "gone.txt"}, {}, sink_into(reading)));
  CHECK(reading.reasons() == "gone.txt: can not be opened: No such file or directory");
}
