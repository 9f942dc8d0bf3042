// SPDX-License-Identifier: GPL-3.0-or-later
// Files as they should not be: cut, altered. Whoever reads one must say so, or stay within it.
#pragma once

#include <cstddef>
#include <optional>
#include <random>
#include <string>
#include <string_view>

#include "schema/error.h"
#include "tests/support/random.h"

namespace communique::tests {

/// What a call ends with; nullopt if it comes back.
template <class Call>
std::optional<ErrorCode> error_of(Call call) {
  try {
    call();
  } catch (const Error& error) {
    return error.code();
  }
  return std::nullopt;
}

/// The same bytes with up to `most` of them replaced.
inline std::string altered(std::string bytes, std::mt19937& random, std::uint32_t most = 3) {
  for (std::uint32_t left = 1 + below(random, most); left > 0; --left) {
    bytes[below(random, bytes.size())] = static_cast<char>(below(random, 256));
  }
  return bytes;
}

}  // namespace communique::tests
