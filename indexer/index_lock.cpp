// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/index_lock.h"

#include <array>
#include <cerrno>
#include <string>

#include <fcntl.h>
#include <linux/magic.h>
#include <sys/file.h>
#include <sys/vfs.h>
#include <unistd.h>

#include "schema/clock.h"
#include "schema/error.h"
#include "schema/files.h"

namespace communique::indexer {

namespace {

std::string holder_line() {
  std::array<char, 256> host{};
  ::gethostname(host.data(), host.size() - 1);
  return "process " + std::to_string(::getpid()) + " on " + host.data() + " since " + schema::utc_now() + "\n";
}

std::string read_holder(int descriptor) {
  std::array<char, 512> text{};
  const ssize_t got = ::pread(descriptor, text.data(), text.size(), 0);
  std::string line(text.data(), got > 0 ? static_cast<std::size_t>(got) : 0);
  while (!line.empty() && line.back() == '\n') line.pop_back();
  return line.empty() ? "another process" : line;
}

}  // namespace

IndexLock::IndexLock(const std::filesystem::path& lock_file) {
  struct statfs system {};
  if (::statfs(lock_file.parent_path().c_str(), &system) == 0 && system.f_type == NFS_SUPER_MAGIC) {
    throw Error(ErrorCode::Io,
                lock_file.parent_path().string() + " is on a network file system, where locks can not be trusted",
                "keep the index on a local disk");
  }
  descriptor_ = ::open(lock_file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
  if (descriptor_ < 0) schema::throw_errno("opening", lock_file);
  if (::flock(descriptor_, LOCK_EX | LOCK_NB) != 0) {
    const int cause = errno;
    const std::string holder = read_holder(descriptor_);
    ::close(descriptor_);
    errno = cause;
    if (cause != EWOULDBLOCK) schema::throw_errno("locking", lock_file);
    throw Error(ErrorCode::IndexLocked, "the index is being written by " + holder + " (" + lock_file.string() + ")",
                "wait until it has finished, then run the same command again; reading goes on meanwhile");
  }
  const std::string line = holder_line();
  if (::ftruncate(descriptor_, 0) != 0 || ::pwrite(descriptor_, line.data(), line.size(), 0) < 0) {
    const int cause = errno;
    ::close(descriptor_);
    errno = cause;
    schema::throw_errno("writing", lock_file);
  }
}

IndexLock::~IndexLock() { ::close(descriptor_); }

}  // namespace communique::indexer
