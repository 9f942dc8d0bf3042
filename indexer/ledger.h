// SPDX-License-Identifier: GPL-3.0-or-later
// What does the index hold, and from which files did it come? The writer's memory between runs: one row per live
// statement, one entry per file read whole. A file of the generation; readers of the index never open it.
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace communique::indexer {

/// The first 16 bytes of a SHA-256: equal hashes are taken for equal content.
struct Hash128 {
  std::array<unsigned char, 16> bytes{};
  auto operator<=>(const Hash128&) const = default;
  std::string hex() const;
};
Hash128 hash128(std::string_view bytes);

struct Hash128Hasher {
  std::size_t operator()(const Hash128& hash) const;
};

/// A live statement.
struct LedgerRow {
  Hash128 id;               ///< of the statement's id
  Hash128 content;          ///< of everything given, and of what analysed it
  std::uint32_t shard = 0;  ///< number in the manifest
  std::uint32_t head = 0;   ///< docid of its head in the shard
  std::uint32_t passages = 0;
  std::uint32_t text_bytes = 0;
  std::uint32_t source = 0;  ///< index into Ledger::sources, or kNoSource
};

inline constexpr std::uint32_t kNoSource = 0xffffffff;

/// A file that was read to its end without a rejection, so that it need not be read again while nothing has changed.
struct LedgerSource {
  std::string path;    ///< absolute
  std::string sha256;  ///< of the file's bytes
  std::string how;     ///< hash of the reading options and of the analysis
  std::uint32_t statements = 0;
};

/// The entries of the last --gazetteer file: a later run without one merges them with what is built in then.
struct UserGazetteer {
  std::string name;  ///< of the file, for messages
  std::string json;  ///< its text; empty if there was none
};

struct Ledger {
  std::vector<LedgerSource> sources;
  std::vector<LedgerRow> rows;  ///< sorted by id
  UserGazetteer user_gazetteer;
};

std::string encode(const Ledger& ledger);
/// Throws Error(IndexDamaged).
Ledger decode_ledger(std::string_view bytes, const std::string& name);

/// Position in `rows` by statement id's hash.
using LedgerIndex = std::unordered_map<Hash128, std::uint32_t, Hash128Hasher>;
LedgerIndex index_by_id(const Ledger& ledger);

}  // namespace communique::indexer
