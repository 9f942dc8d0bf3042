// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers for people to read.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace communique::searcher {

/// "12,345".
std::string grouped(std::uint64_t number);
/// "1 passage", "12,345 passages", "2 matches".
std::string counted(std::uint64_t number, std::string_view what);

}  // namespace communique::searcher
