// SPDX-License-Identifier: GPL-3.0-or-later
// Writes a B-tree file of Xapian's glass backend from its first key to its last: leaf blocks as they fill, then the
// branches above them. Nothing is ever read back or moved.
//
// Source: the descriptions in Xapian 1.4's backends/glass/glass_table.h and glass_table.cc (block and item layout),
// glass_freelist.h. The format (2016-03-14) is that of every release of the 1.4 series; a Xapian that reads another one
// says so when it opens the file.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

namespace communique::indexer::glass {

inline constexpr std::size_t kBlockBytes = 8192;  ///< Xapian's default
inline constexpr std::uint32_t kRevision = 1;     ///< of a database that was committed once

/// Key and tag together: a fourth of a block, less what a block and an item need themselves. Longer tags would have to
/// be cut into several items, which this writer does not do.
inline constexpr std::size_t kMaxItemBytes = (kBlockBytes - 11 - 4 * 2) / 4 - 3;

/// Where the tree of a finished file begins.
struct TableRoot {
  std::uint32_t block = 0;
  unsigned level = 0;  ///< 0: the root is a leaf
  std::uint32_t items = 0;
  std::uint32_t blocks = 0;  ///< of the file
};

class TableWriter {
 public:
  /// Throws Error(Io, DiskFull), as do the rest.
  explicit TableWriter(const std::filesystem::path& file);

  /// Keys ascend by bytes and are not empty; at most kMaxItemBytes in all, the key at most 255.
  void add(std::string_view key, std::string_view tag);
  /// Once, after the last item. Not synced.
  TableRoot finish();

 private:
  /// A block being filled: items from its end downwards, their directory upwards.
  class Block {
   public:
    explicit Block(unsigned level);
    bool has_room(std::size_t item_bytes) const;
    void add(std::string_view item);
    /// With its header, whole.
    const std::string& sealed();

   private:
    unsigned level_;
    std::size_t directory_end_;
    std::size_t items_begin_;
    std::string bytes_;
  };

  /// The first key of a block, no longer than needed to tell it from the last key of the block before.
  struct Branch {
    std::string key;
    std::uint32_t block = 0;
  };

  void write(Block& block);
  std::vector<Branch> write_level(const std::vector<Branch>& below, unsigned level);

  std::filesystem::path file_;
  std::ofstream out_;
  Block leaf_{0};
  std::string item_;
  std::string last_key_;
  std::vector<Branch> leaves_;  ///< the one being filled included
  std::uint32_t items_ = 0;
  std::uint32_t blocks_ = 0;  ///< written
};

}  // namespace communique::indexer::glass
