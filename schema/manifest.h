// SPDX-License-Identifier: GPL-3.0-or-later
// Which files make up a generation of the index? The manifest, the CURRENT pointer, and the folder's layout.
// docs/index-format.md describes the same for readers of the files.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "schema/date.h"

namespace communique::schema {

inline constexpr int kFormatVersion = 4;

/// Paths inside an index folder.
struct IndexPaths {
  std::filesystem::path root;

  std::filesystem::path current() const { return root / "CURRENT"; }
  std::filesystem::path lock() const { return root / "lock"; }
  std::filesystem::path manifests() const { return root / "manifests"; }
  std::filesystem::path shards() const { return root / "shards"; }
  std::filesystem::path families() const { return root / "families"; }
  std::filesystem::path dictionaries() const { return root / "dictionaries"; }
  std::filesystem::path gazetteers() const { return root / "gazetteers"; }
  std::filesystem::path ledgers() const { return root / "ledgers"; }
  std::filesystem::path duplicates() const { return root / "duplicates"; }
  /// Where a writer builds; nothing in it is ever referred to, the next writer sweeps it.
  std::filesystem::path building() const { return root / "building"; }
  std::filesystem::path manifest(std::uint64_t generation) const;
};

/// A file of a generation: its path relative to the index folder, size in bytes, and SHA-256 in hex.
struct FileEntry {
  std::string file;
  std::uint64_t bytes = 0;
  std::string sha256;
};

/// A version of a statement that is no longer alive but still stands in its shard: documents head .. head + passages.
struct Tombstone {
  std::uint32_t head = 0;  ///< docid of its head in the shard
  std::uint32_t passages = 0;
  std::string version_key;  ///< 16 hex digits
};

struct ShardEntry {
  FileEntry file;
  FileEntry forward;         ///< schema::ForwardIndex of its documents
  FileEntry records;         ///< their schema::StatementRecord and PassageRecord, see record_file.h
  FileEntry lists;           ///< schema::WordLists of its passages
  std::string uuid;          ///< of the Xapian database, by which a reader knows the shard
  std::optional<Date> from;  ///< earliest and latest date in it; absent if all are undated
  std::optional<Date> to;
  bool undated = false;          ///< it holds undated statements too
  std::uint64_t statements = 0;  ///< dead ones included
  std::uint64_t passages = 0;    ///< dead ones included
  std::vector<Tombstone> tombstones;

  std::uint64_t bytes() const { return file.bytes + forward.bytes + records.bytes + lists.bytes; }
};

struct Manifest {
  std::uint64_t generation = 0;
  std::string created;           ///< UTC, ISO 8601
  std::uint64_t statements = 0;  ///< alive
  std::uint64_t passages = 0;    ///< alive
  std::uint64_t text_bytes = 0;  ///< of the statements alive
  std::vector<std::string> languages;
  FileEntry families;
  FileEntry dictionary;  ///< of TextCodec; the same through all generations of an index
  FileEntry gazetteer;
  FileEntry names;  ///< schema::NameTable of the gazetteer
  FileEntry ledger;
  FileEntry signatures;        ///< of the writer, beside the ledger
  FileEntry versions;          ///< schema::VersionTable
  std::uint64_t clusters = 0;  ///< of statements that are versions of one another, in `versions`
  std::vector<ShardEntry> shards;
};

std::string to_json(const Manifest& manifest);
/// Throws Error(IndexVersion) if written by another format, schema or normaliser version, Error(IndexDamaged) if it
/// can not be read. `name` is for messages.
Manifest parse_manifest(std::string_view json, const std::string& name);

/// The live manifest of an index folder. Throws Error(IndexMissing) if the folder is no index, IndexVersion,
/// IndexDamaged (the manifest is missing, or its SHA-256 is not the one CURRENT names).
Manifest read_current(const IndexPaths& paths);
/// The generation number CURRENT names; nullopt if there is no CURRENT. Throws Error(IndexDamaged) if it is unreadable.
std::optional<std::uint64_t> current_generation(const IndexPaths& paths);
/// What CURRENT holds for a manifest whose text is `json`: "000007.json SHA256\n".
std::string current_line(std::uint64_t generation, std::string_view json);

/// Every file of a generation but the manifest itself.
std::vector<const FileEntry*> files_of(const Manifest& manifest);

/// Checks that every file of the generation is there with its size, without reading the files.
/// Throws Error(IndexDamaged) naming the first that is not.
void check_files_present(const IndexPaths& paths, const Manifest& manifest);

}  // namespace communique::schema
