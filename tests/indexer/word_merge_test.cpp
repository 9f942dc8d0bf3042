// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/word_merge.h"

#include <doctest/doctest.h>

#include <map>
#include <random>
#include <string>
#include <vector>

#include "schema/word_lists.h"
#include "tests/support/damage.h"
#include "tests/support/forward.h"
#include "tests/support/random.h"

using namespace communique;
using indexer::WordFiles;
using tests::ForwardDocument;

namespace {

std::string random_text(std::mt19937& random) {
  std::string text;
  for (std::uint32_t left = tests::below(random, 30); left > 0; --left) {
    text += "w" + std::to_string(tests::below(random, 200)) + (tests::below(random, 5) == 0 ? "-x" : "") +
            (tests::below(random, 6) == 0 ? ". " : " ");
  }
  return text;
}

WordFiles files_in(const tests::TempDir& folder, const std::string& name) {
  return {folder / (name + ".forward"), folder / (name + ".lists")};
}

/// How often each word stands in a document, by number.
std::map<schema::WordNumber, std::uint32_t> counts_in(const schema::ForwardIndex& index, std::uint32_t docid) {
  std::map<schema::WordNumber, std::uint32_t> counts;
  schema::for_each_word(index.document(docid), schema::Titles::Read,
                        [&](schema::WordNumber number, std::uint32_t) { ++counts[number]; });
  return counts;
}

/// A forward index and the lists that say the same.
WordFiles write_words(const tests::TempDir& folder, const std::string& name,
                      const std::vector<ForwardDocument>& documents) {
  const WordFiles files = files_in(folder, name);
  const schema::ForwardIndex index(tests::write_forward(files.forward, documents));
  schema::WordListsBuilder lists;
  for (std::uint32_t docid = 1; docid <= index.documents(); ++docid) {
    const auto counts = counts_in(index, docid);
    std::uint32_t length = 0;
    for (const auto& [number, count] : counts) length += count;
    lists.add_document(length);
    for (const auto& [number, count] : counts) lists.add(number, count);
  }
  lists.write(files.lists, index.words());
  return files;
}

bool same_bytes(const WordFiles& a, const WordFiles& b) {
  return tests::slurp(a.forward) == tests::slurp(b.forward) && tests::slurp(a.lists) == tests::slurp(b.lists);
}

/// Counts by document, as the lists tell them.
std::vector<std::map<schema::WordNumber, std::uint32_t>> counts_by_lists(const schema::WordLists& lists) {
  std::vector<std::map<schema::WordNumber, std::uint32_t>> counts(lists.documents());
  for (schema::WordNumber number = 0; number < lists.words(); ++number) {
    for (schema::WordListReader at(lists.list(number).run); at.docid() != 0; at.next()) {
      counts.at(at.docid() - 1)[number] = at.count();
    }
  }
  return counts;
}

}  // namespace

TEST_CASE("merged parts are the same as all documents written at once and merged alone") {
  const tests::TempDir folder;
  std::mt19937 random(11);
  const WordFiles merged = files_in(folder, "merged");
  const WordFiles alone = files_in(folder, "alone");
  const WordFiles again = files_in(folder, "again");
  for (int round = 0; round < 20; ++round) {
    std::vector<ForwardDocument> all;
    std::vector<WordFiles> parts;
    for (int part = 0; part < 4; ++part) {
      std::vector<ForwardDocument> documents;
      for (std::uint32_t left = tests::below(random, 6); left > 0; --left) {
        documents.push_back({random_text(random), "A title"});
      }
      all.insert(all.end(), documents.begin(), documents.end());
      parts.push_back(write_words(folder, std::to_string(part), documents));
    }
    indexer::merge_words(parts, merged);
    indexer::merge_words({write_words(folder, "all", all)}, alone);
    CHECK(same_bytes(merged, alone));
    // And merging what is merged changes nothing.
    indexer::merge_words({merged}, again);
    CHECK(same_bytes(again, merged));
  }
}

TEST_CASE("merged lists say the same as the merged forward index") {
  const tests::TempDir folder;
  std::mt19937 random(13);
  std::vector<WordFiles> parts;
  for (int part = 0; part < 5; ++part) {
    std::vector<ForwardDocument> documents;
    for (int i = 0; i < 30; ++i) documents.push_back({random_text(random), i % 4 == 0 ? "w1 w2 title" : ""});
    parts.push_back(write_words(folder, std::to_string(part), documents));
  }
  const WordFiles merged = files_in(folder, "merged");
  indexer::merge_words(parts, merged);
  const schema::ForwardIndex forward(merged.forward);
  const schema::WordLists lists(merged.lists);
  CHECK(lists.words() == forward.words());
  REQUIRE(lists.documents() == forward.documents());
  REQUIRE(forward.documents() == 150);
  const auto counts = counts_by_lists(lists);
  for (std::uint32_t docid = 1; docid <= forward.documents(); ++docid) {
    CAPTURE(docid);
    CHECK(counts[docid - 1] == counts_in(forward, docid));
  }
  for (schema::WordNumber place = 0; place < forward.words(); ++place) {
    const schema::ForwardWord word = forward.word_at(place);
    CHECK(lists.list(word.number).occurrences == word.count);
  }
}

TEST_CASE("frequent words have the smallest numbers") {
  const tests::TempDir folder;
  const WordFiles merged = files_in(folder, "merged");
  indexer::merge_words(
      {write_words(folder, "a", {{"rare often common"}, {"often common"}}), write_words(folder, "b", {{"common"}})},
      merged);
  const schema::ForwardIndex index(merged.forward);
  CHECK(index.find("common") == 0U);
  CHECK(index.find("often") == 1U);
  CHECK(index.find("rare") == 2U);
}

TEST_CASE("nothing, and parts without documents, merge into an index without documents") {
  const tests::TempDir folder;
  const WordFiles merged = files_in(folder, "merged");
  for (const std::vector<WordFiles>& parts :
       {std::vector<WordFiles>{}, std::vector<WordFiles>{write_words(folder, "a", {}), write_words(folder, "b", {})}}) {
    indexer::merge_words(parts, merged);
    CHECK(schema::ForwardIndex(merged.forward).documents() == 0);
    CHECK(schema::WordLists(merged.lists).documents() == 0);
  }
}

TEST_CASE("files that do not belong together are damage") {
  const tests::TempDir folder;
  const WordFiles few = write_words(folder, "few", {{"one"}});
  const WordFiles many = write_words(folder, "many", {{"one two three"}, {"four"}});
  const auto merging = [&](const WordFiles& part) {
    return tests::error_of([&] { indexer::merge_words({part}, files_in(folder, "merged")); });
  };
  CHECK(!merging(few));
  CHECK(merging({few.forward, many.lists}) == ErrorCode::IndexDamaged);
  CHECK(merging({few.lists, few.forward}) == ErrorCode::IndexDamaged);
  CHECK(merging({few.forward, folder / "absent"}) == ErrorCode::Io);
}
