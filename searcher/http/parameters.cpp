// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/http/parameters.h"

#include <algorithm>
#include <array>

#include "searcher/options/option_reader.h"
#include "searcher/options/option_table.h"
#include "searcher/options/read_commands.h"
#include "searcher/query/parse.h"

namespace communique::searcher::http {
namespace {

// Options about files, terminals and batch runs, and those that a path of its own stands for.
constexpr std::array<std::string_view, 18> kNotServed = {"index", "help", "version", "topics", "qrels",  "score",
                                                         "run",   "tag",  "file",    "saved",  "full",   "output",
                                                         "again", "peek", "all",     "kwic",   "listen", "threads"};

bool is_served(const OptionRow& row, Command command) {
  return belongs(row, command) && std::find(kNotServed.begin(), kNotServed.end(), row.name) == kNotServed.end();
}

const OptionRow* row_named(std::string_view option, Command command) {
  for (const OptionRow& row : option_rows()) {
    if (row.name == option && is_served(row, command)) return &row;
  }
  return nullptr;
}

std::string as_option(std::string name) {
  std::replace(name.begin(), name.end(), '_', '-');
  return name;
}

}  // namespace

std::string spelled_message(std::string message) {
  for (std::size_t at = message.find("--"); at != std::string::npos; at = message.find("--", at)) {
    const std::size_t end = message.find_first_not_of("abcdefghijklmnopqrstuvwxyz-", at);
    const std::string name = message.substr(at + 2, (end == std::string::npos ? message.size() : end) - at - 2);
    if (name.empty()) {
      at += 2;
      continue;
    }
    message.replace(at, name.size() + 2, as_parameter(name));
  }
  return message;
}

std::string spelled_hint(const std::string& hint) {
  return hint.find("communique-searcher") == std::string::npos ? spelled_message(hint) : std::string();
}

namespace {

[[noreturn]] void fail_unknown(const std::string& name, const ParameterRules& rules) {
  std::vector<std::string> names = parameter_names(rules.command);
  names.emplace_back(rules.text);
  const std::string nearest = nearest_name(name, names);
  fail_usage("unknown parameter \"" + name + "\"", nearest.empty() ? "" : "did you mean " + nearest + "?");
}

/// A switch may be given as `exact_names`, `exact_names=1` or `=true`; `=0` and `=false` leave it out.
bool is_set(const Parameter& parameter) {
  if (parameter.value.empty() || parameter.value == "1" || parameter.value == "true") return true;
  if (parameter.value == "0" || parameter.value == "false") return false;
  fail_usage(parameter.name + " takes 1 or 0, not \"" + parameter.value + "\"");
}

bool is_fixed(const ParameterRules& rules, std::string_view option) {
  return std::any_of(rules.fixed.begin(), rules.fixed.end(), [&](const auto& one) { return one.first == option; });
}

struct Given {
  GivenValues values;
  std::string text;
};

Given gather(const Request& request, const ParameterRules& rules) {
  Given given;
  std::size_t filters = 0;
  for (const Parameter& parameter : request.parameters) {
    if (parameter.name == rules.text) {
      given.text = parameter.value;
      continue;
    }
    const std::string option = as_option(parameter.name);
    const OptionRow* row = row_named(option, rules.command);
    if (row == nullptr || is_fixed(rules, option)) fail_unknown(parameter.name, rules);
    if (row->group == "Filters" && ++filters > query_caps::kFilters) {
      fail_usage("more than " + std::to_string(query_caps::kFilters) + " filters");
    }
    if (row->value.empty()) {
      if (is_set(parameter)) given.values[option];
    } else if (!parameter.value.empty()) {
      given.values[option].push_back(parameter.value);  // an empty field of a form asks for nothing
    }
  }
  for (const auto& [option, value] : rules.fixed) {
    std::vector<std::string>& values = given.values[option];
    if (!value.empty()) values = {value};
  }
  for (std::size_t i = 0; i + 1 < rules.usual.size(); i += 2) {
    std::vector<std::string>& values = given.values[rules.usual[i]];
    if (values.empty()) values = {rules.usual[i + 1]};
  }
  return given;
}

void check_caps(const Given& given, const ParameterRules& rules) {
  const bool is_quotation = rules.command == Command::CheckQuote;  // has a cap of its own
  if (!is_quotation && given.text.size() > query_caps::kBytes) {
    fail_usage(std::string(rules.text) + " has " + std::to_string(given.text.size()) + " bytes, at most " +
                   std::to_string(query_caps::kBytes) + " are taken",
               "ask for fewer words, or several times");
  }
  const auto limit = given.values.find("limit");
  if (limit == given.values.end() || limit->second.empty()) return;
  const bool lines = given.values.contains("kwic");
  const std::size_t most = lines ? request_caps::kLines : request_caps::kPage;
  const std::string& text = limit->second.back();
  const bool digits = !text.empty() && text.find_first_not_of("0123456789") == std::string::npos;
  if (digits && (text.size() > 6 || std::stoul(text) > most)) {
    fail_usage("limit takes a number up to " + std::to_string(most) + ", not \"" + text + "\"",
               "page with offset, or take /api/v1/export for all of them");
  }
}

}  // namespace

std::string as_parameter(std::string_view option) {
  std::string name(option);
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
}

std::vector<std::string> parameter_names(Command command) {
  std::vector<std::string> names;
  for (const OptionRow& row : option_rows()) {
    const std::string name = as_parameter(row.name);
    const bool known = std::find(names.begin(), names.end(), name) != names.end();
    if (!known && is_served(row, command)) names.push_back(name);
  }
  return names;
}

std::string value_of(const Request& request, std::string_view name) {
  std::string value;
  for (const Parameter& parameter : request.parameters) {
    if (parameter.name == name) value = parameter.value;
  }
  return value;
}

Options read_parameters(const Request& request, const ParameterRules& rules) {
  const Given given = gather(request, rules);
  check_caps(given, rules);
  CommandWords words = {std::string(row_of(rules.command).name)};
  if (!rules.id.empty()) words.push_back(rules.id);
  if (given.text.find_first_not_of(" \t\r\n") != std::string::npos) words.push_back(given.text);
  try {
    return read_command(rules.command, given.values, words);
  } catch (const Error& error) {
    const bool needs_query = error.what() == std::string(row_of(rules.command).name) + " needs a QUERY or a filter" ||
                             error.what() == std::string(row_of(rules.command).name) + " needs a QUERY";
    if (needs_query) fail_usage(std::string(rules.text) + " is missing: a query, or a filter such as country");
    throw Error(error.code(), spelled_message(error.what()), spelled_hint(error.hint()));
  }
}

}  // namespace communique::searcher::http
