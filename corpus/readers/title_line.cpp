// SPDX-License-Identifier: GPL-3.0-or-later
// Telling titles from salutations and first sentences.
#include "corpus/readers/title_line.h"

#include <algorithm>
#include <array>

#include "corpus/readers/clean.h"
#include "schema/utf8.h"

namespace communique::corpus {
namespace {

constexpr std::size_t kLongestTitle = 150;  // characters

bool ends_as_sentence(std::string_view line) {
  constexpr std::array<std::string_view, 13> kMarks = {".",  ",",  ":",  ";",  "!",  "?", "…",
                                                       "。", "，", "：", "！", "？", "－"};
  return std::any_of(kMarks.begin(), kMarks.end(), [&](std::string_view mark) { return line.ends_with(mark); });
}

bool has_enough_words(std::string_view line) {
  const auto spaces = std::count(line.begin(), line.end(), ' ');
  // U+3000 and above in UTF-8 begin with 0xE3 to 0xED for what is written without spaces (or nearly, in Korean).
  const auto east_asian = std::count_if(line.begin(), line.end(), [](char c) {
    return static_cast<unsigned char>(c) >= 0xE3 && static_cast<unsigned char>(c) <= 0xED;
  });
  return spaces >= 2 || east_asian >= 4;
}

}  // namespace

std::string title_line(std::string_view text) {
  const std::size_t end = text.find('\n');
  if (end == std::string_view::npos) return {};
  std::string line = one_line(text.substr(0, end));
  const std::size_t hashes = line.find_first_not_of('#');
  if (hashes != std::string::npos && hashes >= 1 && hashes <= 3 && line[hashes] == ' ')
    return one_line(line.substr(hashes));
  const std::string_view rest = text.substr(end + 1);
  const std::string_view second = rest.substr(0, rest.find('\n'));
  if (!is_blank(second) || is_blank(rest)) return {};
  if (schema::count_code_points(line) > kLongestTitle || ends_as_sentence(line) || !has_enough_words(line)) return {};
  return line;
}

}  // namespace communique::corpus
