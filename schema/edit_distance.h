// SPDX-License-Identifier: GPL-3.0-or-later
// How far is what was typed from a name?
#pragma once

#include <cstddef>
#include <string_view>

namespace communique::schema {

/// Levenshtein distance in bytes, for short names: the product of both lengths is the time it takes.
std::size_t edit_distance(std::string_view a, std::string_view b);

}  // namespace communique::schema
