// SPDX-License-Identifier: GPL-3.0-or-later
// Which words only hold an English sentence together? They are searched as all others are, but hardly weigh.
#pragma once

#include <string_view>

namespace communique::searcher {

/// True for a normalised word of the list. The list is short on purpose: with 120 words, speeches are ranked worse
/// (-.017 nDCG@10), and choosing by frequency instead of by list is worse throughout.
bool is_function_word(std::string_view word);

}  // namespace communique::searcher
