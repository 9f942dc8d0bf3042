// SPDX-License-Identifier: GPL-3.0-or-later
// From a batch of statements to a segment: a small Xapian database with all that stands beside it, written at once,
// that no reader ever sees. Shards are made of segments by compaction.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include <tsl/robin_map.h>

#include "corpus/analyse.h"
#include "indexer/document_builder.h"
#include "indexer/duplicates.h"
#include "indexer/ledger.h"

namespace communique::indexer {

/// A statement that is to be indexed, with what the planner knows of it.
struct PlannedStatement {
  corpus::Statement statement;
  Hash128 id;
  Hash128 content;
  std::uint32_t source = kNoSource;
};

/// Statements of one bucket of dates, in input order: what one worker turns into one segment.
struct Batch {
  int bucket = 0;              ///< see bucket_of()
  std::uint64_t sequence = 0;  ///< orders batches within a bucket, and so docids, whatever thread builds them
  std::vector<PlannedStatement> statements;
  std::size_t text_bytes = 0;
};

/// Statements of one year share a bucket, so that a shard covers a range of dates. Newer years come first, undated
/// statements last.
int bucket_of(const corpus::Statement& statement);

/// The files of a segment, or of a shard.
struct ShardFiles {
  std::filesystem::path database;
  std::filesystem::path forward;  ///< schema::ForwardIndex
  std::filesystem::path records;  ///< see schema/record_file.h
  std::filesystem::path lists;    ///< schema::WordLists
};

/// Where a segment keeps what versions are found by, until it is published (signatures.h).
std::filesystem::path signatures_of_segment(const std::filesystem::path& segment);

ShardFiles files_of_segment(const std::filesystem::path& segment);

/// A segment on disk; `rows` have docids within it, shard numbers are set later.
struct Segment {
  std::filesystem::path path;
  int bucket = 0;
  std::uint64_t sequence = 0;
  std::uint32_t documents = 0;
  std::uint64_t bytes = 0;  ///< on disk
  std::vector<LedgerRow> rows;
  std::optional<schema::Date> from;
  std::optional<schema::Date> to;
  bool undated = false;
};

/// Names a version of a statement: 16 hex digits of the hash of its id and content.
std::string version_key(const Hash128& id, const Hash128& content);

/// Words seen, by language, each with the number of passages that hold it. "und" where the language is unknown.
using SeenWords = std::map<std::string, tsl::robin_map<std::string, std::uint32_t>>;

/// Builds segments one after another; one object per thread.
class SegmentBuilder {
 public:
  SegmentBuilder(const schema::Gazetteer& gazetteer, const schema::TextCodec& codec, std::filesystem::path folder)
      : analyser_(gazetteer), documents_(gazetteer, codec), folder_(std::move(folder)) {}

  /// Analyses and writes a batch. Throws Error(DiskFull, Io).
  Segment build(Batch batch);

  /// Of all batches built. The words of each batch alone fit the processor's caches.
  const SeenWords& seen_words() const { return seen_; }

 private:
  void count_words(const SegmentContents& contents);

  corpus::Analyser analyser_;
  DocumentBuilder documents_;
  std::filesystem::path folder_;
  SeenWords seen_;
};

}  // namespace communique::indexer
