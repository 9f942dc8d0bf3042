// SPDX-License-Identifier: GPL-3.0-or-later
// What all pages share: the frame around them, and how a model of values becomes HTML by a template. A page is a
// client of the API within the process: it asks a handler of api/ and shows the JSON it gets.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "searcher/http/answer.h"
#include "searcher/http/exchange.h"
#include "searcher/http/pages/model.h"

namespace communique::searcher::http::pages {

/// Around a page.
struct Frame {
  std::string title;  ///< before " · Communiqué"
  std::string view;   ///< "search", "kwic", "collocates", "first", "quote", "help": which is marked in the menu
  unsigned status = 200;
};

/// Fills a template of searcher/web with values: "total" fills {{TOTAL}}, an array or an object shows its section for
/// each element, true shows a section once, false and null none. Text is escaped by where it stands in the HTML.
std::string render(std::string_view name, const Json& model);

/// A whole page.
Response page(const Request& request, const Frame& frame, std::string_view name, const Json& model);

/// The parameters that say what is searched: the query and its filters, and how they are read.
std::vector<Parameter> search_parameters(const Request& request);

/// A copy with one more parameter; with `replace` instead of all of that name.
std::vector<Parameter> with(std::vector<Parameter> parameters, std::string_view name, std::string_view value,
                            bool replace = true);
std::vector<Parameter> without(std::vector<Parameter> parameters, std::string_view name);

/// The same request for a handler of the API, with other parameters.
Request asking(const Request& request, std::vector<Parameter> parameters);

/// "12,345".
std::string number(const Json& value);
/// "1 statement", "12,345 statements".
std::string number(const Json& value, std::string_view noun);

/// What a problem's details look like on a page: the query with what is wrong in it marked.
Json problem_model(const Request& request, const Json& details);

/// A problem's body as it came from the API, as a page of its own.
Response problem_page(const Request& request, const std::string& view, const Response& problem);

}  // namespace communique::searcher::http::pages
