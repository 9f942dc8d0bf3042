// SPDX-License-Identifier: GPL-3.0-or-later
// The ends of turns. Also where passages should be cut between them.
#include "corpus/attribution/turn_bodies.h"

#include <algorithm>

#include "corpus/attribution/turns.h"

namespace communique::corpus {

namespace {

constexpr std::string_view kBlanks = " \t\r\n";

/// A closing line is short; two of them may follow one another ("END", then the time).
constexpr std::size_t kMaxClosingBytes = 160;
constexpr int kMaxClosingLines = 4;

bool is_blank(char c) { return kBlanks.find(c) != std::string_view::npos; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::string_view without_blanks_after(std::string_view text) {
  while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
  return text;
}

std::string_view without_blanks(std::string_view text) {
  while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
  return without_blanks_after(text);
}

/// "* * *", "# # #", "***".
bool is_separator(std::string_view line) {
  std::size_t marks = 0;
  for (const char c : line) {
    if (c == '*' || c == '#')
      ++marks;
    else if (!is_blank(c))
      return false;
  }
  return marks >= 2;
}

/// "3:15 P.M. EDT", "END 11:02 A.M. (Local)", "-END-".
bool is_closing_time(std::string_view line) {
  if (line.starts_with("END") || line.starts_with("-END-") || line.starts_with("- END -"))
    return line.size() < 8 || line.find(':') != std::string_view::npos;
  const std::size_t colon = line.find(':');
  if (colon == std::string_view::npos || colon == 0 || colon > 2 || line.size() > 40) return false;
  return is_digit(line[0]) && line.size() > colon + 2 && is_digit(line[colon + 1]) &&
         (line.find(".M.") != std::string_view::npos || line.find(".m.") != std::string_view::npos);
}

bool is_closing(std::string_view line) {
  if (line == "<\u2026>" || line == "<...>" || line.starts_with("To be continued")) return true;
  if (line.starts_with("(The ") && line.ends_with(')')) return true;
  return is_separator(line) || is_closing_time(line);
}

}  // namespace

bool ends_as_sentence(std::string_view text) {
  for (const std::string_view mark : {".", "?", "!", "\u2026", ")", "]", "\"", "\u201D", "\u00BB", "\u201C", "-",
                                      "\u2013", "\u2014", "\u3002", "\uFF1F", "\uFF01", ">"}) {
    if (text.ends_with(mark)) return true;
  }
  return false;
}

bool is_stage_direction(std::string_view text) {
  text = without_blanks(text);
  if (text.empty()) return true;
  const char close = text.front() == '(' ? ')' : text.front() == '[' ? ']' : '\0';
  if (close == '\0') return false;
  const std::size_t end = text.find(close);
  return end != std::string_view::npos && without_blanks(text.substr(end + 1)).find_first_not_of(".") == text.npos;
}

Span turn_body(std::string_view text, Span from) {
  from.start = std::min(from.start, from.end);
  std::string_view body = text_of(text, from);
  for (std::size_t line = body.find('\n'); line != std::string_view::npos;) {
    const std::size_t next = std::min(body.find('\n', line + 1), body.size());
    if (is_separator(body.substr(line + 1, next - line - 1))) body = body.substr(0, line);
    line = next < body.size() ? next : std::string_view::npos;
  }
  body = without_blanks_after(body);
  for (int lines = 0; lines < kMaxClosingLines; ++lines) {
    const std::size_t newline = body.substr(body.size() - std::min(body.size(), kMaxClosingBytes)).rfind('\n');
    if (newline == std::string_view::npos) break;
    const std::size_t last = body.size() - std::min(body.size(), kMaxClosingBytes) + newline + 1;
    if (!is_closing(without_blanks(body.substr(last)))) break;
    body = without_blanks_after(body.substr(0, last));
  }
  return {from.start, from.start + static_cast<std::uint32_t>(body.size())};
}

std::vector<std::uint32_t> turn_breaks(std::string_view text, const std::vector<Turn>& turns) {
  std::vector<std::uint32_t> breaks;
  for (std::size_t at = 0; at < turns.size(); ++at) {
    const Turn& turn = turns[at];
    if (at == 0 || !is_stage_direction(text_of(text, turn.body))) breaks.push_back(turn.label.start);
    const std::size_t next = at + 1 < turns.size() ? turns[at + 1].label.start : text.size();
    const std::uint32_t end = std::max(turn.body.end, turn.label.end);
    const std::string_view between = text.substr(end, next - std::min<std::size_t>(next, end));
    // A time or a line of stars is no text of its own.
    if (between.size() < kMaxClosingBytes) continue;
    const std::size_t start = between.find_first_not_of(kBlanks);
    if (start != std::string_view::npos) breaks.push_back(end + static_cast<std::uint32_t>(start));
  }
  return breaks;
}

}  // namespace communique::corpus
