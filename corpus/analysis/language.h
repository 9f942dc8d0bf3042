// SPDX-License-Identifier: GPL-3.0-or-later
// Which language is a text written in? Told by CLD2.
#pragma once

#include <string>
#include <string_view>

namespace communique::corpus {

/// ISO 639-1 code of the text's main language ("zh" for both Chinese scripts), or empty where CLD2 is not sure. Reads
/// at most the first 20 KB of text. `hint`, a language code the record's metadata suggests, may be empty.
std::string detect_language(std::string_view text, std::string_view hint = {});

}  // namespace communique::corpus
