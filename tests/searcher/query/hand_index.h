// SPDX-License-Identifier: GPL-3.0-or-later
// A small index written term by term, after schema/terms.h and without the indexer, so that what a query means is
// tested against what the index format says.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "schema/families.h"
#include "schema/forward_file.h"
#include "schema/gazetteer.h"
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
};

class HandIndex {
 public:
  /// The gazetteer is the tests' own: Ada Alder was president of Russia from 2008 to 2012, then Bo Birch; Cy Birch is
  /// France's foreign minister. May Lin (May is weak), Del Fogg Roe and Eve Roe are Korean envoys.
  explicit HandIndex(const std::vector<HandStatement>& statements);

  searcher::OpenIndex& index() { return *index_; }

  /// Ids of what a query matches, in order of the ids: "a#1" for a passage, "a" for a head.
  std::vector<std::string> matches(const Xapian::Query& query);

 private:
  void add(Xapian::WritableDatabase& database, const HandStatement& statement);
  void add_passage(Xapian::Document& document, const HandStatement& statement, const HandPassage& passage);

  TempDir folder_;
  std::map<Xapian::docid, std::string> names_;
  std::map<std::string, schema::Vocabulary> words_;
  schema::ForwardBuilder forward_;
  schema::WordListsBuilder lists_;
  std::vector<std::string> records_;
  std::optional<searcher::OpenIndex> index_;
};

}  // namespace communique::tests
