// SPDX-License-Identifier: GPL-3.0-or-later
// Colour changes of a terminal (ECMA-48 SGR), or nothing where there is no colour.
#pragma once

#include <array>
#include <string_view>

namespace communique::searcher {

struct Palette {
  explicit Palette(bool colour)
      : title(colour ? "\x1b[1;36m" : ""),
        dim(colour ? "\x1b[2m" : ""),
        match(colour ? "\x1b[1;33m" : ""),
        speaker(colour ? "\x1b[32m" : ""),
        added(colour ? "\x1b[32m" : ""),
        removed(colour ? "\x1b[31m" : ""),
        end(colour ? "\x1b[0m" : "") {}
  std::string_view title, dim, match, speaker, added, removed, end;
};

/// To tell several speakers of one text apart.
inline constexpr std::array<std::string_view, 5> kSpeakerColours = {"\x1b[32m", "\x1b[35m", "\x1b[34m", "\x1b[33m",
                                                                    "\x1b[36m"};

}  // namespace communique::searcher
