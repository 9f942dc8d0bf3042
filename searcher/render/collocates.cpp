// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/render/collocates.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <vector>

#include "schema/utf8.h"
#include "searcher/render/json_values.h"
#include "searcher/render/numbers.h"
#include "searcher/render/render.h"
#include "searcher/render/wrap.h"

namespace communique::searcher {
namespace {

constexpr std::size_t kGap = 2;
constexpr std::size_t kNarrowestWord = 8;
constexpr std::size_t kWidestWord = 30;

std::string decimal(double value, int digits) {
  std::array<char, 64> text{};
  std::snprintf(text.data(), text.size(), "%.*f", digits, value);
  return text.data();
}

using TextRow = std::vector<std::string>;

TextRow text_row(const Collocate& one) {
  return {schema::without_controls(one.word),
          decimal(one.g2, 1),
          grouped(one.near),
          decimal(one.expected, 1),
          grouped(one.left),
          grouped(one.right),
          grouped(one.total)};
}

/// As many of the columns as there is room for: the word and G2 always.
std::size_t columns_that_fit(const std::vector<std::size_t>& widths, std::size_t width) {
  std::size_t used = kNarrowestWord;
  for (std::size_t i = 1; i < widths.size(); ++i) {
    used += kGap + widths[i];
    if (used > width) return std::max<std::size_t>(i, 2);
  }
  return widths.size();
}

}  // namespace

void render_collocates_text(const Collocates& collocates, std::size_t width, std::string& out) {
  std::vector<TextRow> rows = {{"word", "G2", "near", "by chance", "left", "right", "in all"}};
  for (const Collocate& one : collocates.words) rows.push_back(text_row(one));
  std::vector<std::size_t> widths(rows.front().size());
  for (const TextRow& row : rows) {
    for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], display_width(row[i]));
  }
  const std::size_t columns = columns_that_fit(widths, width);
  std::size_t figures = 0;
  for (std::size_t i = 1; i < columns; ++i) figures += kGap + widths[i];
  const std::size_t room = width > figures + kNarrowestWord ? width - figures : kNarrowestWord;
  widths.front() = std::min({widths.front(), room, kWidestWord});
  for (const TextRow& row : rows) {
    const std::string word = shortened(row.front(), widths.front());
    out += word;
    out.append(widths.front() - std::min(widths.front(), display_width(word)), ' ');
    for (std::size_t i = 1; i < columns; ++i) {
      out.append(kGap + widths[i] - row[i].size(), ' ');
      out += row[i];
    }
    out += '\n';
  }
}

void render_collocates_json(const Collocates& collocates, const std::string& query, std::string& out) {
  Json words = Json::array();
  for (const Collocate& one : collocates.words) {
    words.push_back({{"word", one.word},
                     {"g2", one.g2},
                     {"near", one.near},
                     {"expected", one.expected},
                     {"left", one.left},
                     {"right", one.right},
                     {"total", one.total}});
  }
  const Json json = {
      {"api_version", kJsonApiVersion},
      {"query", {{"text", query}, {"parsed", collocates.parsed}, {"notices", notices_json(collocates.notices)}}},
      {"passages", collocates.passages},
      {"matches", collocates.matches},
      {"near_words", collocates.near_words},
      {"all_words", collocates.all_words},
      {"found", collocates.found},
      {"words", words}};
  out += dump(json);
  out += '\n';
}

void render_collocates_rows(const Collocates& collocates, Delimiter delimiter, std::string& out) {
  constexpr std::array<std::string_view, 7> kNames = {"word", "g2", "near", "expected", "left", "right", "total"};
  append_row(kNames, delimiter, out);
  for (const Collocate& one : collocates.words) {
    const std::array<std::string, 7> cells = {one.word,
                                              decimal(one.g2, 4),
                                              std::to_string(one.near),
                                              decimal(one.expected, 4),
                                              std::to_string(one.left),
                                              std::to_string(one.right),
                                              std::to_string(one.total)};
    std::array<std::string_view, 7> views;
    std::copy(cells.begin(), cells.end(), views.begin());
    append_row(views, delimiter, out);
  }
}

}  // namespace communique::searcher
