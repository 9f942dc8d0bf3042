// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/concordance/line_store.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cassert>
#include <cerrno>
#include <cstring>
#include <filesystem>

#include "schema/error.h"

namespace communique::searcher {
namespace {

/// Written to the file at once when there is one.
constexpr std::size_t kWriteBytes = std::size_t{1} << 20;

[[noreturn]] void fail(const std::string& what, const std::string& folder) {
  throw Error(ErrorCode::Io, what + " a temporary file in " + folder + ": " + std::strerror(errno),
              "set TMPDIR to a folder with more room, narrow the query, or leave --sort and --group out");
}

std::string temporary_folder() {
  std::error_code none;
  const std::filesystem::path folder = std::filesystem::temp_directory_path(none);
  return none ? "/tmp" : folder.string();
}

int open_nameless() {
  const std::string folder = temporary_folder();
  int file = ::open(folder.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
  if (file >= 0) return file;
  std::string name = folder + "/communique-XXXXXX";  // some file systems have no O_TMPFILE
  file = ::mkstemp(name.data());
  if (file < 0) fail("cannot make", folder);
  ::unlink(name.c_str());
  return file;
}

}  // namespace

LineStore::~LineStore() {
  if (mapped_ != nullptr) ::munmap(const_cast<char*>(mapped_), static_cast<std::size_t>(file_bytes_));
  if (file_ >= 0) ::close(file_);
}

std::uint64_t LineStore::add(std::string_view line) {
  assert(mapped_ == nullptr);
  const std::uint64_t place = file_bytes_ + buffer_.size();
  const auto size = static_cast<std::uint32_t>(line.size());
  buffer_.append(reinterpret_cast<const char*>(&size), sizeof size);
  buffer_ += line;
  if (buffer_.size() >= (file_ < 0 ? memory_ : kWriteBytes)) spill();
  return place;
}

void LineStore::spill() {
  if (file_ < 0) file_ = open_nameless();
  std::string_view rest = buffer_;
  while (!rest.empty()) {
    const ssize_t written = ::write(file_, rest.data(), rest.size());
    if (written < 0 && errno != EINTR) fail("cannot write to", temporary_folder());
    if (written > 0) rest.remove_prefix(static_cast<std::size_t>(written));
  }
  file_bytes_ += buffer_.size();
  buffer_.clear();
}

void LineStore::finish() {
  if (file_ < 0) return;
  spill();
  void* mapped = ::mmap(nullptr, static_cast<std::size_t>(file_bytes_), PROT_READ, MAP_SHARED, file_, 0);
  if (mapped == MAP_FAILED) fail("cannot read", temporary_folder());
  mapped_ = static_cast<const char*>(mapped);
}

std::string_view LineStore::at(std::uint64_t place) const {
  const char* start = mapped_ != nullptr ? mapped_ + place : buffer_.data() + place;
  std::uint32_t size = 0;
  std::memcpy(&size, start, sizeof size);
  return {start + sizeof size, size};
}

}  // namespace communique::searcher
