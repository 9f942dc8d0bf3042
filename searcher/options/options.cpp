// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/options/options.h"

#include <boost/program_options.hpp>

#include <algorithm>
#include <array>
#include <cassert>
#include <cstdlib>
#include <utility>

#include "searcher/options/option_reader.h"
#include "searcher/options/option_table.h"
#include "searcher/options/read_commands.h"

namespace communique::searcher {
namespace {

namespace po = boost::program_options;

using Values = std::vector<std::string>;

/// -h and -V are the only short options: any other word with one dash is part of the query (`-olympics`).
std::pair<std::string, std::string> read_short(const std::string& argument) {
  if (argument == "-h") return {"help", ""};
  if (argument == "-V") return {"version", ""};
  return {};
}

po::options_description description() {
  po::options_description all;
  for (const OptionRow& row : option_rows()) {
    const std::string name(row.name);
    if (all.find_nothrow(name, false) != nullptr) continue;
    if (row.value.empty()) {
      all.add_options()(name.c_str(), "");
    } else {
      all.add_options()(name.c_str(), po::value<Values>(), "");
    }
  }
  all.add_options()("words", po::value<Values>(), "");
  return all;
}

[[noreturn]] void fail_unknown(const std::string& option, std::optional<Command> command) {
  std::vector<std::string> names;
  for (const OptionRow& row : option_rows()) {
    if (!command || belongs(row, *command)) names.emplace_back(row.name);
  }
  const std::string nearest =
      nearest_name(option.substr(std::min(option.find_first_not_of('-'), option.size())), names);
  const std::string help = command ? std::string(row_of(*command).name) + " --help" : "--help";
  fail_usage("unknown option " + option,
             nearest.empty() ? "see communique-searcher " + help : "did you mean --" + nearest + "?");
}

po::variables_map read_arguments(const std::vector<std::string>& arguments, std::optional<Command> command) {
  static const po::options_description all = description();
  po::positional_options_description words;
  words.add("words", -1);
  po::variables_map map;
  const int style = po::command_line_style::allow_long | po::command_line_style::long_allow_adjacent |
                    po::command_line_style::long_allow_next;
  try {
    po::store(
        po::command_line_parser(arguments).options(all).positional(words).style(style).extra_parser(read_short).run(),
        map);
  } catch (const po::unknown_option& error) {
    fail_unknown(error.get_option_name(), command);
  } catch (const po::error& error) {
    fail_usage(error.what(), "see communique-searcher --help");
  }
  return map;
}

/// Values by option; boost keeps something for switches, too.
GivenValues given_values(const po::variables_map& map) {
  GivenValues given;
  for (const OptionRow& row : option_rows()) {
    const std::string name(row.name);
    if (map.count(name) > 0) given[name] = row.value.empty() ? Values{} : map[name].as<Values>();
  }
  return given;
}

/// The command is the first word that is no option's value, wherever it stands: what boost calls the first positional.
std::optional<Command> command_named(const std::string& word) {
  std::vector<std::string> names;
  for (const CommandRow& row : command_rows()) {
    if (row.name == word) return row.command;
    names.emplace_back(row.name);
  }
  const std::string nearest = nearest_name(word, names);
  fail_usage("unknown command \"" + word + "\"",
             nearest.empty() ? "to search, write: communique-searcher find " + word : "did you mean " + nearest + "?");
}

using ReadCommand = void (*)(const OptionReader&, const CommandWords&, Options&);

constexpr std::array<std::pair<Command, ReadCommand>, 16> kReaders = {{{Command::Find, read_find},
                                                                       {Command::Show, read_show},
                                                                       {Command::Save, read_save},
                                                                       {Command::Saved, read_saved},
                                                                       {Command::New, read_new},
                                                                       {Command::Forget, read_forget},
                                                                       {Command::Cite, read_cite},
                                                                       {Command::CheckCitation, read_check_citation},
                                                                       {Command::Compare, read_compare},
                                                                       {Command::Pairs, read_pairs},
                                                                       {Command::CheckQuote, read_check_quote},
                                                                       {Command::First, read_first},
                                                                       {Command::Collocates, read_collocates},
                                                                       {Command::WhyNot, read_why_not},
                                                                       {Command::Serve, read_serve},
                                                                       {Command::Evaluate, read_evaluate}}};

ReadCommand reader_of(Command command) {
  const auto* found =
      std::find_if(kReaders.begin(), kReaders.end(), [&](const auto& row) { return row.first == command; });
  assert(found != kReaders.end());
  return found->second;
}

/// A saved search names its index.
bool knows_its_index(Command command) {
  return command == Command::Saved || command == Command::New || command == Command::Forget;
}

}  // namespace

Options read_command(Command command, const GivenValues& given, const CommandWords& words) {
  const OptionReader reader(given, command);
  Options options;
  options.command = command;
  options.index = reader.one("index");
  options.index_given = reader.has("index");
  reader_of(command)(reader, words, options);
  options.saved.folder = reader.one("saved");
  return options;
}

Options parse_options(const std::vector<std::string>& arguments) {
  std::optional<Command> command;
  for (const CommandRow& row : command_rows()) {
    if (!arguments.empty() && arguments.front() == row.name) command = row.command;
  }
  const po::variables_map map = read_arguments(arguments, command);
  const Values words = map.count("words") > 0 ? map["words"].as<Values>() : Values{};
  Options options;
  options.help = map.count("help") > 0;
  options.version = map.count("version") > 0;
  const bool help_command = !words.empty() && words.front() == "help";
  options.help = options.help || help_command;
  const std::size_t first = help_command ? 1 : 0;
  if (words.size() > first) options.command = command_named(words[first]);
  if (options.help || options.version) return options;
  if (!options.command) fail_usage("no command given", "see communique-searcher --help");
  Options read = read_command(*options.command, given_values(map), words);
  const char* environment = std::getenv("COMMUNIQUE_INDEX");
  if (read.index.empty() && environment != nullptr) read.index = environment;
  options = std::move(read);
  if (options.index.empty() && options.evaluate.score.empty() && !knows_its_index(*options.command))
    fail_usage("no index given", "write --index DIR, or set COMMUNIQUE_INDEX");
  return options;
}

}  // namespace communique::searcher
