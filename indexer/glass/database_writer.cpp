// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/glass/database_writer.h"

#include <algorithm>
#include <array>
#include <bit>
#include <fstream>
#include <limits>
#include <utility>

#include "indexer/glass/table_writer.h"
#include "schema/bytes.h"
#include "schema/files.h"

namespace communique::indexer::glass {

namespace {

using schema::append_number;  // Xapian's pack_uint: LEB128

constexpr std::size_t kChunkBytes = 1700;  // of postings; with a key of 255 and what stands before, still one item
constexpr std::string_view kValueStatsKey("\0\xd0", 2);
constexpr std::string_view kValuesKey("\0\xd8", 2);
constexpr std::string_view kLengthsKey("\0\xe0", 2);

/// Keeps the order of numbers in the order of bytes: two bytes below 0x8000; else as many ones as there are bytes after
/// the first two, a zero, and the number.
void append_sortable(std::string& key, std::uint32_t value) {
  if (value < 0x8000) {
    key += static_cast<char>(value >> 8);
    key += static_cast<char>(value & 0xff);
    return;
  }
  const auto bytes = static_cast<unsigned>((37 - std::countl_zero(value)) / 7);
  const std::uint64_t marked = value | std::uint64_t{0xffu << (10 - bytes) & 0xffu} << 8 * (bytes - 1);
  for (unsigned i = bytes; i-- > 0;) key += static_cast<char>(marked >> 8 * i & 0xff);
}

/// A zero byte in a term becomes two, so that one alone can end it.
std::string key_of(std::string_view term) {
  std::string key;
  for (const char c : term) {
    key += c;
    if (c == '\0') key += '\xff';
  }
  return key;
}

/// One list in chunks: the first under the term's key, with the totals; the others under that and their first docid.
class ChunkWriter {
 public:
  /// `divider` stands between key and docid.
  ChunkWriter(TableWriter& table, std::string key, std::string_view divider)
      : table_(table), key_(std::move(key)), divider_(divider) {}

  void begin(std::uint32_t passages, std::uint32_t occurrences) {
    append_number(totals_, passages);
    append_number(totals_, occurrences);
  }

  void add(std::uint32_t docid, std::uint32_t count) {
    if (chunk_.size() >= kChunkBytes) write(false);
    if (chunk_.empty()) {
      first_ = docid;
    } else {
      append_number(chunk_, docid - last_ - 1);
    }
    append_number(chunk_, count);
    last_ = docid;
  }

  void write(bool is_last) {
    std::string key = key_;
    std::string tag;
    if (is_first_) {
      tag = totals_;
      append_number(tag, first_ - 1);
    } else {
      key += divider_;
      append_sortable(key, first_);
    }
    tag += is_last ? '1' : '0';
    append_number(tag, last_ - first_);
    tag += chunk_;
    table_.add(key, tag);
    is_first_ = false;
    chunk_.clear();
  }

 private:
  TableWriter& table_;
  std::string key_;
  std::string_view divider_;
  std::string totals_;
  std::string chunk_;
  std::uint32_t first_ = 0;
  std::uint32_t last_ = 0;
  bool is_first_ = true;
};

void write_values(TableWriter& table, const DatabaseContents& contents) {
  if (contents.values.empty()) return;
  const auto [least, most] = std::minmax_element(contents.values.begin(), contents.values.end(),
                                                 [](const Value& a, const Value& b) { return a.value < b.value; });
  std::string key(kValueStatsKey);
  for (std::uint32_t slot = contents.slot; slot != 0; slot >>= 8) key += static_cast<char>(slot & 0xff);
  std::string tag;
  append_number(tag, contents.values.size());
  append_number(tag, least->value.size());
  tag += least->value;
  if (least->value != most->value) tag += most->value;
  table.add(key, tag);

  tag.clear();
  for (std::size_t i = 0; i < contents.values.size(); ++i) {
    const Value& value = contents.values[i];
    if (tag.empty()) {
      key = kValuesKey;
      append_number(key, contents.slot);
      append_sortable(key, value.docid);
    } else {
      append_number(tag, value.docid - contents.values[i - 1].docid - 1);
    }
    append_number(tag, value.value.size());
    tag += value.value;
    if (tag.size() < kChunkBytes && i + 1 < contents.values.size()) continue;
    table.add(key, tag);
    tag.clear();
  }
}

void write_lengths(TableWriter& table, const std::vector<std::uint32_t>& lengths) {
  if (lengths.empty()) return;
  ChunkWriter chunks(table, std::string(kLengthsKey), {});
  chunks.begin(0, 0);  // Xapian keeps no totals here
  for (std::size_t i = 0; i < lengths.size(); ++i) chunks.add(static_cast<std::uint32_t>(i + 1), lengths[i]);
  chunks.write(true);
}

/// Returns the largest count.
std::uint32_t write_postings(TableWriter& table, const Postings& postings) {
  std::uint32_t largest = 0;
  constexpr std::string_view kEndOfTerm("\0", 1);
  ChunkWriter chunks(table, key_of(postings.term), kEndOfTerm);
  chunks.begin(postings.list.passages, postings.counted ? postings.list.occurrences : 0);
  for (schema::WordListReader reader(postings.list.run); reader.docid() != 0; reader.next()) {
    const std::uint32_t count = postings.counted ? reader.count() : 0;
    chunks.add(reader.docid(), count);
    largest = std::max(largest, count);
  }
  chunks.write(true);
  return largest;
}

/// Root, level with flags, items, size of blocks, least size of compressed tags, free blocks.
void append_table(std::string& bytes, const TableRoot* root, std::uint32_t compressed_from) {
  constexpr unsigned kSequential = 2;
  constexpr unsigned kNoRoot = 1;
  append_number(bytes, root != nullptr ? root->block : 0);
  append_number(bytes, root != nullptr ? root->level << 2 | kSequential : kSequential | kNoRoot);
  append_number(bytes, root != nullptr ? root->items : 0);
  append_number(bytes, kBlockBytes >> 11);
  append_number(bytes, compressed_from);
  std::string free_blocks;
  if (root != nullptr) {
    append_number(free_blocks, kRevision);
    append_number(free_blocks, root->blocks);
    free_blocks.append(4, '\0');  // where the list of free blocks begins and ends: there is none
  }
  append_number(bytes, free_blocks.size());
  bytes += free_blocks;
}

void append_statistics(std::string& bytes, const std::vector<std::uint32_t>& lengths, std::uint32_t largest_count) {
  std::uint32_t shortest = std::numeric_limits<std::uint32_t>::max();
  std::uint32_t longest = 0;
  std::uint64_t total = 0;
  for (const std::uint32_t length : lengths) {
    if (length > 0) shortest = std::min(shortest, length);
    longest = std::max(longest, length);
    total += length;
  }
  append_number(bytes, lengths.size());
  append_number(bytes, 0);  // the last docid is their number
  append_number(bytes, longest > 0 ? shortest : 0);
  append_number(bytes, largest_count);
  append_number(bytes, longest - largest_count);
  append_number(bytes, 0);  // no changesets
  append_number(bytes, total);
  append_number(bytes, 0);  // no spellings
}

/// `iamglass`: what kind of database this is, where its tables begin, and its statistics.
std::string version_file(const TableRoot& postings, const std::vector<std::uint32_t>& lengths,
                         std::uint32_t largest_count) {
  constexpr std::size_t kUuidBytes = 16;
  std::string bytes("\x0f\x0dXapian Glass");
  bytes += {'\x04', '\x6e'};       // 2016-03-14: (year - 2014) << 9 | month << 5 | day
  bytes.append(kUuidBytes, '\0');  // a shard gets one of its own by compaction
  append_number(bytes, kRevision);
  append_table(bytes, &postings, 0);
  // Document data, term lists, positions, spellings, synonyms: none. The numbers are Xapian's own.
  for (const std::uint32_t compressed_from : std::array<std::uint32_t, 5>{18, 18, 0, 18, 18}) {
    append_table(bytes, nullptr, compressed_from);
  }
  append_statistics(bytes, lengths, largest_count);
  return bytes;
}

}  // namespace

void write_database(const std::filesystem::path& folder, DatabaseContents contents) {
  std::error_code failure;
  std::filesystem::create_directories(folder, failure);
  TableWriter table(folder / "postlist.glass");
  write_values(table, contents);
  write_lengths(table, contents.lengths);
  std::sort(contents.postings.begin(), contents.postings.end(),
            [](const Postings& a, const Postings& b) { return a.term < b.term; });
  std::uint32_t largest_count = 0;
  for (const Postings& postings : contents.postings) {
    largest_count = std::max(largest_count, write_postings(table, postings));
  }
  const TableRoot root = table.finish();
  const std::filesystem::path file = folder / "iamglass";
  std::ofstream out(file, std::ios::binary);
  const std::string bytes = version_file(root, contents.lengths, largest_count);
  out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  out.close();
  if (!out) schema::throw_errno("writing", file);
}

}  // namespace communique::indexer::glass
