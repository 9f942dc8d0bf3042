// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/files.h"

#include <array>
#include <cerrno>
#include <cstring>
#include <memory>
#include <utility>

#include <fcntl.h>
#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "schema/error.h"

namespace communique::schema {

namespace {

/// A file descriptor that closes itself. close() on the way out of an error is all a destructor may do.
class Descriptor {
 public:
  Descriptor(const std::filesystem::path& path, int flags, mode_t mode = 0644)
      : descriptor_(::open(path.c_str(), flags | O_CLOEXEC, mode)) {
    if (descriptor_ < 0) throw_errno("opening", path);
  }
  ~Descriptor() { ::close(descriptor_); }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int get() const { return descriptor_; }

 private:
  int descriptor_;
};

class Sha256 {
 public:
  Sha256() {
    // Hashing needs nothing of the system's configuration, and reading it takes a sixteenth of a small search.
    static const int ready = OPENSSL_init_crypto(OPENSSL_INIT_NO_LOAD_CONFIG, nullptr);
    static_cast<void>(ready);
    context_ = EVP_MD_CTX_new();
    EVP_DigestInit_ex(context_, EVP_sha256(), nullptr);
  }
  ~Sha256() { EVP_MD_CTX_free(context_); }
  Sha256(const Sha256&) = delete;
  Sha256& operator=(const Sha256&) = delete;

  void add(std::string_view bytes) { EVP_DigestUpdate(context_, bytes.data(), bytes.size()); }

  std::string hex() {
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned int length = 0;
    EVP_DigestFinal_ex(context_, digest.data(), &length);
    std::string text;
    text.reserve(length * 2);
    for (unsigned int i = 0; i < length; ++i) {
      text += "0123456789abcdef"[digest[i] >> 4];
      text += "0123456789abcdef"[digest[i] & 15];
    }
    return text;
  }

 private:
  EVP_MD_CTX* context_ = nullptr;
};

constexpr std::size_t kPiece = 1 << 20;  // one read or write

template <class Yield>
void read_pieces(const std::filesystem::path& file, Yield&& yield) {
  const Descriptor descriptor(file, O_RDONLY);
  // Not filled with anything first: of a small file only the first page is touched.
  const auto buffer = std::make_unique_for_overwrite<char[]>(kPiece);
  while (true) {
    const ssize_t got = ::read(descriptor.get(), buffer.get(), kPiece);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) throw_errno("reading", file);
    if (got == 0) return;
    yield(std::string_view(buffer.get(), static_cast<std::size_t>(got)));
  }
}

}  // namespace

void throw_errno(std::string_view what, const std::filesystem::path& path) {
  const int cause = errno;
  const std::string message = std::string(what) + " " + path.string() + ": " + std::strerror(cause);
  if (cause == ENOSPC || cause == EDQUOT) {
    throw Error(ErrorCode::DiskFull, message,
                "nothing published was lost; free some space and run the same command again");
  }
  throw Error(ErrorCode::Io, message, cause == EACCES ? "check the permissions of the file and its folder" : "");
}

std::string read_file(const std::filesystem::path& file) {
  std::string bytes;
  read_pieces(file, [&](std::string_view piece) { bytes.append(piece); });
  return bytes;
}

void write_file_synced(const std::filesystem::path& file, std::string_view bytes) {
  const Descriptor descriptor(file, O_WRONLY | O_CREAT | O_TRUNC);
  while (!bytes.empty()) {
    const ssize_t put = ::write(descriptor.get(), bytes.data(), std::min(bytes.size(), kPiece));
    if (put < 0 && errno == EINTR) continue;
    if (put < 0) throw_errno("writing", file);
    bytes.remove_prefix(static_cast<std::size_t>(put));
  }
  if (::fsync(descriptor.get()) != 0) throw_errno("syncing", file);
}

void replace_file_synced(const std::filesystem::path& file, std::string_view bytes) {
  const std::filesystem::path temporary = file.string() + ".tmp";
  write_file_synced(temporary, bytes);
  if (::rename(temporary.c_str(), file.c_str()) != 0) throw_errno("renaming", temporary);
  sync_path(file.parent_path());
}

void sync_path(const std::filesystem::path& path) {
  const Descriptor descriptor(path.empty() ? std::filesystem::path(".") : path, O_RDONLY);
  if (::fsync(descriptor.get()) != 0) throw_errno("syncing", path);
}

std::string sha256(std::string_view bytes) {
  Sha256 hash;
  hash.add(bytes);
  return hash.hex();
}

std::string sha256_file(const std::filesystem::path& file) {
  Sha256 hash;
  read_pieces(file, [&](std::string_view piece) { hash.add(piece); });
  return hash.hex();
}

std::string short_hash(std::string_view bytes) { return sha256(bytes).substr(0, 16); }

MappedFile::MappedFile(const std::filesystem::path& file) {
  const Descriptor descriptor(file, O_RDONLY);
  struct stat status {};
  if (::fstat(descriptor.get(), &status) != 0) throw_errno("reading", file);
  size_ = static_cast<std::size_t>(status.st_size);
  if (size_ == 0) return;
  void* mapped = ::mmap(nullptr, size_, PROT_READ, MAP_SHARED, descriptor.get(), 0);
  if (mapped == MAP_FAILED) throw_errno("mapping", file);
  data_ = static_cast<const char*>(mapped);
}

MappedFile::~MappedFile() {
  if (data_ != nullptr) ::munmap(const_cast<char*>(data_), size_);
}

MappedFile::MappedFile(MappedFile&& other) noexcept
    : data_(std::exchange(other.data_, nullptr)), size_(std::exchange(other.size_, 0)) {}

MappedFile& MappedFile::operator=(MappedFile&& other) noexcept {
  std::swap(data_, other.data_);
  std::swap(size_, other.size_);
  return *this;
}

}  // namespace communique::schema
