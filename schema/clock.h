// SPDX-License-Identifier: GPL-3.0-or-later
// What time is it, in the one form in which times are written: UTC, ISO 8601, to the second.
#pragma once

#include <ctime>
#include <string>

namespace communique::schema {

/// "2026-11-23T18:04:05Z".
std::string utc_text(std::time_t time);
/// The same of now.
std::string utc_now();

}  // namespace communique::schema
