// SPDX-License-Identifier: GPL-3.0-or-later
// Where long outputs go, piece by piece, and what is said when they end too early.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

namespace communique::searcher {

/// Takes bytes; false if the reader is gone, which is no failure. Throws Error.
using ByteSink = std::function<bool(std::string_view)>;

/// Gathers output into blocks of about 64 KB.
class BlockWriter {
 public:
  explicit BlockWriter(const ByteSink& sink) : sink_(sink) {}

  /// To be appended to.
  std::string& block() { return block_; }
  /// After a row: hands a full block on. False if the reader is gone; then nothing more is to be made.
  bool row_done();
  /// Hands on what is left.
  bool finish();

  /// What was handed on before something failed, for the user: throws the error that is being handled with how far
  /// the output got, if any of it was written. To be called in a handler of Error.
  [[noreturn]] void rethrow_incomplete() const;

 private:
  bool hand_on();

  const ByteSink& sink_;
  std::string block_;
  std::uint64_t rows_ = 0;
  std::uint64_t rows_handed_on_ = 0;
  bool written_ = false;
};

}  // namespace communique::searcher
