// SPDX-License-Identifier: GPL-3.0-or-later
// A file with a run of bytes for each document of a shard, found by docid: memory-mapped, read in place. What the runs
// mean is their owner's affair (forward_index.h, record_file.h), as is what stands behind them.
//
// Header | runs | padding to 4 bytes | documents x u32: end of each run | tail
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <string_view>
#include <vector>

#include "schema/files.h"

namespace communique::schema {

using RunsMagic = std::array<char, 8>;

/// A file opened for reading. Views live as long as the object. May be read from several threads.
class RunsFile {
 public:
  /// Throws Error(Io), and Error(IndexDamaged) if the file is not of this kind or not whole.
  RunsFile(const std::filesystem::path& file, const RunsMagic& magic);

  /// Documents are numbered as the shard's: 1 to documents().
  std::uint32_t documents() const { return documents_; }
  /// The run of a document, empty if there is no such document. Throws Error(IndexDamaged).
  std::string_view run(std::uint32_t docid) const;
  /// What stands behind the runs.
  std::string_view tail() const { return tail_; }

 private:
  MappedFile mapped_;
  std::string_view runs_;
  std::string_view tail_;
  const std::uint32_t* ends_ = nullptr;
  std::uint32_t documents_ = 0;
};

/// Writes one file from first to last byte; only the runs' ends are kept in memory. Not synced. Throws Error(Io,
/// DiskFull).
class RunsWriter {
 public:
  RunsWriter(const std::filesystem::path& file, const RunsMagic& magic);

  /// The next document's run.
  void add(std::string_view run);
  /// Once, after the last run.
  void finish(std::string_view tail = {});

 private:
  void put(std::string_view bytes);

  std::filesystem::path file_;
  RunsMagic magic_;
  std::ofstream out_;
  std::vector<std::uint32_t> ends_;
  std::uint64_t written_ = 0;
};

}  // namespace communique::schema
