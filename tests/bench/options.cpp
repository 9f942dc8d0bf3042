// SPDX-License-Identifier: GPL-3.0-or-later
#include "options.h"

#include <algorithm>
#include <array>
#include <iostream>
#include <string_view>

#include <boost/program_options.hpp>

#include "schema/error.h"

namespace communique::bench {

namespace {

namespace po = boost::program_options;

using Operands = std::vector<std::string>;

constexpr unsigned kMostThreads = 256;
constexpr unsigned kMostRounds = 10000;
constexpr std::size_t kLeastMemory = 128;  // megabytes
constexpr std::size_t kMostMemory = 1'000'000;

struct CommandRow {
  Command command;
  std::string_view name;
  std::string_view usage;
  std::string_view operands;  ///< what they are, for errors
  std::size_t least;          ///< operands
  std::size_t most;
  std::string_view text;
};

constexpr std::array<CommandRow, 3> kCommands{{
    {Command::Queries, "queries", "queries --index DIR LOG.jsonl [options]", "one log of queries", 1, 1,
     "Runs the queries of LOG.jsonl and prints latencies by type of query. A line of the log is {\"type\", \"terms\",\n"
     "\"year\", \"from\", \"to\", \"country\"}: terms of a type that begins with \"or\" are alternatives, of one that "
     "contains\n\"phrase\" a phrase, of any other all wanted; the rest are filters.\n"},
    {Command::Analyse, "analyse", "analyse FILE [GAZETTEER.json]", "a file and perhaps a gazetteer", 1, 2,
     "Analyses the statements of FILE, without an index, and prints how quick the whole and each step is.\n"},
    {Command::Index, "index", "index INPUT... [options]", "files or folders, or - for standard input", 1,
     static_cast<std::size_t>(-1),
     "Indexes the inputs and prints how long that took, how much memory, and how large the index is.\n"},
}};

[[noreturn]] void fail_usage(const std::string& message, std::string_view command = {}) {
  std::string see = "see communique-bench ";
  if (!command.empty()) see.append(command) += " ";
  throw Error(ErrorCode::Usage, message, see + "--help");
}

po::options_description options_of(Command command) {
  po::options_description options("Options");
  auto add = options.add_options();
  if (command == Command::Queries) {
    add("index", po::value<std::string>()->value_name("DIR"), "index folder");
    add("rounds", po::value<unsigned>()->value_name("N")->default_value(4),
        "how often the log is run; the first round is not counted");
    add("threads", po::value<unsigned>()->value_name("N"),
        "then run the log in 1 and in N threads at once, each with the index opened for itself: queries a second");
  } else if (command == Command::Index) {
    add("index", po::value<std::string>()->value_name("DIR"),
        "write the index there and keep it; an index that is there is brought up to date (default: a temporary "
        "folder, removed afterwards)");
    add("threads", po::value<unsigned>()->value_name("N"), "worker threads (default: all processors)");
    add("memory", po::value<std::size_t>()->value_name("MB")->default_value(1024), "memory to use, roughly");
  }
  add("help,h", "show this help")("version", "show the version");
  return options;
}

void print_general_help() {
  std::cout << "communique-bench: how quick is it? Prints the setup first, then one line per figure.\n\n";
  for (const CommandRow& row : kCommands) std::cout << "  communique-bench " << row.usage << "\n";
  std::cout << "\nExit codes: 0 done, 2 usage or input, 3 index missing, of another version or not writable.\n";
}

template <class Number>
Number in_range(const po::variables_map& values, const char* name, Number least, Number most) {
  const Number value = values[name].as<Number>();
  if (value < least || value > most) {
    throw Error(ErrorCode::Usage, std::string("--") + name + " takes a number from " + std::to_string(least) + " to " +
                                      std::to_string(most));
  }
  return value;
}

CommandLine fill(const CommandRow& row, const po::variables_map& values) {
  CommandLine line;
  line.command = row.command;
  if (values.count("operand") != 0) line.operands = values["operand"].as<Operands>();
  if (line.operands.size() < row.least) fail_usage("nothing to read: name " + std::string(row.operands), row.name);
  if (line.operands.size() > row.most) {
    fail_usage("\"" + line.operands[row.most] + "\" is one word too many: name " + std::string(row.operands), row.name);
  }
  if (values.count("index") != 0) line.index = values["index"].as<std::string>();
  if (values.count("index") != 0 && line.index.empty()) fail_usage("--index needs a folder", row.name);
  if (row.command == Command::Queries && line.index.empty()) fail_usage("which index? give --index DIR", row.name);
  if (values.count("rounds") != 0) line.rounds = in_range(values, "rounds", 2u, kMostRounds);
  if (values.count("threads") != 0) line.threads = in_range(values, "threads", 1u, kMostThreads);
  if (values.count("memory") != 0) line.memory_mb = in_range(values, "memory", kLeastMemory, kMostMemory);
  return line;
}

po::variables_map read_values(const CommandRow& row, const Operands& arguments, const po::options_description& shown) {
  po::options_description all;
  all.add(shown).add_options()("operand", po::value<Operands>());
  po::positional_options_description operands;
  operands.add("operand", -1);
  po::variables_map values;
  try {
    const int style = po::command_line_style::unix_style & ~po::command_line_style::allow_guessing;
    po::store(po::command_line_parser(arguments).options(all).positional(operands).style(style).run(), values);
    po::notify(values);
  } catch (const po::error& error) {
    fail_usage(error.what(), row.name);
  }
  return values;
}

}  // namespace

std::optional<CommandLine> parse_command_line(const std::vector<std::string>& arguments) {
  const std::string first = arguments.empty() ? "" : arguments.front();
  if (first == "--help" || first == "-h" || first == "help") {
    print_general_help();
    return std::nullopt;
  }
  if (first == "--version") {
    std::cout << "communique-bench " << COMMUNIQUE_VERSION << "\n";
    return std::nullopt;
  }
  const auto row = std::find_if(kCommands.begin(), kCommands.end(), [&](const auto& one) { return one.name == first; });
  if (row == kCommands.end()) {
    fail_usage((first.empty() ? "no command given" : "there is no command \"" + first + "\"") +
               ": the commands are queries, analyse, index");
  }
  const po::options_description shown = options_of(row->command);
  const po::variables_map values = read_values(*row, {arguments.begin() + 1, arguments.end()}, shown);
  if (values.count("help") != 0) {
    std::cout << "Usage: communique-bench " << row->usage << "\n\n" << row->text << "\n" << shown;
    return std::nullopt;
  }
  if (values.count("version") != 0) return parse_command_line({"--version"});
  return fill(*row, values);
}

}  // namespace communique::bench
