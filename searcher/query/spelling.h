// SPDX-License-Identifier: GPL-3.0-or-later
// How far are two words apart, for "did you mean"?
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace communique::searcher {

/// The code points of valid UTF-8, each as one.
std::u32string code_points(std::string_view text);

/// Damerau-Levenshtein distance (optimal string alignment: a swap of neighbours counts once), or any number above
/// `most` as soon as it is known to be above.
std::size_t spelling_distance(std::u32string_view a, std::u32string_view b, std::size_t most);

/// How far a misspelt word of so many letters may be from the right one: 0 for up to two letters, 1 for up to five, 2
/// for more.
std::size_t allowed_distance(std::size_t letters);

}  // namespace communique::searcher
