// SPDX-License-Identifier: GPL-3.0-or-later
// Are two words one word, spelt the British and the American way ("colour", "color"; "organise", "organize")?
#pragma once

#include <string>
#include <string_view>

namespace communique::searcher {

/// For normalised words, or several written as one. False for equal ones.
bool is_spelling_variant(std::string_view a, std::string_view b);

/// A form that both spellings of a word have in common; for a word without another spelling, in general the word itself.
std::string common_spelling(std::string_view word);

}  // namespace communique::searcher
