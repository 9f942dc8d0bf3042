// SPDX-License-Identifier: GPL-3.0-or-later
// What communique-indexer says of itself: the commands, their help, the version.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "indexer/options.h"

namespace communique::indexer {

std::string_view name_of(Command command);
std::optional<Command> command_named(std::string_view name);
/// "add, delete, verify, ..."
std::string command_names();

std::string general_help();
/// `option_table`: the options as Boost.Program_options prints them.
std::string help_of(Command command, const std::string& option_table);
std::string version_line();

}  // namespace communique::indexer
