// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/http/pages/statement_marks.h"

#include <vector>

#include "schema/utf8.h"
#include "searcher/http/parameters.h"
#include "searcher/query/compile.h"
#include "searcher/search.h"

namespace communique::searcher::http::pages {
namespace {

std::vector<Pattern> patterns_of(const std::string& query, OpenIndex& index) {
  if (query.empty() || query.size() > query_caps::kBytes) return {};
  const auto parsed = parse(query, {});
  if (!parsed) return {};
  const auto compiled = compile(*parsed, index);
  if (!compiled) return {};
  return patterns_to_mark(compiled->patterns);
}

Json highlights_of(const std::string& text, const std::vector<Pattern>& patterns) {
  Json list = Json::array();
  if (patterns.empty()) return list;
  schema::CodePointCounter counter(text);
  for (const Highlight& one : highlight(text, patterns)) {
    const std::size_t start = counter.at(one.start);
    list.push_back({start, counter.at(one.end)});
  }
  return list;
}

}  // namespace

Json statement_passages(const Json& answer, const std::string& query, OpenIndex& index) {
  const std::string& text = answer.at("text").get_ref<const std::string&>();
  const std::vector<Pattern> patterns = patterns_of(query, index);
  Json passages = Json::array();
  std::size_t point = 0;
  std::size_t byte = 0;
  const auto forward = [&](std::size_t to) {
    for (; point < to && byte < text.size(); ++point) schema::next_code_point(text, byte);
    return byte;
  };
  std::size_t number = 0;
  for (const Json& given : answer.at("passages")) {
    Json passage = given;
    const std::size_t start = forward(given.at("start"));
    const std::size_t end = forward(given.at("end"));
    passage["number"] = std::to_string(++number);
    passage["text"] = text.substr(start, end - start);
    passage["highlights"] = highlights_of(passage["text"], patterns);
    passages.push_back(std::move(passage));
  }
  return passages;
}

}  // namespace communique::searcher::http::pages
