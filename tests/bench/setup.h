// SPDX-License-Identifier: GPL-3.0-or-later
// What was something measured with? The line every command prints first.
#pragma once

#include <string>

namespace communique::bench {

/// `communique setup version=.. build=".." xapian=.. cpu=".." cores=..` and `rest`, which names what is measured and
/// its size. Written at once, so that it can be read while the measuring goes on.
void print_setup(const std::string& rest);

}  // namespace communique::bench
