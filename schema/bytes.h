// SPDX-License-Identifier: GPL-3.0-or-later
// Writing and reading of small binary records: variable-length numbers (LEB128) and strings with their length before.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "schema/error.h"

namespace communique::schema {

/// LEB128.
inline void append_number(std::string& bytes, std::uint64_t value) {
  while (value >= 0x80) {
    bytes += static_cast<char>((value & 0x7f) | 0x80);
    value >>= 7;
  }
  bytes += static_cast<char>(value);
}

class ByteWriter {
 public:
  void number(std::uint64_t value) { append_number(bytes_, value); }
  void string(std::string_view value) {
    number(value.size());
    bytes_.append(value);
  }
  std::string take() { return std::move(bytes_); }

 private:
  std::string bytes_;
};

/// Throws Error(IndexDamaged) on reading past the end. Views handed out live as long as the bytes read from.
class ByteReader {
 public:
  explicit ByteReader(std::string_view bytes) : rest_(bytes) {}

  std::uint64_t number() {
    std::uint64_t value = 0;
    for (unsigned shift = 0; shift < 64; shift += 7) {
      const auto byte = static_cast<unsigned char>(take(1).front());
      value |= std::uint64_t{byte & 0x7fu} << shift;
      if (byte < 0x80) return value;
    }
    damaged();
  }
  std::uint32_t number32() { return static_cast<std::uint32_t>(number()); }
  std::string_view string() { return take(number()); }
  bool at_end() const { return rest_.empty(); }
  /// Bytes left: no count that is read can be larger, since each item takes at least one.
  std::size_t left() const { return rest_.size(); }

 private:
  std::string_view take(std::uint64_t size) {
    if (size > rest_.size()) damaged();
    const std::string_view piece = rest_.substr(0, static_cast<std::size_t>(size));
    rest_.remove_prefix(static_cast<std::size_t>(size));
    return piece;
  }
  [[noreturn]] static void damaged() {
    throw Error(ErrorCode::IndexDamaged, "a stored record is cut or altered",
                "run `communique-indexer verify` to see which files are damaged");
  }
  std::string_view rest_;
};

}  // namespace communique::schema
