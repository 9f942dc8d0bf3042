// SPDX-License-Identifier: GPL-3.0-or-later
// The lines of a stream, however long it is, without holding more than one.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "corpus/readers/byte_stream.h"

namespace communique::corpus {

class LineReader {
 public:
  /// `limit`: bytes of the longest line to hold.
  LineReader(ByteStream& stream, std::size_t limit) : stream_(stream), limit_(limit) {}

  enum class Outcome {
    Line,
    TooLong,  ///< over the limit: `line` is its first bytes, the rest has been skipped
    End,
  };
  /// `line`, without its end, is valid until the next call.
  Outcome next(std::string_view& line);

  /// Of the line delivered last, from 1.
  std::uint64_t number() const { return number_; }
  /// The line delivered last was ended by a line end, not by the end of the file.
  bool was_ended() const { return ended_; }

 private:
  Outcome skip_rest(std::string_view& line);

  ByteStream& stream_;
  std::size_t limit_;
  std::size_t used_ = 0;  // bytes of the view that the line delivered last takes
  std::uint64_t number_ = 0;
  bool ended_ = true;
  std::string head_;
};

}  // namespace communique::corpus
