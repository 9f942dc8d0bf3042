// SPDX-License-Identifier: GPL-3.0-or-later
// The one table of commands and options: the parser, the help and the suggestions all read it.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "searcher/nearest_name.h"
#include "searcher/options/options.h"

namespace communique::searcher {

/// The commands that an option belongs to: bits 1 << Command.
using CommandSet = unsigned;
constexpr CommandSet only(Command command) { return 1U << static_cast<unsigned>(command); }
inline constexpr CommandSet kEveryCommand = ~0U;

struct OptionRow {
  std::string_view name;   ///< without the dashes
  std::string_view value;  ///< what help calls its value; empty: a switch
  CommandSet of = kEveryCommand;
  std::string_view group;  ///< heading in help
  std::string_view help;   ///< lines divided by \n
};

struct CommandRow {
  Command command;
  std::string_view name;
  std::string_view arguments;
  std::string_view summary;
  std::string_view examples;  ///< whole lines
};

std::span<const OptionRow> option_rows();
std::span<const CommandRow> command_rows();
const CommandRow& row_of(Command command);
constexpr bool belongs(const OptionRow& row, Command command) { return (row.of & only(command)) != 0; }

/// Whether some row of that name belongs to the command: one name may mean different things to different commands.
bool has_option(Command command, std::string_view name);

}  // namespace communique::searcher
