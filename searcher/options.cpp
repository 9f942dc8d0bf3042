// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/options.h"

#include <boost/program_options.hpp>

#include <algorithm>
#include <cstdlib>
#include <utility>

#include "searcher/option_reader.h"
#include "searcher/option_table.h"
#include "searcher/request.h"

namespace communique::searcher {
namespace {

namespace po = boost::program_options;

using Values = std::vector<std::string>;

constexpr std::size_t kUsualLimit = 10;

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

std::string joined(const Values& words, std::size_t from) {
  std::string text;
  for (std::size_t i = from; i < words.size(); ++i) text += (i == from ? "" : " ") + words[i];
  return text;
}

std::string filters_of(const OptionReader& reader) {
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
      if (value.empty()) fail_usage(std::string("--") + flag + " needs a value");
      add(field, value);
    }
  }
  if (reader.has("from") || reader.has("to")) {
    add(schema::FieldId::Date, reader.one("from") + ".." + reader.one("to"));
  }
  return clauses;
}

/// --from and --to are checked before they are joined, so that the message names the one that is wrong.
void check_dates(const OptionReader& reader) {
  for (const char* name : {"from", "to"}) {
    if (!reader.has(name)) continue;
    const auto date = schema::parse_date(reader.one(name));
    if (!date) fail_usage(std::string("--") + name + ": " + date.error().message, date.error().hint);
  }
}

/// What find and evaluate read alike.
void read_search(const OptionReader& reader, SearchRequest& request) {
  check_dates(reader);
  request.parse.filters = filters_of(reader);
  request.parse.strict = reader.has("strict-query");
  request.compile.exact_names = reader.has("exact-names");
  request.parse.match =
      reader.choice<MatchMode>("match", {{"all", MatchMode::All}, {"any", MatchMode::Any}}, MatchMode::Auto);
  request.by =
      reader.choice<std::optional<Unit>>("by", {{"passage", Unit::Passage}, {"statement", Unit::Statement}}, {});
}

/// Which of the matches are listed, how many and in which order. `run`: for a program that wants all of them.
void read_page(const OptionReader& reader, bool run, std::size_t limit, SearchRequest& request) {
  request.limit = reader.number("limit", 1, page_caps::kLimit, limit);
  request.offset = reader.number("offset", 0, page_caps::kOffset, 0);
  request.per_statement = reader.number("per-statement", 0, page_caps::kLimit, run ? 0 : 1);
  request.all_versions = run || reader.has("all-versions");
  request.sort = reader.choice<SortOrder>(
      "sort",
      {{"relevance", SortOrder::Relevance}, {"date", SortOrder::DateAscending}, {"-date", SortOrder::DateDescending}},
      SortOrder::Relevance);
}

/// In which format, and what of the matches is listed.
void read_results(const OptionReader& reader, Options& options) {
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
  read_page(reader, run, options.format == Format::Trec ? page_caps::kLimit : kUsualLimit, options.request);
}

/// What all matches are counted by.
void read_facets(const OptionReader& reader, Options& options) {
  SearchRequest& request = options.request;
  for (const std::string& name : reader.all("facet")) {
    const auto field = facet_named(name);
    if (!field) fail_usage("--facet: \"" + name + "\" is nothing that can be counted by", "take one of " + facet_names());
    if (std::find(request.facets.begin(), request.facets.end(), *field) == request.facets.end())
      request.facets.push_back(*field);
  }
  request.facet_values = reader.number("facet-values", 1, page_caps::kFacetValues, request.facet_values);
  if (request.facets.empty() && reader.has("facet-values")) fail_usage("--facet-values needs --facet FIELD");
  const bool shown = options.format == Format::Text || options.format == Format::Json;
  if (!request.facets.empty() && (!shown || !options.topics.empty())) {
    fail_usage("--facet needs --format text or json", "facets are no hits, and the other formats list hits only");
  }
}

void read_find(const OptionReader& reader, const Values& words, Options& options) {
  SearchRequest& request = options.request;
  request.query = joined(words, 1);
  read_search(reader, request);
  request.explain = reader.has("explain");
  options.topics = reader.one("topics");
  read_results(reader, options);
  read_facets(reader, options);
  options.full = reader.has("full");
  request.suggest_speaker = options.topics.empty() && (options.format == Format::Text || options.format == Format::Json);
  if (reader.has("tag")) options.tag = reader.one("tag");
  if (!options.topics.empty() && options.format != Format::Trec && options.format != Format::JsonLines) {
    fail_usage("--topics needs --format trec or jsonl");
  }
  if (!options.topics.empty() && !request.query.empty()) fail_usage("give a QUERY or --topics, not both");
  if (options.topics.empty() && request.query.empty() && request.parse.filters.empty()) {
    fail_usage("find needs a QUERY or a filter", "for example: communique-searcher find winter olympics --year 2021");
  }
}

void read_evaluate(const OptionReader& reader, const Values& words, Options& options) {
  options.format = reader.choice<Format>("format", {{"text", Format::Text}, {"json", Format::Json}}, Format::Text);
  EvaluateOptions& evaluate = options.evaluate;
  options.topics = reader.one("topics");
  evaluate.qrels = reader.one("qrels");
  evaluate.score = reader.one("score");
  evaluate.run = reader.one("run");
  evaluate.compare = reader.one("compare");
  evaluate.seed = reader.number("seed", 0, 1'000'000'000, 1);
  evaluate.per_topic = reader.has("per-topic");
  if (reader.has("tag")) options.tag = reader.one("tag");
  SearchRequest& request = options.request;
  read_search(reader, request);
  request.by = request.by.value_or(Unit::Passage);
  request.limit = reader.number("depth", 1, page_caps::kLimit, page_caps::kLimit);
  request.per_statement = reader.number("per-statement", 0, page_caps::kLimit, 0);
  request.all_versions = true;
  if (words.size() > 1) fail_usage("evaluate takes no QUERY", "--topics names a file of them");
  if (evaluate.qrels.empty()) fail_usage("evaluate needs --qrels FILE", "lines of TOPIC 0 ID GRADE");
  if (evaluate.score.empty()) {
    if (options.topics.empty()) fail_usage("evaluate needs --topics FILE", "or --score RUN to score an existing run");
    return;
  }
  for (const OptionRow& row : option_rows()) {
    const bool of_search = row.group == "Filters" || row.group == "Query" || row.group == "Results";
    if ((of_search || row.name == "run" || row.name == "tag") && reader.has(row.name)) {
      fail_usage("--" + std::string(row.name) + " and --score do not go together: --score searches nothing");
    }
  }
}

void read_why_not(const OptionReader& reader, const Values& words, Options& options) {
  if (words.size() < 2) {
    fail_usage("why-not needs an ID and a QUERY or a filter", "for example: communique-searcher why-not kremlin-67473 "
                                                                  "winter olympics --year 2021");
  }
  options.id = words[1];
  SearchRequest& request = options.request;
  request.query = joined(words, 2);
  options.format = reader.choice<Format>("format", {{"text", Format::Text}, {"json", Format::Json}}, Format::Text);
  read_search(reader, request);
  read_page(reader, false, kUsualLimit, request);
  if (request.query.empty() && request.parse.filters.empty()) {
    fail_usage("why-not needs a QUERY or a filter after the ID",
               "for example: communique-searcher why-not " + options.id + " winter olympics --year 2021");
  }
}

void read_show(const OptionReader& reader, const Values& words, Options& options) {
  options.format = reader.choice<Format>("format", {{"text", Format::Text}, {"json", Format::Json}}, Format::Text);
  if (words.size() != 2)
    fail_usage("show needs one ID", "an ID is in every result of find, in JSON as statement.id and passage.id");
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
  if (!options.command) fail_usage("no command given", "see communique-searcher --help");
  const OptionReader reader(given_values(map), *options.command);
  options.index = reader.one("index");
  const char* environment = std::getenv("COMMUNIQUE_INDEX");
  if (options.index.empty() && environment != nullptr) options.index = environment;
  switch (*options.command) {
    case Command::Find:
      read_find(reader, words, options);
      break;
    case Command::Show:
      read_show(reader, words, options);
      break;
    case Command::WhyNot:
      read_why_not(reader, words, options);
      break;
    case Command::Evaluate:
      read_evaluate(reader, words, options);
      break;
  }
  if (options.index.empty() && options.evaluate.score.empty())
    fail_usage("no index given", "write --index DIR, or set COMMUNIQUE_INDEX");
  return options;
}

}  // namespace communique::searcher
