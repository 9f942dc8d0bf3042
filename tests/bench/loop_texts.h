// SPDX-License-Identifier: GPL-3.0-or-later
// Texts for the inner loops: sentences of our own sample corpus, drawn with a seed, so that every run measures the
// same.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace communique::bench {

enum class Script {
  Ascii,     ///< English sentences without any other letter
  Accented,  ///< French, German, Spanish and Portuguese ones with some
  Cyrillic,
  Han,  ///< Chinese
};

/// About `bytes` of UTF-8: sentences divided by a space, a blank line after every fifth. The same text for the same
/// script and seed. Throws Error(Usage) where the sample corpus is not where it was when the program was built.
std::string text_in(Script script, std::size_t bytes, unsigned seed = 1);

/// English passages of about 1,200 bytes each, each with other sentences.
std::vector<std::string> passages(std::size_t count);

}  // namespace communique::bench
