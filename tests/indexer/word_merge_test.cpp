// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include <random>
#include <string>
#include <vector>

#include "indexer/word_merge.h"
#include "tests/support/forward.h"

using namespace communique;
using tests::ForwardDocument;

namespace {

std::string random_text(std::mt19937& random) {
  std::string text;
  for (std::uint32_t left = random() % 30; left > 0; --left) {
    text += "w" + std::to_string(random() % 200) + (random() % 5 == 0 ? "-x" : "") + (random() % 6 == 0 ? ". " : " ");
  }
  return text;
}

}  // namespace

TEST_CASE("merged parts are the same as all documents written at once and merged alone") {
  const tests::TempDir folder;
  std::mt19937 random(11);
  for (int round = 0; round < 20; ++round) {
    std::vector<ForwardDocument> all;
    std::vector<std::filesystem::path> parts;
    for (int part = 0; part < 4; ++part) {
      std::vector<ForwardDocument> documents;
      for (std::uint32_t left = random() % 6; left > 0; --left) documents.push_back({random_text(random), "A title"});
      all.insert(all.end(), documents.begin(), documents.end());
      parts.push_back(tests::write_forward(folder / std::to_string(part), documents));
    }
    indexer::merge_forward(parts, folder / "merged");
    indexer::merge_forward({tests::write_forward(folder / "all", all)}, folder / "alone");
    CHECK(tests::slurp(folder / "merged") == tests::slurp(folder / "alone"));
    // And merging what is merged changes nothing.
    indexer::merge_forward({folder / "merged"}, folder / "again");
    CHECK(tests::slurp(folder / "again") == tests::slurp(folder / "merged"));
  }
}

TEST_CASE("frequent words have the smallest numbers") {
  const tests::TempDir folder;
  indexer::merge_forward({tests::write_forward(folder / "a", {{"rare often common"}, {"often common"}}),
                          tests::write_forward(folder / "b", {{"common"}})},
                         folder / "merged");
  const schema::ForwardIndex index(folder / "merged");
  CHECK(index.find("common") == 0U);
  CHECK(index.find("often") == 1U);
  CHECK(index.find("rare") == 2U);
}
