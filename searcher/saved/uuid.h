// SPDX-License-Identifier: GPL-3.0-or-later
// Names that stay the same for the same thing, as feeds need them.
#pragma once

#include <string>
#include <string_view>

namespace communique::searcher {

/// A UUID made of a text: version 8 of RFC 9562, 122 bits of its SHA-256.
std::string uuid_of(std::string_view text);

}  // namespace communique::searcher
