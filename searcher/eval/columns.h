// SPDX-License-Identifier: GPL-3.0-or-later
// The files of evaluation (judgements, runs): lines of columns divided by blanks.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace communique::searcher {

/// What is wrong with a line, or empty if nothing is.
using ReadLine = std::function<std::string(const std::vector<std::string_view>& columns)>;

/// Calls `read` for each line that is not blank. Throws Error(Usage) with `name`, the line's number, what `read` found
/// wrong, and `hint`.
void read_columns(std::string_view text, const std::string& name, const std::string& hint, const ReadLine& read);

}  // namespace communique::searcher
