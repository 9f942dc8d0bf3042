// SPDX-License-Identifier: GPL-3.0-or-later
// A date counts only in the forms in which press statements are dated, since a text may just as well begin with the day
// of what it tells: "January 6, 2021 was a dark day".
#include "corpus/events/dateline.h"

#include <algorithm>

#include "corpus/events/event_words.h"

namespace communique::corpus {

namespace {

/// Bytes of the text in which a dateline may stand: letterhead and headline come before it.
constexpr std::size_t kHeadBytes = 400;
constexpr std::size_t kLongestPlace = 60;

/// A leap year that stands for "no year given".
constexpr schema::Date kNoYear{4, 7, 1};

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }
bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

std::string_view trimmed(std::string_view text, std::string_view also = {}) {
  const auto drop = [&](char c) { return is_space(c) || also.find(c) != std::string_view::npos; };
  while (!text.empty() && drop(text.front())) text.remove_prefix(1);
  while (!text.empty() && drop(text.back())) text.remove_suffix(1);
  return text;
}

bool begins_with_dash(std::string_view text) {
  return text.starts_with("-") || text.starts_with("\u2013") || text.starts_with("\u2014") || text.starts_with("/-");
}

/// "BEIJING, ", "Washington, D.C., ", "Sharm el-Sheikh (": what may stand before the date in a dateline.
bool is_place(std::string_view before) {
  const std::string_view place = trimmed(before);
  if (place.empty() || place.size() > kLongestPlace) return false;
  if (place.back() != ',' && place.back() != '(' && place.back() != '.') return false;
  // A quotation's source stands so too: "- President Ortega, May 24, 2021".
  if (!is_capital(place.front()) && static_cast<unsigned char>(place.front()) < 0xC3) return false;
  if (place.starts_with("\u2013") || place.starts_with("\u2014") || place.starts_with("\u201C")) return false;
  const EventWords words(place);
  for (std::size_t at = 0; at < words.size(); ++at) {
    const std::string_view word = words[at].folded;
    if (word == "president" || word == "secretary" || word == "minister" || word == "senator") return false;
  }
  std::size_t small = 0;
  for (std::size_t at = 0; at < words.size(); ++at) small += words[at].capital ? 0 : 1;
  return words.size() > 0 && words.size() <= 6 && words[0].capital && small * 2 < words.size();
}

/// "(Harbour Wire) -": an agency may be named between date and dash.
bool ends_dateline(std::string_view after, bool full) {
  after = after.substr(0, after.find('\n'));
  std::string_view rest = trimmed(after, ",).");
  if (rest.starts_with("(") || rest.starts_with("/")) {
    const std::size_t close = rest.find(rest.front() == '(' ? ')' : '/', 1);
    if (close == std::string_view::npos || close > kLongestPlace) return false;
    rest = trimmed(rest.substr(close + 1), ".");
    if (rest.empty()) return true;
  }
  // A line that holds nothing but place and date must give the year.
  return begins_with_dash(rest) || rest.starts_with(":") || (full && rest.empty());
}

/// What may stand in one line with a date that is a statement's own.
bool is_label(std::string_view words) {
  words = trimmed(words, ",:.|()/-_");
  if (words.empty()) return true;
  const EventWords label(words);
  for (std::size_t at = 0; at < label.size(); ++at) {
    const std::string_view word = label[at].folded;
    constexpr std::string_view kKnown =
        " for immediate release date dated published posted issued released on press statement office of the secretary "
        "spokesperson am pm edt est gmt utc local time le den vom publie el fecha datum дата ";
    const bool number = word[0] >= '0' && word[0] <= '9';
    if (!number && kKnown.find(" " + std::string(word) + " ") == std::string_view::npos) return false;
  }
  return true;
}

/// "... March 14 2007 WASHINGTON DC ...": texts that lost their line breaks and signs.
bool capitals_follow(std::string_view after) {
  after = trimmed(after);
  std::size_t capitals = 0;
  while (capitals < after.size() && is_capital(after[capitals])) ++capitals;
  return capitals >= 4;
}

std::optional<Dateline> in_text(std::string_view head, std::string_view lang) {
  for (const TimeExpression& time : find_times(head, lang, kNoYear)) {
    if (time.date.day == 0) continue;
    const std::string_view printed = text_of(head, time.span);
    const bool full = time.date.year >= 1000;
    // Week-days and "today" need a date themselves.
    if (!full && printed.find_first_of("0123456789") == std::string_view::npos) continue;
    Dateline found{time.date, printed, false};
    if (!full) found.date.year = 0;
    const std::size_t line = head.rfind('\n', time.span.start);
    const std::size_t start = line == std::string_view::npos ? 0 : line + 1;
    const std::string_view before = head.substr(start, time.span.start - start);
    const std::string_view after = head.substr(time.span.end);
    found.place = is_place(before);
    if (found.place && ends_dateline(after, full)) return found;
    found.place = false;
    if (!full) continue;
    const bool own_line = is_label(before) && is_label(after.substr(0, after.find('\n')));
    // At the very front, what follows must not go on with the sentence.
    const std::string_view next = trimmed(after, ",.");
    const bool at_front = trimmed(head.substr(0, time.span.start)).empty() && !next.empty() && is_capital(next.front());
    if (own_line || at_front || capitals_follow(after)) return found;
  }
  return std::nullopt;
}

std::optional<Dateline> in_title(std::string_view title, std::string_view lang) {
  const auto times = find_times(title, lang, std::nullopt);
  if (times.empty() || times.back().date.day == 0) return std::nullopt;
  const TimeExpression& last = times.back();
  if (!trimmed(title.substr(last.span.end), ").]").empty()) return std::nullopt;
  const std::string_view before = trimmed(title.substr(0, last.span.start));
  const bool apart = before.empty() || before.ends_with("-") || before.ends_with("\u2013") ||
                     before.ends_with("\u2014") || before.ends_with(":") || before.ends_with("(") ||
                     before.ends_with(",") || before.ends_with("|");
  return apart ? std::optional(Dateline{last.date, text_of(title, last.span), false}) : std::nullopt;
}

}  // namespace

std::optional<Dateline> find_dateline(std::string_view title, std::string_view text, std::string_view lang) {
  auto found = in_text(front_of(text, kHeadBytes), lang);
  if (found && found->date.year != 0) return found;
  auto titled = in_title(title, lang);
  return titled ? titled : found;
}

}  // namespace communique::corpus
