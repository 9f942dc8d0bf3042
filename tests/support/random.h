// SPDX-License-Identifier: GPL-3.0-or-later
// Seeded choices, the same on every machine (the standard's distributions are not).
#pragma once

#include <cstddef>
#include <cstdint>
#include <random>

namespace communique::tests {

/// 0 to bound - 1.
inline std::uint32_t below(std::mt19937& random, std::size_t bound) {
  return static_cast<std::uint32_t>(random() % bound);
}

template <class List>
auto one_of(std::mt19937& random, const List& list) {
  return list[below(random, list.size())];
}

}  // namespace communique::tests
