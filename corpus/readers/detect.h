// SPDX-License-Identifier: GPL-3.0-or-later
// Which format has a file? By its name, and where that does not tell, by its first bytes.
#pragma once

#include <optional>
#include <string_view>

#include "corpus/reader.h"
#include "corpus/readers/keys.h"

namespace communique::corpus {

/// How many first bytes detect_format wants to see: enough for the first record of most JSON Lines files.
inline constexpr std::size_t kDetectBytes = 1u << 20;

/// By a file name's ending, ".gz" and ".zst" aside; nullopt if it is none we know.
std::optional<Format> format_of_name(std::string_view name);

/// By name and first bytes (unpacked, UTF-8 as far as it goes, without byte order mark). Never Auto.
Format detect_format(std::string_view name, std::string_view head, const KeyTable& keys);

}  // namespace communique::corpus
