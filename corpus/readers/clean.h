// SPDX-License-Identifier: GPL-3.0-or-later
// Mending strings: line ends, control characters, white space. All take and give valid UTF-8.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "schema/utf8.h"

namespace communique::corpus {

/// Makes line ends "\n" ("\r\n" and lone "\r" too), C0 and DEL controls spaces, and C1 controls what Windows-1252 has
/// there (pages that say Latin-1 mean it); a note says so. All else stays as it is.
void clean_text(std::string& text, std::vector<std::string>& notes);

/// One line without runs of white space, for titles, names and the like; no-break spaces count as white space.
std::string one_line(std::string_view text);

/// One line, otherwise as given: a run of blanks with a tab or line break in it becomes one space, both ends are
/// trimmed. For what is kept and given back: an exported title has its no-break and double spaces.
std::string without_breaks(std::string_view text);

/// Without white space at both ends.
std::string_view trimmed(std::string_view text);

/// Nothing but white space and invisible characters (byte order marks, zero-width spaces).
bool is_blank(std::string_view text);

bool has_controls(std::string_view text);

/// At most `bytes` of text, cut after a word where there is one.
std::string_view cut_at_word(std::string_view text, std::size_t bytes);

using schema::lower_ascii;

/// For messages: the first 60 bytes or so of what was given, on one line.
std::string shown(std::string_view text);

}  // namespace communique::corpus
