// SPDX-License-Identifier: GPL-3.0-or-later
// Reading whole files, writing them so that they survive a crash, mapping them, hashing them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

namespace communique::schema {

/// The bytes of a file. Throws Error(Io) naming it.
std::string read_file(const std::filesystem::path& file);
/// Writes a new file and syncs its data to disk. Throws Error(Io) or Error(DiskFull).
void write_file_synced(const std::filesystem::path& file, std::string_view bytes);
/// Replaces `file` as a whole: temporary beside it, sync, rename, sync of the folder. Readers see the old or the new
/// one.
void replace_file_synced(const std::filesystem::path& file, std::string_view bytes);
/// Syncs a file's data, or a folder's entries, to disk. A rename is durable only after its folder is synced.
void sync_path(const std::filesystem::path& path);

/// SHA-256 in lower-case hex, of bytes or of a file read in pieces.
std::string sha256(std::string_view bytes);
std::string sha256_file(const std::filesystem::path& file);
/// The first 16 hex digits (64 bits) of SHA-256: enough to name things within one index.
std::string short_hash(std::string_view bytes);

/// A read-only mapping of a whole file; the view lives as long as the object. Throws Error(Io).
class MappedFile {
 public:
  explicit MappedFile(const std::filesystem::path& file);
  ~MappedFile();
  MappedFile(MappedFile&& other) noexcept;
  MappedFile& operator=(MappedFile&& other) noexcept;

  std::string_view bytes() const { return {data_, size_}; }

 private:
  const char* data_ = nullptr;
  std::size_t size_ = 0;
};

/// Turns errno after a failed call on `path` into Error(DiskFull) for ENOSPC and EDQUOT, Error(Io) otherwise.
[[noreturn]] void throw_errno(std::string_view what, const std::filesystem::path& path);

}  // namespace communique::schema
