// SPDX-License-Identifier: GPL-3.0-or-later
// How a forward index lies in its file. For its reader and its writer only.
//
// Header | runs | padding to 4 bytes | documents x u32: end of its run | words x u32: end of its term in the blob, in
// byte order of the terms | words x u32: its number | words x u32: its count | blob of terms
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>

namespace communique::schema::forward_layout {

static_assert(std::endian::native == std::endian::little, "the forward index is read as it lies in the file");

using Magic = std::array<char, 8>;
inline constexpr Magic kMagic{'C', 'Q', 'F', 'W', 'D', '0', '0', '1'};

struct Header {
  Magic magic{};
  std::uint32_t documents = 0;
  std::uint32_t words = 0;
  std::uint32_t run_bytes = 0;
  std::uint32_t term_bytes = 0;
};

inline std::size_t padding(std::uint64_t run_bytes) { return static_cast<std::size_t>((4 - run_bytes % 4) % 4); }

}  // namespace communique::schema::forward_layout
