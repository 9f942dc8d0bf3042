// SPDX-License-Identifier: GPL-3.0-or-later
// Unpacking .gz and .zst in pieces, and telling a stream that ends in the middle from one that is whole.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

namespace communique::corpus {

/// Several gzip members or zstd frames after one another are one stream, as gzip and zstd themselves read them.
class Decompressor {
 public:
  virtual ~Decompressor() = default;

  /// Unpacks from the front of `input`, which is advanced, and appends at most kPiece bytes to `out`. Returns false if
  /// the data is damaged; error() then says how. To be called again while `input` holds bytes or pending() is true.
  virtual bool feed(std::string_view& input, std::string& out) = 0;
  /// More output waits although the input is used up.
  virtual bool pending() const = 0;
  /// The input ended where a member or frame ends.
  virtual bool complete() const = 0;
  /// "gzip" or "zstd".
  virtual std::string_view name() const = 0;

  const std::string& error() const { return error_; }

  static constexpr std::size_t kPiece = 256u << 10;

 protected:
  std::string error_;
};

/// By the first bytes of a file (at least 4 if there are as many); nullptr if they are of neither format.
std::unique_ptr<Decompressor> decompressor_for(std::string_view head);

}  // namespace communique::corpus
