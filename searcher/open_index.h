// SPDX-License-Identifier: GPL-3.0-or-later
// One generation of an index, opened for reading. It never changes under its reader: another generation is seen only
// by opening again. Not thread-safe: one OpenIndex per thread.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <xapian.h>

#include "schema/date.h"
#include "schema/families.h"
#include "schema/forward_index.h"
#include "schema/gazetteer.h"
#include "schema/manifest.h"
#include "schema/name_table.h"
#include "schema/record.h"
#include "schema/versions.h"
#include "schema/word_lists.h"
#include "searcher/deadline.h"

namespace communique::searcher {

/// A document's place: shard number in the manifest, and docid within that shard.
struct DocumentPlace {
  std::size_t shard = 0;
  Xapian::docid docid = 0;
};

/// The forward indexes of all shards, by the uuid of the shard's database.
using ForwardByShard = std::map<std::string, schema::ForwardIndex, std::less<>>;

struct WordCounts {
  std::uint32_t passages = 0;
  std::uint32_t occurrences = 0;
};

class OpenIndex {
 public:
  /// Opens the live generation. Throws Error(IndexMissing, IndexVersion, IndexDamaged) with what to do next.
  explicit OpenIndex(const std::filesystem::path& index);
  ~OpenIndex();
  OpenIndex(OpenIndex&&) noexcept;
  OpenIndex& operator=(OpenIndex&&) noexcept;

  const schema::Manifest& manifest() const;
  const schema::FamilyTable& families() const;
  /// Which statements are versions of one another. Loaded at the first call.
  const schema::VersionTable& versions();
  /// The gazetteer the index was built with. Loaded at the first call: 70 ms.
  const schema::Gazetteer& gazetteer();
  /// Its name forms alone, mapped at the first call.
  const schema::NameTable& names();

  /// All shards as one database (docids interleaved, as Xapian does).
  const Xapian::Database& database();
  /// Only the shards that can hold statements of these dates.
  Xapian::Database database_for(const schema::DateRange& dates, bool undated, std::vector<std::size_t>* shards);

  /// One shard's own database.
  const Xapian::Database& shard(std::size_t number);

  /// The words of all shards' documents in their order. Mapped at the first call.
  std::shared_ptr<const ForwardByShard> forward();
  const schema::ForwardIndex& forward(std::size_t shard);
  /// Who holds which word, of one shard. Mapped at the first call.
  const schema::WordLists& lists(std::size_t shard);
  /// In how many passages of a shard a word stands, and how often. Dead ones are counted, as in the postings.
  WordCounts word_counts(std::size_t shard, std::string_view word);
  /// The same over all shards: as Xapian's termfreq, without reading from its tree.
  std::uint32_t passages_with(std::string_view word);

  /// The documents (passages and head) of all statements alive of which some document matches `query`. Evaluated now,
  /// shard by shard, into a posting source. For title:, @statement and NOT over whole statements.
  Xapian::Query whole_statements(const Xapian::Query& query);

  /// Leaves out what tombstones hide; returns `query` itself where there are none.
  Xapian::Query without_dead(const Xapian::Query& query);

  /// False for documents of a statement that a tombstone names.
  bool is_alive(const DocumentPlace& place) const;

  /// Docids of all heads of a shard, ascending, dead ones included. Lives as long as the index.
  std::span<const Xapian::docid> heads(std::size_t number);
  /// Docid of the head of the statement that holds this document.
  Xapian::docid head_of(const DocumentPlace& place);

  /// The live statement with an id; nullopt if there is none.
  std::optional<DocumentPlace> find_statement(std::string_view id);
  schema::StatementRecord statement(const DocumentPlace& head);
  schema::PassageRecord passage(const DocumentPlace& place);

  /// How long whatever is asked of the index may take from now on; no bound at first. Who walks many documents, and
  /// the reading of records, throws Error(TooLong) when it is over.
  void set_deadline(const Deadline& deadline) { deadline_ = deadline; }
  const Deadline& deadline() const { return deadline_; }

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
  Deadline deadline_;
};

}  // namespace communique::searcher
