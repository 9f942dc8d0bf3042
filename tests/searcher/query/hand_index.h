// SPDX-License-Identifier: GPL-3.0-or-later
// A small index written term by term, after schema/terms.h and without the indexer, so that what a query means is
// tested against what the index format says.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "schema/families.h"
#include "schema/forward_file.h"
#include "schema/gazetteer.h"
#include "schema/manifest.h"
#include "schema/word_lists.h"
#include "searcher/open_index.h"
#include "tests/support/temp_dir.h"

namespace communique::tests {

struct HandPassage {
  std::vector<std::string> sentences{};
  std::vector<std::string> mentions{};  ///< leader ids
};

struct HandStatement {
  std::string id{};
  std::vector<HandPassage> passages{};
  std::string date{};  ///< empty: undated
  std::string title{};
  std::string speaker{};         ///< as printed
  std::string speaker_leader{};  ///< id
  std::string country{};         ///< alpha-3
  std::string lang = "en";
  std::string type{};
  std::string source{};
  std::vector<std::string> parties{};
  bool dead = false;  ///< replaced or deleted: a tombstone hides it
};

class HandIndex {
 public:
  /// The gazetteer is the tests' own: Ada Alder was president of Russia from 2008 to 2012, then Bo Birch; Cy Birch is
  /// France's foreign minister. May Lin (May is weak), Del Fogg Roe and Eve Roe are Korean envoys.
  /// The statements are cut into so many shards (at most 26), in their order.
  explicit HandIndex(const std::vector<HandStatement>& statements, std::size_t shards = 1);

  searcher::OpenIndex& index() { return *index_; }
  std::filesystem::path folder() const { return folder_ / "index"; }

  /// Ids of what a query matches, the dead included, in order of the ids: "a#1" for a passage, "a" for a head.
  std::vector<std::string> matches(const Xapian::Query& query);

 private:
  /// What stands beside a shard, and what hides in it.
  struct Contents {
    schema::ForwardBuilder forward{};
    schema::WordListsBuilder lists{};
    std::vector<std::string> records{};
    std::vector<schema::Tombstone> tombstones{};
  };

  void add_shard(schema::Manifest& manifest, const std::vector<HandStatement>& statements);
  void add(Xapian::WritableDatabase& database, const HandStatement& statement);
  void add_passage(Xapian::Document& document, const HandStatement& statement, const HandPassage& passage);

  /// Names a document of the shard being written.
  void note(Xapian::docid docid, const std::string& id);

  TempDir folder_;
  std::size_t shards_;
  std::size_t shard_ = 0;                       ///< being written
  Contents contents_;                           ///< of it
  std::map<Xapian::docid, std::string> names_;  ///< by docid in all shards together
  std::map<std::string, schema::Vocabulary> words_;
  std::optional<searcher::OpenIndex> index_;
};

}  // namespace communique::tests
