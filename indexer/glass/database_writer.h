// SPDX-License-Identifier: GPL-3.0-or-later
// A Xapian database out of postings that are there already, term by term: written at once from first to last byte,
// instead of document by document through Xapian's inverter, which puts every word of every document into a map of
// terms and a map of docids and took half of the time of indexing (docs/performance.md).
//
// Only segments are written so, which no reader sees: Xapian itself makes the shards out of them by compaction. Such a
// database has postings, document lengths and one slot of values; no positions, document data or term lists.
//
// Source: Xapian 1.4's backends/glass/glass_version.cc (the version file), glass_postlist.cc and glass_values.cc
// (chunks), common/pack.h (keys and numbers).
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "schema/word_lists.h"

namespace communique::indexer::glass {

/// Who holds a term. Views must live until the database is written.
struct Postings {
  std::string_view term;  ///< at most 245 bytes, as everywhere in Xapian
  schema::WordList list;
  bool counted = true;  ///< a word; a filter counts 0 times in each document and lengthens none
};

struct Value {
  std::uint32_t docid = 0;
  std::string value;  ///< not empty
};

struct DatabaseContents {
  std::vector<Postings> postings;      ///< each term once, in any order; no list is empty
  std::vector<std::uint32_t> lengths;  ///< by docid - 1: the sum of the document's counts
  std::uint32_t slot = 0;              ///< of `values`
  std::vector<Value> values;           ///< docids ascend
};

/// Makes the folder. Not synced. Throws Error(Io, DiskFull).
void write_database(const std::filesystem::path& folder, DatabaseContents contents);

}  // namespace communique::indexer::glass
