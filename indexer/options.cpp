// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/options.h"

#include <array>
#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <sstream>

#include <boost/program_options.hpp>

#include "indexer/help.h"
#include "schema/error.h"

namespace communique::indexer {

namespace {

namespace po = boost::program_options;

po::options_description index_options() {
  po::options_description options("Index");
  options.add_options()("index", po::value<std::string>()->value_name("DIR"),
                        "index folder (default: $COMMUNIQUE_INDEX)");
  return options;
}

po::options_description reading_options() {
  po::options_description options("Reading");
  auto add = options.add_options();
  add("format", po::value<std::string>()->value_name("F")->default_value("auto"),
      "auto, jsonl, json, csv, tsv, text, html, rss or xml");
  add("map", po::value<std::vector<std::string>>()->value_name("KEY=NAME")->composing(),
      "take KEY (text, title, date, country, speaker, ...) from the input's column or key NAME; repeatable");
  add("default", po::value<std::vector<std::string>>()->value_name("KEY=VALUE")->composing(),
      "VALUE for records that give no KEY, e.g. country=RUS; repeatable");
  add("path-pattern", po::value<std::string>()->value_name("P"),
      "take fields from file names, e.g. '{country}_{session}_{year}.txt'");
  add("gazetteer", po::value<std::string>()->value_name("FILE"),
      "leaders to add or correct (docs/gazetteer.md); remembered by the index");
  return options;
}

po::options_description adding_options() {
  po::options_description options("Adding");
  auto add = options.add_options();
  add("prune", "delete every statement that the inputs of this run do not hold");
  add("strict", "exit with 4 if any record was rejected");
  add("rejects", po::value<std::string>()->value_name("FILE"), "write rejected records there, as JSON Lines");
  add("threads", po::value<unsigned>()->value_name("N"), "worker threads (default: all processors)");
  add("memory", po::value<std::size_t>()->value_name("MB")->default_value(1024), "memory to use, roughly");
  add("keep", po::value<unsigned>()->value_name("N")->default_value(2), "generations of the index to keep on disk");
  add("dry-run", "say what would be done, write nothing");
  add("json", "print the summary as JSON");
  add("progress", po::value<std::string>()->value_name("WHEN")->default_value("auto"), "auto, always or never");
  add("quiet", "print nothing but errors");
  return options;
}

po::options_description output_options() {
  po::options_description options("Output");
  options.add_options()("json", "print JSON");
  return options;
}

po::options_description analysing_options() {
  po::options_description options("Output");
  options.add_options()("explain", "say why: the rule and the name behind each attribution, the date's reason");
  return options;
}

po::options_description general_options() {
  po::options_description options("General");
  options.add_options()("help,h", "show this help")("version", "show the version");
  return options;
}

/// The options of a command, in the order help shows them.
po::options_description options_of(Command command) {
  po::options_description all;
  if (command != Command::Analyse) all.add(index_options());
  if (command == Command::Add || command == Command::Analyse) all.add(reading_options());
  if (command == Command::Add) all.add(adding_options());
  if (command == Command::Analyse) all.add(analysing_options());
  if (command == Command::Info || command == Command::Delete || command == Command::Verify) all.add(output_options());
  return all.add(general_options());
}

std::pair<std::string, std::string> split_pair(const std::string& flag, const std::string& text) {
  const std::size_t equals = text.find('=');
  if (equals == std::string::npos || equals == 0) {
    throw Error(ErrorCode::Usage, "--" + flag + " takes KEY=VALUE, not \"" + text + "\"");
  }
  return {text.substr(0, equals), text.substr(equals + 1)};
}

corpus::ReadOptions read_options(const po::variables_map& values) {
  corpus::ReadOptions read;
  const auto format = corpus::parse_format(values["format"].as<std::string>());
  if (!format) throw Error(ErrorCode::Usage, "--format: " + format.error().message, format.error().hint);
  read.format = *format;
  for (const char* flag : {"map", "default"}) {
    if (values.count(flag) == 0) continue;
    for (const std::string& text : values[flag].as<std::vector<std::string>>()) {
      const auto [key, value] = split_pair(flag, text);
      (std::string(flag) == "map" ? read.map : read.defaults).insert_or_assign(key, value);
    }
  }
  if (values.count("path-pattern") != 0) read.path_pattern = values["path-pattern"].as<std::string>();
  return read;
}

ProgressMode progress_mode(const std::string& name) {
  if (name == "auto") return ProgressMode::Auto;
  if (name == "always") return ProgressMode::Always;
  if (name == "never") return ProgressMode::Never;
  throw Error(ErrorCode::Usage, "--progress takes auto, always or never, not \"" + name + "\"");
}

std::filesystem::path index_folder(const po::variables_map& values) {
  if (values.count("index") != 0) return values["index"].as<std::string>();
  const char* folder = std::getenv("COMMUNIQUE_INDEX");
  if (folder == nullptr || *folder == '\0') {
    throw Error(ErrorCode::Usage, "which index? neither --index DIR nor $COMMUNIQUE_INDEX is given");
  }
  return folder;
}

void fill_adding(const po::variables_map& values, CommandLine& line) {
  line.add.prune = values.count("prune") != 0;
  line.add.dry_run = values.count("dry-run") != 0;
  line.strict = values.count("strict") != 0;
  line.quiet = values.count("quiet") != 0;
  line.add.memory_mb = values["memory"].as<std::size_t>();
  line.add.keep = values["keep"].as<unsigned>();
  if (line.add.keep == 0) throw Error(ErrorCode::Usage, "--keep takes 1 or more: the live generation is one of them");
  if (values.count("threads") != 0) line.add.threads = values["threads"].as<unsigned>();
  if (line.add.threads > 256) throw Error(ErrorCode::Usage, "--threads takes at most 256");
  if (values.count("rejects") != 0) line.rejects_file = values["rejects"].as<std::string>();
  line.progress = progress_mode(values["progress"].as<std::string>());
}

CommandLine fill(Command command, const po::variables_map& values) {
  CommandLine line;
  line.command = command;
  const auto operands =
      values.count("operand") != 0 ? values["operand"].as<std::vector<std::string>>() : std::vector<std::string>{};
  const bool reads = command == Command::Add || command == Command::Analyse;
  if (command != Command::Analyse) line.add.index = index_folder(values);
  if (reads) {
    line.add.inputs = operands;
    line.explain = values.count("explain") != 0;
    line.add.read = read_options(values);
    if (values.count("gazetteer") != 0) line.add.gazetteer = values["gazetteer"].as<std::string>();
    if (operands.empty())
      throw Error(ErrorCode::Usage, "nothing to read: name files or folders, or - for standard input");
  } else if (command == Command::Delete) {
    line.ids = operands;
    if (operands.empty()) throw Error(ErrorCode::Usage, "nothing to delete: name the statements' ids");
  } else if (!operands.empty()) {
    throw Error(ErrorCode::Usage, "\"" + operands.front() + "\" is one word too many",
                "see communique-indexer " + std::string(name_of(command)) + " --help");
  }
  if (command == Command::Add) fill_adding(values, line);
  line.json = values.count("json") != 0;
  return line;
}

std::optional<CommandLine> parse_command(Command command, int argc, const char* const* argv) {
  const po::options_description shown = options_of(command);
  po::options_description all;
  all.add(shown).add_options()("operand", po::value<std::vector<std::string>>());
  po::positional_options_description operands;
  operands.add("operand", -1);
  po::variables_map values;
  try {
    // No abbreviations: --pre must not one day mean another flag than today.
    const int style = po::command_line_style::unix_style & ~po::command_line_style::allow_guessing;
    po::store(po::command_line_parser(argc, argv).options(all).positional(operands).style(style).run(), values);
    po::notify(values);
  } catch (const po::error& error) {
    throw Error(ErrorCode::Usage, error.what(), "see communique-indexer " + std::string(name_of(command)) + " --help");
  }
  if (values.count("help") != 0) {
    std::ostringstream table;
    table << shown;
    std::cout << help_of(command, table.str());
    return std::nullopt;
  }
  if (values.count("version") != 0) {
    std::cout << version_line();
    return std::nullopt;
  }
  return fill(command, values);
}

}  // namespace

std::optional<CommandLine> parse_command_line(int argc, const char* const* argv) {
  const std::string first = argc > 1 ? argv[1] : "--help";
  if (first == "--help" || first == "-h" || first == "help") {
    std::cout << general_help();
    return std::nullopt;
  }
  if (first == "--version") {
    std::cout << version_line();
    return std::nullopt;
  }
  const std::optional<Command> command = command_named(first);
  if (!command) {
    throw Error(ErrorCode::Usage, "there is no command \"" + first + "\"",
                "the commands are " + command_names() + "; see communique-indexer --help");
  }
  return parse_command(*command, argc - 1, argv + 1);
}

}  // namespace communique::indexer
