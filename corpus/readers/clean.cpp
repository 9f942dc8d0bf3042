// SPDX-License-Identifier: GPL-3.0-or-later
// Mending strings byte by byte; only what is not ASCII is decoded.
#include "corpus/readers/clean.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>

#include "schema/utf8.h"

namespace communique::corpus {
namespace {

/// What Windows-1252 has at 0x80 to 0x9F, by the WHATWG Encoding Standard; a space where it has nothing.
constexpr std::array<std::string_view, 32> kCp1252 = {"€", " ", "‚", "ƒ", "„", "…", "†", "‡", "ˆ", "‰", "Š",
                                                      "‹", "Œ", " ", "Ž", " ", " ", "‘", "’", "“", "”", "•",
                                                      "–", "—", "˜", "™", "š", "›", "œ", " ", "ž", "Ÿ"};

bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

bool is_control(unsigned char c) { return (c < 0x20 && c != '\n' && c != '\t') || c == 0x7F; }

bool is_c1(std::string_view text, std::size_t at) {
  return static_cast<unsigned char>(text[at]) == 0xC2 && at + 1 < text.size() &&
         static_cast<unsigned char>(text[at + 1]) < 0xA0;
}

/// True if the 64 bytes at `block` may hold a character that clean_text changes. Without branches, for the compiler to
/// make vector code of: nearly all of a text is clean.
bool may_be_unclean(const char* block) {
  unsigned found = 0;
  for (int i = 0; i < 64; ++i) {
    const auto c = static_cast<unsigned char>(block[i]);
    found |= static_cast<unsigned>(c < 0x20) & static_cast<unsigned>(c != '\n') & static_cast<unsigned>(c != '\t');
    found |= static_cast<unsigned>(c == 0x7F) | static_cast<unsigned>(c == 0xC2);
  }
  return found != 0;
}

/// Where the first character stands that clean_text changes, or npos.
std::size_t first_unclean(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    while (i + 64 <= text.size() && !may_be_unclean(text.data() + i)) i += 64;
    if (i == text.size()) break;
    const auto c = static_cast<unsigned char>(text[i]);
    if (is_control(c) || (c == 0xC2 && is_c1(text, i))) return i;
  }
  return std::string_view::npos;
}

/// The code point at `at`, which is moved behind it.
UChar32 next_code_point(std::string_view text, std::size_t& at) {
  auto i = static_cast<std::int32_t>(at);
  UChar32 c = 0;
  U8_NEXT_UNSAFE(text.data(), i, c);
  at = static_cast<std::size_t>(i);
  return c;
}

bool is_white(UChar32 c) { return c < 0x80 ? c == ' ' || (c >= '\t' && c <= '\r') : u_isUWhiteSpace(c) != 0; }
bool is_invisible(UChar32 c) { return c == 0xFEFF || (c >= 0x200B && c <= 0x200F) || c == 0x2060 || c == 0xAD; }

}  // namespace

void clean_text(std::string& text, std::vector<std::string>& notes) {
  const std::size_t first = first_unclean(text);
  if (first == std::string::npos) return;
  bool controls = false;
  bool c1 = false;
  std::string clean(text, 0, first);
  clean.reserve(text.size());
  for (std::size_t i = first; i < text.size(); ++i) {
    const auto c = static_cast<unsigned char>(text[i]);
    if (c == '\r') {
      if (i + 1 == text.size() || text[i + 1] != '\n') clean += '\n';
    } else if (is_control(c)) {
      clean += ' ';
      controls = true;
    } else if (is_c1(text, i)) {
      clean += kCp1252[static_cast<unsigned char>(text[++i]) - 0x80U];
      c1 = true;
    } else {
      clean += text[i];
    }
  }
  text = std::move(clean);
  if (controls) notes.emplace_back("control characters replaced by spaces");
  if (c1) notes.emplace_back("C1 control characters read as Windows-1252");
}

std::string one_line(std::string_view text) {
  std::string line;
  line.reserve(text.size());
  bool space = false;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t start = i;
    if (is_white(next_code_point(text, i))) {
      space = true;
      continue;
    }
    if (space && !line.empty()) line += ' ';
    space = false;
    line += text.substr(start, i - start);
  }
  return line;
}

std::string without_breaks(std::string_view text) {
  constexpr std::string_view kBlank = " \t\n\v\f\r";
  const std::string_view rest = trimmed(text);
  std::string line;
  for (std::size_t i = 0; i < rest.size();) {
    const std::size_t blank = std::min(rest.find_first_of(kBlank, i), rest.size());
    const std::size_t word = std::min(rest.find_first_not_of(kBlank, blank), rest.size());
    const std::string_view run = rest.substr(blank, word - blank);
    line += rest.substr(i, blank - i);
    line += run.find_first_not_of(' ') == std::string_view::npos ? run : " ";
    i = word;
  }
  return line;
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  return text;
}

bool is_blank(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const UChar32 c = next_code_point(text, i);
    if (!is_white(c) && !is_invisible(c)) return false;
  }
  return true;
}

bool has_controls(std::string_view text) {
  return std::any_of(text.begin(), text.end(),
                     [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; });
}

std::string_view cut_at_word(std::string_view text, std::size_t bytes) {
  if (text.size() <= bytes) return text;
  const std::string_view cut = text.substr(0, schema::code_point_start(text, bytes));
  const std::size_t space = cut.rfind(' ');
  // A text without spaces (Chinese, or one long word) is cut between characters.
  return space == std::string_view::npos || space < bytes / 2 ? cut : cut.substr(0, space);
}

std::string shown(std::string_view text) {
  constexpr std::size_t kShown = 60;
  const std::string_view cut = text.substr(0, schema::code_point_start(text, std::min(kShown, text.size())));
  std::string line = schema::without_controls(one_line(cut));
  if (cut.size() < text.size()) line += "...";
  return line;
}

}  // namespace communique::corpus
