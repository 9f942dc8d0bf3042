// SPDX-License-Identifier: GPL-3.0-or-later
// UTF-8: checking it, and converting between byte offsets (inside) and code point offsets (at the edges).
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace communique::schema {

/// Byte offset of the first byte that is not valid UTF-8 (RFC 3629: no surrogates, no overlong forms), or npos.
std::size_t first_invalid_utf8(std::string_view text);

/// The code point at `pos` (below the size), or -1 if there is no valid one; moves `pos` past it, or past the bytes
/// that are none.
std::int32_t next_code_point(std::string_view text, std::size_t& pos);

/// The code point that ends at `pos` (above 0), or -1; moves `pos` to its start.
std::int32_t previous_code_point(std::string_view text, std::size_t& pos);

/// Number of code points in valid UTF-8.
std::size_t count_code_points(std::string_view text);

/// The start of the code point that `offset` lies in: cutting there never splits one. `offset` may be the size.
std::size_t code_point_start(std::string_view text, std::size_t offset);

/// Converts ascending byte offsets of one text to code point offsets, each step reading only what lies between.
class CodePointCounter {
 public:
  explicit CodePointCounter(std::string_view text) : text_(text) {}
  /// Code point offset of a byte offset not below the last one asked for (a lower one restarts from the front).
  std::size_t at(std::size_t byte_offset);

 private:
  std::string_view text_;
  std::size_t bytes_ = 0;
  std::size_t code_points_ = 0;
};

/// Code point offsets of one text for byte offsets in any order, each step reading at most kStride bytes.
class CodePointIndex {
 public:
  explicit CodePointIndex(std::string_view text);
  std::size_t at(std::size_t byte_offset) const;

 private:
  static constexpr std::size_t kStride = 256;  ///< bytes
  std::string_view text_;
  std::vector<std::size_t> before_;  ///< code points that begin before each multiple of kStride
};

/// Small letters for ASCII capitals; all else stays.
std::string lower_ascii(std::string_view text);

/// Copies `text` for a terminal: control characters (all of C0 but tab and newline, DEL, C1) become U+FFFD, so that
/// what a record holds can not steer the terminal.
std::string without_controls(std::string_view text);

}  // namespace communique::schema
