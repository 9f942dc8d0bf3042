// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/options.h"

#include <boost/program_options.hpp>

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <map>
#include <utility>

#include "searcher/option_table.h"
#include "searcher/request.h"

namespace communique::searcher {
namespace {

namespace po = boost::program_options;

using Values = std::vector<std::string>;

[[noreturn]] void fail(const std::string& message, std::string hint = {}) {
  throw Error(ErrorCode::Usage, message, std::move(hint));
}

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
  fail("unknown option " + option,
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
    fail(error.what(), "see communique-searcher --help");
  }
  return map;
}

/// The command is the first word that is no option's value, wherever it stands: what boost calls the first positional.
std::optional<Command> command_named(const std::string& word) {
  std::vector<std::string> names;
  for (const CommandRow& row : command_rows()) {
    if (row.name == word) return row.command;
    names.emplace_back(row.name);
  }
  const std::string nearest = nearest_name(word, names);
  fail("unknown command \"" + word + "\"",
       nearest.empty() ? "to search, write: communique-searcher find " + word : "did you mean " + nearest + "?");
}

class Reader {
 public:
  Reader(const po::variables_map& map, Command command) : map_(map), command_(command) { check_options(); }

  bool has(const char* name) const { return map_.count(name) > 0; }
  Values all(const char* name) const { return has(name) ? map_[name].as<Values>() : Values{}; }

  /// The last value given counts, as with most programs.
  std::string one(const char* name) const {
    const Values values = all(name);
    if (!values.empty() && values.back().empty()) fail(std::string("--") + name + " needs a value");
    return values.empty() ? std::string() : values.back();
  }

  std::size_t number(const char* name, std::size_t least, std::size_t most, std::size_t otherwise) const {
    if (!has(name)) return otherwise;
    const std::string text = one(name);
    std::size_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size() || value < least || value > most) {
      fail(std::string("--") + name + " takes a number from " + std::to_string(least) + " to " + std::to_string(most) +
           ", not \"" + text + "\"");
    }
    return value;
  }

  template <class Value>
  Value choice(const char* name, const std::vector<std::pair<std::string, Value>>& choices, Value otherwise) const {
    if (!has(name)) return otherwise;
    const std::string text = one(name);
    std::string known;
    std::vector<std::string> names;
    for (const auto& [word, value] : choices) {
      if (word == text) return value;
      known += (known.empty() ? "" : ", ") + word;
      names.push_back(word);
    }
    const std::string nearest = nearest_name(text, names);
    fail(std::string("--") + name + " takes one of " + known + ", not \"" + text + "\"",
         nearest.empty() ? "" : "did you mean " + nearest + "?");
  }

 private:
  void check_options() const {
    for (const OptionRow& row : option_rows()) {
      if (belongs(row, command_) || !has(std::string(row.name).c_str())) continue;
      fail("--" + std::string(row.name) + " is no option of " + std::string(row_of(command_).name),
           "see communique-searcher " + std::string(row_of(command_).name) + " --help");
    }
  }

  const po::variables_map& map_;
  Command command_;
};

std::string joined(const Values& words, std::size_t from) {
  std::string text;
  for (std::size_t i = from; i < words.size(); ++i) text += (i == from ? "" : " ") + words[i];
  return text;
}

std::string filters_of(const Reader& reader) {
  static const std::vector<std::pair<const char*, schema::FieldId>> kFlags = {
      {"leader", schema::FieldId::Leader},   {"said-by", schema::FieldId::SaidBy},
      {"speaker", schema::FieldId::Speaker}, {"country", schema::FieldId::Country},
      {"year", schema::FieldId::Year},       {"lang", schema::FieldId::Language},
      {"type", schema::FieldId::Type}};
  std::string clauses;
  const auto add = [&](schema::FieldId field, const std::string& value) {
    clauses += (clauses.empty() ? "" : " ") + filter_clause(field, value);
  };
  for (const auto& [flag, field] : kFlags) {
    for (const std::string& value : reader.all(flag)) {
      if (value.empty()) fail(std::string("--") + flag + " needs a value");
      add(field, value);
    }
  }
  if (reader.has("from") || reader.has("to")) {
    add(schema::FieldId::Date, reader.one("from") + ".." + reader.one("to"));
  }
  return clauses;
}

/// --from and --to are checked before they are joined, so that the message names the one that is wrong.
void check_dates(const Reader& reader) {
  for (const char* name : {"from", "to"}) {
    if (!reader.has(name)) continue;
    const auto date = schema::parse_date(reader.one(name));
    if (!date) fail(std::string("--") + name + ": " + date.error().message, date.error().hint);
  }
}

/// What of the matches is listed, how much of it, in which order and format.
void read_results(const Reader& reader, Options& options) {
  SearchRequest& request = options.request;
  const Format otherwise = options.topics.empty() ? Format::Text : Format::Trec;
  options.format = reader.choice<Format>("format",
                                         {{"text", Format::Text},
                                          {"json", Format::Json},
                                          {"jsonl", Format::JsonLines},
                                          {"csv", Format::Csv},
                                          {"tsv", Format::Tsv},
                                          {"trec", Format::Trec}},
                                         otherwise);
  const bool run = options.format == Format::Trec || !options.topics.empty();
  request.limit = reader.number("limit", 1, page_caps::kLimit, options.format == Format::Trec ? page_caps::kLimit : 10);
  request.offset = reader.number("offset", 0, page_caps::kOffset, 0);
  request.per_statement = reader.number("per-statement", 0, page_caps::kLimit, run ? 0 : 1);
  request.all_versions = run || reader.has("all-versions");
  request.by =
      reader.choice<std::optional<Unit>>("by", {{"passage", Unit::Passage}, {"statement", Unit::Statement}}, {});
  request.sort = reader.choice<SortOrder>(
      "sort",
      {{"relevance", SortOrder::Relevance}, {"date", SortOrder::DateAscending}, {"-date", SortOrder::DateDescending}},
      SortOrder::Relevance);
}

void read_find(const Reader& reader, const Values& words, Options& options) {
  SearchRequest& request = options.request;
  request.query = joined(words, 1);
  check_dates(reader);
  request.parse.filters = filters_of(reader);
  request.parse.strict = reader.has("strict-query");
  request.parse.match =
      reader.choice<MatchMode>("match", {{"all", MatchMode::All}, {"any", MatchMode::Any}}, MatchMode::Auto);
  request.explain = reader.has("explain");
  options.topics = reader.one("topics");
  read_results(reader, options);
  options.full = reader.has("full");
  if (reader.has("tag")) options.tag = reader.one("tag");
  if (!options.topics.empty() && options.format != Format::Trec && options.format != Format::JsonLines) {
    fail("--topics needs --format trec or jsonl");
  }
  if (!options.topics.empty() && !request.query.empty()) fail("give a QUERY or --topics, not both");
  if (options.topics.empty() && request.query.empty() && request.parse.filters.empty()) {
    fail("find needs a QUERY or a filter", "for example: communique-searcher find winter olympics --year 2021");
  }
}

void read_show(const Reader& reader, const Values& words, Options& options) {
  options.format = reader.choice<Format>("format", {{"text", Format::Text}, {"json", Format::Json}}, Format::Text);
  if (words.size() != 2)
    fail("show needs one ID", "an ID is in every result of find, in JSON as statement.id and passage.id");
  options.id = words[1];
}

}  // namespace

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
  if (!options.command) fail("no command given", "see communique-searcher --help");
  const Reader reader(map, *options.command);
  options.index = reader.one("index");
  const char* environment = std::getenv("COMMUNIQUE_INDEX");
  if (options.index.empty() && environment != nullptr) options.index = environment;
  if (*options.command == Command::Find) {
    read_find(reader, words, options);
  } else {
    read_show(reader, words, options);
  }
  if (options.index.empty()) fail("no index given", "write --index DIR, or set COMMUNIQUE_INDEX");
  return options;
}

}  // namespace communique::searcher
