// SPDX-License-Identifier: GPL-3.0-or-later
// Unpacking with zlib and libzstd.
#include "corpus/readers/decompress.h"

#include <zlib.h>
#include <zstd.h>

#include <algorithm>
#include <limits>
#include <new>

namespace communique::corpus {
namespace {

class Gunzip final : public Decompressor {
 public:
  Gunzip() {
    constexpr int kGzipOnly = 16;  // zlib manual, inflateInit2: 16 added to the window bits
    if (inflateInit2(&stream_, MAX_WBITS + kGzipOnly) != Z_OK) throw std::bad_alloc();
  }
  ~Gunzip() override { inflateEnd(&stream_); }
  Gunzip(const Gunzip&) = delete;
  Gunzip& operator=(const Gunzip&) = delete;

  bool feed(std::string_view& input, std::string& out) override {
    // A member has ended and bytes follow: another member begins, or there is padding with zeros (as on tapes).
    if (complete_ && !input.empty()) {
      if (input.front() == '\0') input.remove_prefix(std::min(input.find_first_not_of('\0'), input.size()));
      if (input.empty()) return true;
      inflateReset(&stream_);
      complete_ = false;
    }
    const std::size_t old_size = out.size();
    out.resize(old_size + kPiece);
    const std::size_t take = std::min<std::size_t>(input.size(), std::numeric_limits<uInt>::max());
    // zlib does not write through next_in; its declaration predates const.
    stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(input.data()));
    stream_.avail_in = static_cast<uInt>(take);
    stream_.next_out = reinterpret_cast<Bytef*>(out.data() + old_size);
    stream_.avail_out = static_cast<uInt>(kPiece);
    const int status = inflate(&stream_, Z_NO_FLUSH);
    input.remove_prefix(take - stream_.avail_in);
    out.resize(old_size + kPiece - stream_.avail_out);
    complete_ = status == Z_STREAM_END;
    pending_ = stream_.avail_out == 0 && !complete_;
    // Z_BUF_ERROR only says that nothing could be done with the input at hand.
    if (status == Z_OK || status == Z_STREAM_END || status == Z_BUF_ERROR) return true;
    error_ = stream_.msg != nullptr ? stream_.msg : "damaged data";
    return false;
  }

  bool pending() const override { return pending_; }
  bool complete() const override { return complete_; }
  std::string_view name() const override { return "gzip"; }

 private:
  z_stream stream_{};
  bool complete_ = false;
  bool pending_ = false;
};

class Unzstd final : public Decompressor {
 public:
  Unzstd() : stream_(ZSTD_createDStream()) {
    if (stream_ == nullptr) throw std::bad_alloc();
  }
  ~Unzstd() override { ZSTD_freeDStream(stream_); }
  Unzstd(const Unzstd&) = delete;
  Unzstd& operator=(const Unzstd&) = delete;

  bool feed(std::string_view& input, std::string& out) override {
    const std::size_t old_size = out.size();
    out.resize(old_size + kPiece);
    ZSTD_inBuffer in{input.data(), input.size(), 0};
    ZSTD_outBuffer produced{out.data() + old_size, kPiece, 0};
    const std::size_t status = ZSTD_decompressStream(stream_, &produced, &in);
    input.remove_prefix(in.pos);
    out.resize(old_size + produced.pos);
    if (ZSTD_isError(status) != 0) {
      error_ = ZSTD_getErrorName(status);
      return false;
    }
    complete_ = status == 0;
    pending_ = produced.pos == produced.size && !complete_;
    return true;
  }

  bool pending() const override { return pending_; }
  bool complete() const override { return complete_; }
  std::string_view name() const override { return "zstd"; }

 private:
  ZSTD_DStream* stream_;
  bool complete_ = false;
  bool pending_ = false;
};

}  // namespace

std::unique_ptr<Decompressor> decompressor_for(std::string_view head) {
  if (head.starts_with("\x1f\x8b")) return std::make_unique<Gunzip>();
  if (head.starts_with("\x28\xb5\x2f\xfd")) return std::make_unique<Unzstd>();
  return nullptr;
}

}  // namespace communique::corpus
