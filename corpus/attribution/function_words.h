// SPDX-License-Identifier: GPL-3.0-or-later
// The closed classes of English words.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace communique::corpus::attribution {

struct FunctionWords {
  std::uint32_t classes;   ///< bits of WordClass
  std::string_view words;  ///< in small letters, one space between
};

std::span<const FunctionWords> function_words();

}  // namespace communique::corpus::attribution
