// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/glass/table_writer.h"

#include <algorithm>
#include <cassert>

#include "schema/files.h"

namespace communique::indexer::glass {

namespace {

// A block: u32 revision | u8 level | u16 largest free piece | u16 free bytes | u16 end of the directory | directory:
// u16 offset of each item | free | items. All numbers big-endian.
constexpr std::size_t kDirectoryStart = 11;
constexpr std::size_t kEntryBytes = 2;
constexpr std::size_t kLengthBytes = 2;  // of a leaf's item, its two lowest bits of flags aside
constexpr std::size_t kKeyLengthBytes = 1;
constexpr unsigned kWholeTag = 0x6000;  // flags: the first and the last piece of its tag
constexpr unsigned kFirstPiece = 1;     // what a branch counts pieces of a tag from

void put16(std::string& bytes, std::size_t at, std::size_t value) {
  bytes[at] = static_cast<char>(value >> 8 & 0xff);
  bytes[at + 1] = static_cast<char>(value & 0xff);
}

void append16(std::string& bytes, std::size_t value) {
  bytes.resize(bytes.size() + 2);
  put16(bytes, bytes.size() - 2, value);
}

void put32(std::string& bytes, std::size_t at, std::uint32_t value) {
  put16(bytes, at, value >> 16);
  put16(bytes, at + 2, value & 0xffff);
}

/// u16 bytes after the first three, and flags | u8 length of the key | key | tag.
void make_leaf_item(std::string_view key, std::string_view tag, std::string& item) {
  item.clear();
  append16(item, (key.size() + tag.size()) | kWholeTag);
  item += static_cast<char>(key.size());
  item += key;
  item += tag;
}

/// u32 block | u8 length of the key | key | u16 piece of the tag.
void make_branch_item(std::string_view key, std::uint32_t block, std::string& item) {
  item.assign(4, '\0');
  put32(item, 0, block);
  item += static_cast<char>(key.size());
  item += key;
  append16(item, key.empty() ? 0 : kFirstPiece);
}

/// The shortest beginning of `key` that is greater than `before`.
std::string_view separator(std::string_view before, std::string_view key) {
  const auto [end, unused] = std::mismatch(key.begin(), key.end(), before.begin(), before.end());
  const auto common = static_cast<std::size_t>(end - key.begin());
  return key.substr(0, common + 1);
}

}  // namespace

TableWriter::Block::Block(unsigned level)
    : level_(level), directory_end_(kDirectoryStart), items_begin_(kBlockBytes), bytes_(kBlockBytes, '\0') {}

bool TableWriter::Block::has_room(std::size_t item_bytes) const {
  return items_begin_ - directory_end_ >= item_bytes + kEntryBytes;
}

void TableWriter::Block::add(std::string_view item) {
  assert(has_room(item.size()));
  items_begin_ -= item.size();
  std::copy(item.begin(), item.end(), bytes_.begin() + static_cast<std::ptrdiff_t>(items_begin_));
  put16(bytes_, directory_end_, items_begin_);
  directory_end_ += kEntryBytes;
}

const std::string& TableWriter::Block::sealed() {
  put32(bytes_, 0, kRevision);
  bytes_[4] = static_cast<char>(level_);
  put16(bytes_, 5, items_begin_ - directory_end_);
  put16(bytes_, 7, items_begin_ - directory_end_);
  put16(bytes_, 9, directory_end_);
  return bytes_;
}

TableWriter::TableWriter(const std::filesystem::path& file) : file_(file), out_(file, std::ios::binary) {
  if (!out_) schema::throw_errno("creating", file_);
  make_leaf_item({}, {}, item_);  // every tree begins with an item without key
  leaf_.add(item_);
  leaves_.push_back({{}, 0});
}

void TableWriter::write(Block& block) {
  const std::string& bytes = block.sealed();
  out_.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  if (!out_) schema::throw_errno("writing", file_);
  ++blocks_;
}

void TableWriter::add(std::string_view key, std::string_view tag) {
  assert(key > last_key_ && key.size() <= 255 && key.size() + tag.size() <= kMaxItemBytes);
  make_leaf_item(key, tag, item_);
  if (!leaf_.has_room(item_.size())) {
    write(leaf_);
    leaf_ = Block(0);
    leaves_.push_back({std::string(separator(last_key_, key)), blocks_});
  }
  leaf_.add(item_);
  last_key_ = key;
  ++items_;
}

std::vector<TableWriter::Branch> TableWriter::write_level(const std::vector<Branch>& below, unsigned level) {
  std::vector<Branch> written;
  Block block(level);
  for (const Branch& branch : below) {
    make_branch_item(branch.key, branch.block, item_);
    const bool is_first = written.empty();
    if (is_first || !block.has_room(item_.size())) {
      if (!is_first) write(block);
      block = Block(level);
      written.push_back({branch.key, blocks_});
      make_branch_item({}, branch.block, item_);  // what is smaller than all keys of a block can only be in its first
    }
    block.add(item_);
  }
  write(block);
  return written;
}

TableRoot TableWriter::finish() {
  write(leaf_);
  std::vector<Branch> level = std::move(leaves_);
  TableRoot root;
  while (level.size() > 1) level = write_level(level, ++root.level);
  out_.close();
  if (!out_) schema::throw_errno("writing", file_);
  root.block = level.front().block;
  root.items = items_;
  root.blocks = blocks_;
  return root;
}

}  // namespace communique::indexer::glass
