// SPDX-License-Identifier: GPL-3.0-or-later
// Could what a description names say something at all: "officials", "the report", but not "the circumstances"?
#pragma once

#include <string_view>

namespace communique::corpus {

/// True if some word of the description stands for people, bodies or writings. English.
bool may_speak(std::string_view description);

}  // namespace communique::corpus
