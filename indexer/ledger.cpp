// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/ledger.h"

#include <cstring>

#include "schema/bytes.h"
#include "schema/error.h"
#include "schema/files.h"

namespace communique::indexer {

namespace {

constexpr std::string_view kMagic = "CQLEDGR1";

int hex_digit(char c) { return c <= '9' ? c - '0' : c - 'a' + 10; }

std::string_view raw(const Hash128& hash) {
  return {reinterpret_cast<const char*>(hash.bytes.data()), hash.bytes.size()};
}

Hash128 from_raw(std::string_view bytes, const std::string& name) {
  Hash128 hash;
  if (bytes.size() != hash.bytes.size()) throw Error(ErrorCode::IndexDamaged, name + " is cut or altered");
  std::memcpy(hash.bytes.data(), bytes.data(), bytes.size());
  return hash;
}

}  // namespace

std::string Hash128::hex() const {
  std::string text;
  for (const unsigned char byte : bytes) {
    text += "0123456789abcdef"[byte >> 4];
    text += "0123456789abcdef"[byte & 15];
  }
  return text;
}

Hash128 hash128(std::string_view bytes) {
  const std::string hex = schema::sha256(bytes);
  Hash128 hash;
  for (std::size_t i = 0; i < hash.bytes.size(); ++i) {
    hash.bytes[i] = static_cast<unsigned char>(hex_digit(hex[2 * i]) * 16 + hex_digit(hex[2 * i + 1]));
  }
  return hash;
}

std::size_t Hash128Hasher::operator()(const Hash128& hash) const {
  std::size_t value = 0;  // the bytes are a cryptographic hash already
  std::memcpy(&value, hash.bytes.data(), sizeof value);
  return value;
}

std::string encode(const Ledger& ledger) {
  schema::ByteWriter writer;
  writer.number(ledger.sources.size());
  for (const LedgerSource& source : ledger.sources) {
    writer.string(source.path);
    writer.string(source.sha256);
    writer.string(source.how);
    writer.number(source.statements);
  }
  writer.string(ledger.user_gazetteer.name);
  writer.string(ledger.user_gazetteer.json);
  writer.number(ledger.rows.size());
  for (const LedgerRow& row : ledger.rows) {
    writer.string(raw(row.id));
    writer.string(raw(row.content));
    writer.number(row.shard);
    writer.number(row.head);
    writer.number(row.passages);
    writer.number(row.text_bytes);
    writer.number(row.source == kNoSource ? 0 : row.source + 1);
  }
  return std::string(kMagic) + writer.take();
}

Ledger decode_ledger(std::string_view bytes, const std::string& name) {
  if (!bytes.starts_with(kMagic)) {
    throw Error(ErrorCode::IndexDamaged, name + " is not a ledger", "run `communique-indexer verify`");
  }
  schema::ByteReader reader(bytes.substr(kMagic.size()));
  Ledger ledger;
  const std::uint64_t sources = reader.number();
  for (std::uint64_t i = 0; i < sources; ++i) {
    LedgerSource source;
    source.path = reader.string();
    source.sha256 = reader.string();
    source.how = reader.string();
    source.statements = reader.number32();
    ledger.sources.push_back(std::move(source));
  }
  ledger.user_gazetteer.name = reader.string();
  ledger.user_gazetteer.json = reader.string();
  const std::uint64_t rows = reader.number();
  ledger.rows.reserve(static_cast<std::size_t>(std::min<std::uint64_t>(rows, reader.left())));
  for (std::uint64_t i = 0; i < rows; ++i) {
    LedgerRow row;
    row.id = from_raw(reader.string(), name);
    row.content = from_raw(reader.string(), name);
    row.shard = reader.number32();
    row.head = reader.number32();
    row.passages = reader.number32();
    row.text_bytes = reader.number32();
    const std::uint32_t source = reader.number32();
    row.source = source == 0 ? kNoSource : source - 1;
    ledger.rows.push_back(row);
  }
  return ledger;
}

LedgerIndex index_by_id(const Ledger& ledger) {
  LedgerIndex index;
  index.reserve(ledger.rows.size());
  for (std::uint32_t i = 0; i < ledger.rows.size(); ++i) index.emplace(ledger.rows[i].id, i);
  return index;
}

}  // namespace communique::indexer
