// SPDX-License-Identifier: GPL-3.0-or-later
// The bytes of an input file as a reader wants them: unpacked, without byte order mark, UTF-16 made UTF-8, in pieces.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "corpus/reader.h"
#include "corpus/readers/decompress.h"
#include "corpus/readers/encoding.h"

namespace communique::corpus {

/// A window onto a file, or onto standard input if its path is "-". Not copied or moved while in use.
class ByteStream {
 public:
  /// Opens it; failed() tells if that did not succeed. `stop` is asked while a pipe or terminal has nothing
  /// to read: true ends the stream there, see stopped(). Both functions may be empty.
  ByteStream(const InputFile& file, std::function<void(std::uint64_t)> progress, std::function<bool()> stop = {});
  ~ByteStream();
  ByteStream(const ByteStream&) = delete;
  ByteStream& operator=(const ByteStream&) = delete;

  /// What is read and not yet consumed. Valid until the next more().
  std::string_view view() const { return std::string_view(buffer_).substr(begin_); }
  void consume(std::size_t bytes) { begin_ += bytes; }
  /// Reads on: view() has grown at its end. False at the end of the file, or where it breaks off (see error()).
  bool more();
  /// Reads on until view() holds `bytes` or the file ends.
  std::string_view peek(std::size_t bytes);
  /// Takes all that is left, up to `limit` bytes; false if there is more than that.
  bool take_all(std::size_t limit, std::string& all);

  /// Why the file could not be opened or breaks off; empty if all is well so far.
  const std::string& error() const { return error_; }
  bool failed() const { return !error_.empty(); }
  /// Ended by `stop`; what was begun and not consumed by then is dropped.
  bool stopped() const { return stopped_; }
  bool was_utf16() const { return utf16_ != nullptr; }
  bool was_compressed() const { return decompressor_ != nullptr; }

 private:
  bool wait();
  bool read_raw();
  void unpack(std::string& out);
  void begin_text();

  int file_ = -1;
  std::function<void(std::uint64_t)> progress_;
  std::function<bool()> stop_;
  std::string raw_;            // what read(2) delivered last
  std::string_view raw_rest_;  // the part of it not yet unpacked
  std::string buffer_;
  std::size_t begin_ = 0;
  std::unique_ptr<Decompressor> decompressor_;
  std::unique_ptr<Utf16Decoder> utf16_;
  bool started_ = false;
  bool text_begun_ = false;
  bool raw_ended_ = false;
  bool done_ = false;
  bool stopped_ = false;
  std::string error_;
};

}  // namespace communique::corpus
