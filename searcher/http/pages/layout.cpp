// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/http/pages/layout.h"

#include <ctemplate/template.h>

#include <algorithm>
#include <array>
#include <mutex>
#include <utility>

#include "schema/utf8.h"
#include "searcher/http/pages/chips.h"
#include "searcher/http/pages/pages.h"
#include "searcher/http/parameters.h"
#include "searcher/http/target.h"
#include "searcher/http/web_files.h"
#include "searcher/render/numbers.h"

namespace communique::searcher::http::pages {
namespace {

constexpr std::array<std::string_view, 14> kSearchParameters = {
    "q",  "leader", "said_by", "speaker", "country",     "year",         "from",
    "to", "lang",   "type",    "match",   "exact_names", "all_versions", "by"};

/// Templates are parsed once; the cache may be read from all threads.
void load_templates() {
  static std::once_flag once;
  std::call_once(once, [] {
    for (const WebFile& file : web_files()) {
      if (!file.name.ends_with(".html")) continue;
      const std::string text = "{{%AUTOESCAPE context=\"HTML\"}}" + std::string(file.bytes);
      ctemplate::StringToTemplateCache(std::string(file.name), text, ctemplate::STRIP_WHITESPACE);
    }
  });
}

std::string as_marker(std::string_view key) {
  std::string marker(key);
  for (char& c : marker) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  return marker;
}

void fill(ctemplate::TemplateDictionary& dictionary, const Json& model) {
  for (const auto& [key, value] : model.items()) {
    const std::string marker = as_marker(key);
    if (value.is_object()) {
      fill(*dictionary.AddSectionDictionary(marker), value);
    } else if (value.is_array()) {
      for (const Json& element : value) fill(*dictionary.AddSectionDictionary(marker), element);
    } else if (value.is_boolean()) {
      if (value.get<bool>()) dictionary.ShowSection(marker);
    } else if (value.is_string()) {
      dictionary.SetValue(marker, value.get_ref<const std::string&>());
    } else if (!value.is_null()) {
      dictionary.SetValue(marker, value.dump());
    }
  }
}

Json menu_model(const Request& request, const std::string& view) {
  struct Item {
    const char* view;
    const char* label;
    const char* path;
  };
  static constexpr std::array<Item, 4> kItems = {{{"search", "Passages", "/"},
                                                  {"kwic", "In context", "/kwic"},
                                                  {"collocates", "Neighbours", "/collocates"},
                                                  {"first", "First use", "/first"}}};
  Json menu = Json::array();
  std::vector<Parameter> parameters = search_parameters(request);
  for (const Item& item : kItems) {
    const bool here = view == item.view;
    // What is listed is the affair of passages and statements alone.
    const auto of_item = item.view == std::string_view("search") ? parameters : without(parameters, "by");
    menu.push_back({{"label", item.label}, {"url", make_target(item.path, of_item)}, {"here", here}, {"there", !here}});
  }
  return menu;
}

/// Everything but the query, so that sending the form keeps the filters.
Json kept_model(const Request& request) {
  Json kept = Json::array();
  for (const Parameter& one : search_parameters(request)) {
    if (one.name != "q" && !one.value.empty()) kept.push_back({{"name", one.name}, {"value", one.value}});
  }
  return kept;
}

Json frame_model(const Request& request, const Frame& frame) {
  const std::string query = value_of(request, "q");
  const bool searches =
      frame.view == "search" || frame.view == "kwic" || frame.view == "collocates" || frame.view == "first";
  const bool asks = searches && !search_parameters(request).empty();
  const std::string action = searches && frame.view != "search" ? "/" + frame.view : "/";
  Json model = {{"title", frame.title},
                {"query", query},
                {"action", action},
                {"style", web_address("style.css")},
                {"script", web_address("app.js")},
                {"icon", web_address("icon.svg")},
                {"quote_here", frame.view == "quote"},
                {"quote_there", frame.view != "quote"},
                {"help_here", frame.view == "help"},
                {"help_there", frame.view != "help"},
                {"kept", searches ? kept_model(request) : Json::array()}};
  if (asks) {
    model["menu"] = {{"item", menu_model(request, frame.view)}};
    model["feed"] = {{"feed_url", make_target("/api/v1/feed", without(search_parameters(request), "by"))}};
    if (const Json chips = chips_model(request); !chips.empty()) model["chips_row"] = {{"chips", chips}};
  }
  return model;
}

}  // namespace

std::string render(std::string_view name, const Json& model) {
  load_templates();
  ctemplate::TemplateDictionary dictionary("page");
  fill(dictionary, model);
  std::string html;
  ctemplate::ExpandTemplate(std::string(name), ctemplate::STRIP_WHITESPACE, &dictionary, &html);
  return html;
}

Response page(const Request& request, const Frame& frame, std::string_view name, const Json& model) {
  const Json around = frame_model(request, frame);
  Response response =
      answer(media::kHtml, render("layout_top.html", around) + render(name, model) + render("layout_end.html", around));
  response.status = frame.status;
  if (frame.status >= 400) response.depends_on_index = false;
  return response;
}

std::vector<Parameter> search_parameters(const Request& request) {
  std::vector<Parameter> parameters;
  for (const Parameter& one : request.parameters) {
    const bool known =
        std::find(kSearchParameters.begin(), kSearchParameters.end(), one.name) != kSearchParameters.end();
    if (known && !one.value.empty()) parameters.push_back(one);
  }
  return parameters;
}

std::vector<Parameter> without(std::vector<Parameter> parameters, std::string_view name) {
  std::erase_if(parameters, [&](const Parameter& one) { return one.name == name; });
  return parameters;
}

std::vector<Parameter> with(std::vector<Parameter> parameters, std::string_view name, std::string_view value,
                            bool replace) {
  if (replace) parameters = without(std::move(parameters), name);
  parameters.push_back({std::string(name), std::string(value)});
  return parameters;
}

Request asking(const Request& request, std::vector<Parameter> parameters) {
  Request asked = request;
  asked.parameters = std::move(parameters);
  return asked;
}

std::string number(const Json& value) { return grouped(value.get<std::uint64_t>()); }

std::string number(const Json& value, std::string_view noun) {
  return counted(value.get<std::uint64_t>(), std::string(noun));
}

Json problem_model(const Request& request, const Json& details) {
  Json model = {{"detail", details.value("detail", "")}};
  if (details.contains("hint")) model["hint_part"] = {{"hint", details.at("hint")}};
  const std::string query = value_of(request, "q");
  if (!details.contains("offset") || query.empty()) return model;
  std::size_t at = 0;
  for (std::size_t left = details.at("offset"); left > 0 && at < query.size(); --left)
    schema::next_code_point(query, at);
  std::size_t end = at;
  while (end < query.size() && query[end] != ' ') schema::next_code_point(query, end);
  if (end == at) end = query.size();
  model["place"] = {
      {"before", query.substr(0, at)}, {"wrong", query.substr(at, end - at)}, {"after", query.substr(end)}};
  return model;
}

Response problem_page(const Request& request, const std::string& view, const Response& problem) {
  const Json details = Json::parse(problem.body);
  return page(request, {details.value("title", "Something is wrong"), view, problem.status}, "problem.html",
              problem_model(request, details));
}

Response problem(const Request& request, const Problem& problem) {
  return problem_page(request, "search", answer(problem));
}

}  // namespace communique::searcher::http::pages
