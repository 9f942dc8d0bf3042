// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/help.h"

#include <array>

#include <xapian.h>

#include "schema/manifest.h"
#include "schema/terms.h"

namespace communique::indexer {

namespace {

struct CommandHelp {
  Command command;
  std::string_view name;
  std::string_view usage;
  std::string_view summary;
  std::string_view text;  ///< shown under the usage line
};

constexpr std::array<CommandHelp, 6> kCommands{{
    {Command::Add, "add", "add --index DIR INPUT... [options]", "index statements, or bring an index up to date",
     R"(INPUT is a file, a folder (walked with all below it), or - for standard input. Formats are told apart by name and
content: JSON Lines, JSON, CSV and TSV with a header, text with or without YAML front matter, HTML, RSS and Atom, XML;
.gz and .zst are read directly. A record needs a text; id, title, date, country, speaker, source, url, lang and type are
used if they are there, other keys are kept. Running it again over the same input changes nothing; a changed record
replaces the old one. A bad record is reported with file, line and reason, and the run goes on.

Examples:
  communique-indexer add --index ./press statements.jsonl
  communique-indexer add --index ./press --default country=RUS --default "source=Presidential office" ./html
  communique-indexer add --index ./press --path-pattern '{country}_{session}_{year}.txt' ./ungdc
  communique-indexer add --index ./press --map text=body --map speaker=author export.csv
  zcat dump.gz | communique-indexer add --index ./press --format jsonl -
)"},
    {Command::Delete, "delete", "delete --index DIR ID...", "remove statements by id",
     "The statements leave the index at once; an id that is not there is reported and nothing else happens (exit 1 if "
     "none\nwas there).\n"},
    {Command::Verify, "verify", "verify --index DIR", "check every byte of the index against its checksums",
     "Exit 0 if all is as published, 3 if a file is missing or altered; each such file is named.\n"},
    {Command::Export, "export", "export --index DIR > statements.jsonl", "write every statement as JSON Lines",
     "The records as they were given, in a form that `add` reads back: a portable backup.\n"},
    {Command::Info, "info", "info --index DIR", "say what an index holds", ""},
    {Command::Analyse, "analyse", "analyse INPUT... [options]", "print what is found in statements, without an index",
     "One line of JSON per statement: language, date, type, leaders, countries, passages, who says what, times. Offsets "
     "count\nUnicode code points.\n"},
}};

const CommandHelp& entry_of(Command command) {
  for (const CommandHelp& entry : kCommands) {
    if (entry.command == command) return entry;
  }
  return kCommands.front();
}

constexpr std::string_view kExitCodes =
    "Exit codes: 0 done, 1 nothing to do (no statement found, no such id), 2 usage, 3 index missing, locked, damaged "
    "or not\n"
    "writable, 4 done but records were rejected and --strict was given, 130 interrupted.\n";

}  // namespace

std::string_view name_of(Command command) { return entry_of(command).name; }

std::optional<Command> command_named(std::string_view name) {
  for (const CommandHelp& entry : kCommands) {
    if (entry.name == name) return entry.command;
  }
  return std::nullopt;
}

std::string command_names() {
  std::string names;
  for (const CommandHelp& entry : kCommands) names += (names.empty() ? "" : ", ") + std::string(entry.name);
  return names;
}

std::string general_help() {
  std::string text =
      "communique-indexer: makes and keeps an index of press statements for communique-searcher.\n\nCommands:\n";
  for (const CommandHelp& entry : kCommands) {
    std::string name(entry.name);
    name.resize(10, ' ');
    text += "  " + name + std::string(entry.summary) + "\n";
  }
  text +=
      "\nA first index and a first search:\n"
      "  communique-indexer add --index ./press statements.jsonl\n"
      "  communique-searcher find --index ./press '\"win-win cooperation\" year:2021'\n\n"
      "`communique-indexer COMMAND --help` shows a command's options. $COMMUNIQUE_INDEX stands for --index.\n\n";
  return text + std::string(kExitCodes);
}

std::string help_of(Command command, const std::string& option_table) {
  const CommandHelp& entry = entry_of(command);
  std::string text = "Usage: communique-indexer " + std::string(entry.usage) + "\n\n";
  if (!entry.text.empty()) text += std::string(entry.text) + "\n";
  return text + option_table + "\n" + std::string(kExitCodes);
}

std::string version_line() {
  return "communique-indexer " COMMUNIQUE_VERSION " (index format " + std::to_string(schema::kFormatVersion) +
         ", schema " + std::to_string(schema::kSchemaVersion) + ", Xapian " + Xapian::version_string() + ")\n";
}

}  // namespace communique::indexer
