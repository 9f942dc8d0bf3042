// SPDX-License-Identifier: GPL-3.0-or-later
// What does a request ask for? Its parameters are the options of a command (`said_by` is `--said-by`), read by the same
// table and readers as a command line, so that a value is checked in one place and means the same everywhere.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "searcher/http/exchange.h"
#include "searcher/options/options.h"

namespace communique::searcher::http {

namespace request_caps {
inline constexpr std::size_t kPage = 100;    ///< hits a page
inline constexpr std::size_t kLines = 1000;  ///< of a concordance a page
}  // namespace request_caps

/// How a path's parameters are read.
struct ParameterRules {
  Command command = Command::Find;
  std::string_view text = "q";                               ///< the parameter with the query, or the quotation
  std::vector<std::pair<std::string, std::string>> fixed{};  ///< options the path stands for; not to be given
  std::vector<std::string> usual{};                          ///< option, value: used where the request gives none
  std::string id{};  ///< of the path, for commands that take one before the query
};

/// Throws Error(Usage) naming the parameter that is wrong, with the nearest right name or value.
Options read_parameters(const Request& request, const ParameterRules& rules);

/// The options of a command that are served, as parameters: for the description of the API.
std::vector<std::string> parameter_names(Command command);

/// An option's name as a parameter: "said_by".
std::string as_parameter(std::string_view option);

/// What a message or hint says about options, said about parameters; a hint for a terminal becomes empty.
std::string spelled_message(std::string message);
std::string spelled_hint(const std::string& hint);

/// The last value of a parameter that is no option; empty if there is none.
std::string value_of(const Request& request, std::string_view name);

}  // namespace communique::searcher::http
