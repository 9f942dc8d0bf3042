// SPDX-License-Identifier: GPL-3.0-or-later
// Line breaks: the usual length of lines, list items, speakers' labels.
#include "corpus/analysis/line_breaks.h"

#include <algorithm>
#include <array>

#include <unicode/uchar.h>

#include "schema/utf8.h"

namespace communique::corpus {

namespace {

using schema::count_code_points;
using schema::next_code_point;

/// Texts whose paragraphs are single lines have no width; a line over this is never taken for a heading.
constexpr std::size_t kWidest = 100;
constexpr std::size_t kLongestLabel = 80;

bool is_blank_char(std::int32_t c) { return c >= 0 && u_isUWhiteSpace(c) != 0; }
bool is_line_end(std::int32_t c) { return (c >= '\n' && c <= '\r') || c == 0x85 || c == 0x2028 || c == 0x2029; }
bool is_capital(std::int32_t c) { return c >= 0 && u_isupper(c) != 0; }

/// The length that nine of ten lines stay within, in code points, at most kWidest.
std::size_t usual_width(std::string_view text) {
  std::array<std::size_t, kWidest + 1> lengths{};
  std::size_t lines = 0;
  for (std::size_t from = 0; from < text.size();) {
    const std::size_t to = std::min(text.find('\n', from), text.size());
    const std::size_t length = to - from > 4 * kWidest ? kWidest : count_code_points(text.substr(from, to - from));
    if (length > 1) {
      ++lengths[std::min(length, kWidest)];
      ++lines;
    }
    from = to + 1;
  }
  std::size_t width = kWidest;
  for (std::size_t longer = lengths[width]; width > 0 && longer * 10 <= lines; longer += lengths[width]) --width;
  return width;
}

std::string_view trimmed_end(std::string_view line) {
  while (!line.empty()) {
    std::size_t start = line.size();
    if (!is_blank_char(schema::previous_code_point(line, start))) break;
    line = line.substr(0, start);
  }
  return line;
}

bool is_bullet(std::int32_t c) {
  return c == 0x2022 || c == 0x2023 || c == 0x2043 || c == 0x2219 || (c >= 0x25A0 && c <= 0x25FF) || c == 0xB7 ||
         c == 0xF0B7;
}

/// "- ", "* ", "12. ", "12) ", "(a) ", "a) ": may also be plain text that a line happens to begin with.
bool is_weak_item(std::string_view rest) {
  if (rest.starts_with("- ") || rest.starts_with("* ") || rest.starts_with("– ") || rest.starts_with("— ")) return true;
  std::size_t pos = rest.starts_with('(') ? 1 : 0;
  const std::size_t from = pos;
  while (pos < rest.size() && pos - from < 4 && u_isalnum(static_cast<unsigned char>(rest[pos])) != 0) ++pos;
  if (pos == from || pos >= rest.size()) return false;
  const bool digits = u_isdigit(static_cast<unsigned char>(rest[from])) != 0;
  return rest[pos] == ')' || (from == 0 && digits && rest[pos] == '.' && rest.substr(pos + 1, 1) == " ");
}

/// "PRESIDENT PUTIN: ", "Q: ", "Mr. Smith: ": up to the colon every word of more than three letters has a capital.
bool is_label(std::string_view rest) {
  const std::size_t colon = rest.substr(0, kLongestLabel).find(':');
  if (colon == std::string_view::npos || colon == 0) return false;
  const std::string_view label = rest.substr(0, colon);
  if (label.find_first_of("\n!?;\"") != std::string_view::npos) return false;
  std::size_t words = 0;
  for (std::size_t from = 0; from < label.size();) {
    const std::size_t to = std::min(label.find(' ', from), label.size());
    std::size_t pos = from;
    if (to > from && !is_capital(next_code_point(label, pos)) && (words == 0 || to - from > 3)) return false;
    ++words;
    from = to + 1;
  }
  return words <= 6;
}

/// A heading in capitals over a text that is not: the first has no small letter, the second has.
bool is_capital_heading(std::string_view line, std::string_view rest) {
  const auto count = [](std::string_view part, auto property) {
    std::size_t found = 0;
    for (std::size_t pos = 0; pos < part.size();) found += property(next_code_point(part, pos)) != 0 ? 1U : 0U;
    return found;
  };
  return line.size() <= 4 * kWidest && count(line, u_islower) == 0 && count(line, u_isupper) >= 4 &&
         count(rest.substr(0, kWidest / 2), u_islower) > 0;
}

}  // namespace

LineBreaks::LineBreaks(std::string_view text) : text_(text), full_width_(usual_width(text)) {}

LineBreaks::Break LineBreaks::read(std::size_t pos) {
  const std::string_view line = trimmed_end(text_.substr(line_start_, pos - line_start_));
  std::size_t ends = 0;
  std::size_t next = pos;
  bool paragraph = false;
  std::size_t line_start = pos;
  while (next < text_.size()) {
    std::size_t after = next;
    const std::int32_t c = next_code_point(text_, after);
    if (!is_blank_char(c)) break;
    if (is_line_end(c)) {
      const bool second_half = c == '\n' && text_[next] == '\n' && next > 0 && text_[next - 1] == '\r';
      ends += second_half ? 0U : 1U;
      paragraph = paragraph || c == '\f' || c == 0x2029;
      line_start = after;
    }
    next = after;
  }
  line_start_ = line_start;
  if (ends > 1 || paragraph || next == text_.size()) return {next, true};
  return {next, ends_at_single(line, text_.substr(next, 4 * kLongestLabel))};
}

bool LineBreaks::ends_at_single(std::string_view line, std::string_view rest) const {
  if (line.empty()) return true;
  std::size_t used = 0;
  const std::int32_t first = next_code_point(rest, used);
  const std::size_t word = count_code_points(rest.substr(0, std::min(rest.find_first_of(" \n"), rest.size())));
  const std::size_t length = line.size() > 4 * kWidest ? kWidest : count_code_points(line);
  const bool had_room = (length + 1 + word) * 5 < full_width_ * 4;
  const char last = line.back();
  if (last == ':' || is_bullet(first)) return true;
  if (is_weak_item(rest) && (had_room || last == '.' || last == ';' || last == '!' || last == '?')) return true;
  const bool closed = last == '.' || last == '?' || last == '!' || last == ')' || last == '"';
  if (is_label(rest) && (had_room || closed)) return true;
  return u_islower(first) == 0 && (had_room || is_capital_heading(line, rest));
}

}  // namespace communique::corpus
