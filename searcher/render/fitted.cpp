// SPDX-License-Identifier: GPL-3.0-or-later
// Text beside a match, cut so that it fits the columns there are.
#include <unicode/uchar.h>

#include <cstdint>

#include "schema/utf8.h"
#include "searcher/render/kwic.h"
#include "searcher/render/wrap.h"

namespace communique::searcher {
namespace {

constexpr std::string_view kIsolate = "\u2068";
constexpr std::string_view kIsolateEnd = "\u2069";

/// Marks that turn the direction of what follows them.
bool turns_direction(std::int32_t code) {
  return (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069) || code == 0x200E || code == 0x200F ||
         code == 0x061C;
}

bool is_right_to_left(std::int32_t code) {
  if (code < 0x0590) return false;
  const auto direction = u_charDirection(code);
  return direction == U_RIGHT_TO_LEFT || direction == U_RIGHT_TO_LEFT_ARABIC;
}

struct Cleaned {
  std::string text;  ///< nothing in it steers a terminal
  bool right_to_left = false;
  bool ascii = true;
};

Cleaned clean(std::string_view text) {
  Cleaned cleaned;
  cleaned.text.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t plain = at;
    while (at < text.size() && text[at] >= 0x20 && text[at] < 0x7F) ++at;
    cleaned.text.append(text, plain, at - plain);
    if (at == text.size()) break;
    cleaned.ascii = false;
    const std::size_t start = at;
    const std::int32_t code = schema::next_code_point(text, at);
    if (code >= 0 && turns_direction(code)) continue;
    cleaned.right_to_left = cleaned.right_to_left || is_right_to_left(code);
    if (code < 0x20 || (code >= 0x7F && code < 0xA0)) {
      cleaned.text += "\xEF\xBF\xBD";
    } else {
      cleaned.text += text.substr(start, at - start);
    }
  }
  return cleaned;
}

/// Without the marks that belonged to a character that was cut off.
std::string_view from_a_base(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t start = at;
    schema::next_code_point(text, at);
    if (display_width(text.substr(start, at - start)) > 0) return text.substr(start);
  }
  return {};
}

std::string isolated(std::string_view text, const Cleaned& of) {
  if (!of.right_to_left || text.empty()) return std::string(text);
  return std::string(kIsolate) + std::string(text) + std::string(kIsolateEnd);
}

/// The end that fits.
std::string_view last_columns(const Cleaned& cleaned, std::size_t columns) {
  const std::string_view text = cleaned.text;
  std::size_t start = text.size();
  std::size_t word = text.size();
  for (std::size_t used = 0; start > 0;) {
    std::size_t before = start;
    if (cleaned.ascii) {
      --before;
    } else {
      schema::previous_code_point(text, before);
    }
    used += cleaned.ascii ? 1 : display_width(text.substr(before, start - before));
    if (used > columns) break;
    start = before;
    if (start == 0 || text[start - 1] == ' ') word = start;
  }
  // A line of a script without blanks, or one long word, is cut anywhere.
  const bool word_is_near = text.size() - word > columns / 2 || text.size() - start < 2;
  return text.substr(word_is_near ? word : start);
}

std::string_view first_columns(const Cleaned& cleaned, std::size_t columns) {
  const std::string_view text = cleaned.text;
  std::size_t end = 0;
  std::size_t word = 0;
  for (std::size_t used = 0; end < text.size();) {
    std::size_t after = end;
    if (cleaned.ascii) {
      ++after;
    } else {
      schema::next_code_point(text, after);
    }
    used += cleaned.ascii ? 1 : display_width(text.substr(end, after - end));
    if (used > columns) break;
    end = after;
    if (end == text.size() || text[end] == ' ') word = end;
  }
  return text.substr(0, word > end / 2 ? word : end);
}

}  // namespace

std::string fitted_left(std::string_view text, std::size_t columns) {
  const Cleaned cleaned = clean(text);
  const std::string_view shown = from_a_base(last_columns(cleaned, columns));
  return std::string(columns - std::min(columns, display_width(shown)), ' ') + isolated(shown, cleaned);
}

std::string fitted_right(std::string_view text, std::size_t columns) {
  const Cleaned cleaned = clean(text);
  return isolated(first_columns(cleaned, columns), cleaned);
}

}  // namespace communique::searcher
