// SPDX-License-Identifier: GPL-3.0-or-later
// The one place where Xapian's exceptions become ours.
#pragma once

#include <string_view>
#include <utility>

#include <xapian.h>

#include "schema/error.h"

namespace communique::schema {

/// Translates: locked -> IndexLocked, "No space left" -> DiskFull, opening and corruption -> IndexDamaged, version ->
/// IndexVersion, bad regions of memory or arguments -> Io. `doing` completes "while ...": "reading shard x".
[[noreturn]] void throw_from_xapian(const Xapian::Error& error, std::string_view doing);

/// Runs `body`; what Xapian throws leaves as communique::Error.
template <class Body>
decltype(auto) guard_xapian(std::string_view doing, Body&& body) {
  try {
    return std::forward<Body>(body)();
  } catch (const Xapian::Error& error) {
    throw_from_xapian(error, doing);
  }
}

}  // namespace communique::schema
