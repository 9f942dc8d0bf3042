// SPDX-License-Identifier: GPL-3.0-or-later
// Reading, unpacking and decoding a file piece by piece.
#include "corpus/readers/byte_stream.h"

#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace communique::corpus {
namespace {

constexpr std::size_t kReadBytes = 256u << 10;
constexpr int kAskAgainMs = 100;  // while a pipe is silent
constexpr std::size_t kMagicBytes = 4;  // what it takes to tell gzip, zstd and byte order marks

}  // namespace

ByteStream::ByteStream(const InputFile& file, std::function<void(std::uint64_t)> progress, std::function<bool()> stop)
    : progress_(std::move(progress)), stop_(std::move(stop)) {
  file_ = file.path == "-" ? STDIN_FILENO : ::open(file.path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file_ < 0) error_ = std::string("can not be opened: ") + std::strerror(errno);
  done_ = file_ < 0;
}

ByteStream::~ByteStream() {
  if (file_ > STDIN_FILENO) ::close(file_);
}

/// Waits until there is something to read; false if it is to stop first. A file on disk is always ready.
bool ByteStream::wait() {
  while (stop_) {
    pollfd source{file_, POLLIN, 0};
    if (::poll(&source, 1, kAskAgainMs) > 0) break;
    if (stop_()) return false;
  }
  return true;
}

/// Adds to raw_ after what is not yet unpacked.
bool ByteStream::read_raw() {
  raw_.erase(0, raw_.size() - raw_rest_.size());
  const std::size_t kept = raw_.size();
  raw_.resize(kept + kReadBytes);
  stopped_ = !wait();
  ssize_t got = 0;
  do {
    got = stopped_ ? 0 : ::read(file_, raw_.data() + kept, kReadBytes);
  } while (got < 0 && errno == EINTR);
  if (got < 0) error_ = std::string("can not be read: ") + std::strerror(errno);
  raw_.resize(kept + static_cast<std::size_t>(got > 0 ? got : 0));
  raw_rest_ = raw_;
  raw_ended_ = got <= 0;
  if (got > 0 && progress_) progress_(static_cast<std::uint64_t>(got));
  return got > 0;
}

/// Appends the next piece of unpacked bytes to `out`.
void ByteStream::unpack(std::string& out) {
  if (!decompressor_) {
    out += raw_rest_;
    raw_rest_ = {};
    return;
  }
  if (raw_rest_.empty() && !decompressor_->pending()) return;
  if (!decompressor_->feed(raw_rest_, out)) {
    error_ = "damaged " + std::string(decompressor_->name()) + " data: " + decompressor_->error();
  }
}

/// Looks at the first unpacked bytes: drops a byte order mark, or turns what is there from UTF-16 into UTF-8.
void ByteStream::begin_text() {
  text_begun_ = true;
  utf16_ = Utf16Decoder::for_head(view());
  if (utf16_) {
    const std::string first = buffer_.substr(begin_ + 2);
    buffer_.clear();
    begin_ = 0;
    utf16_->append(first, raw_ended_ && raw_rest_.empty(), buffer_);
  } else if (view().starts_with("\xef\xbb\xbf")) {
    begin_ += 3;
  }
}

bool ByteStream::more() {
  if (done_) return false;
  buffer_.erase(0, begin_);
  begin_ = 0;
  const std::size_t before = buffer_.size();
  while (!done_ && (buffer_.size() == before || !text_begun_)) {
    const bool waiting = decompressor_ && decompressor_->pending();
    if (raw_rest_.empty() && !waiting && !raw_ended_) read_raw();
    while (!started_ && raw_rest_.size() < kMagicBytes && !raw_ended_) read_raw();
    if (stopped_) break;
    if (!started_) decompressor_ = decompressor_for(raw_rest_);
    started_ = true;

    std::string unpacked;
    unpack(text_begun_ && utf16_ ? unpacked : buffer_);
    done_ = failed() || (raw_ended_ && raw_rest_.empty() && !(decompressor_ && decompressor_->pending()));
    if (text_begun_ && utf16_) utf16_->append(unpacked, done_, buffer_);
    if (!text_begun_ && (buffer_.size() >= kMagicBytes || done_)) begin_text();
  }
  if (stopped_) {
    buffer_.clear();
    done_ = true;
    return false;
  }
  if (done_ && !failed() && decompressor_ && !decompressor_->complete()) {
    error_ = "breaks off in the middle of its " + std::string(decompressor_->name()) + " data";
  }
  return buffer_.size() - begin_ > before;
}

std::string_view ByteStream::peek(std::size_t bytes) {
  while (view().size() < bytes && !done_) more();
  return view().substr(0, bytes);
}

bool ByteStream::take_all(std::size_t limit, std::string& all) {
  while (view().size() <= limit && !done_) more();
  if (view().size() > limit) return false;
  all.assign(view());
  buffer_.clear();
  begin_ = 0;
  return true;
}

}  // namespace communique::corpus
