// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/http/target.h"

#include <algorithm>

#include "schema/utf8.h"

namespace communique::searcher::http {
namespace {

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  const char lower = static_cast<char>(c | 0x20);
  return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

enum class Plus { Blank, Itself };

Result<std::string> decode(std::string_view text, Plus plus) {
  std::string decoded;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '+' && plus == Plus::Blank) {
      decoded += ' ';
    } else if (text[i] != '%') {
      decoded += text[i];
    } else {
      const int high = i + 2 < text.size() ? hex_digit(text[i + 1]) : -1;
      const int low = i + 2 < text.size() ? hex_digit(text[i + 2]) : -1;
      if (high < 0 || low < 0) return ValueError{"a % in the address is followed by no two hex digits", {}, i};
      decoded += static_cast<char>(high * 16 + low);
      i += 2;
    }
  }
  if (decoded.find('\0') != std::string::npos) return ValueError{"the address holds a zero byte", {}, 0};
  if (schema::first_invalid_utf8(decoded) != std::string::npos) return ValueError{"the address is not UTF-8", {}, 0};
  return decoded;
}

bool has_dot_segment(std::string_view path) {
  for (std::size_t start = 0; start < path.size();) {
    const std::size_t end = std::min(path.find('/', start), path.size());
    const std::string_view segment = path.substr(start, end - start);
    if (segment == "." || segment == "..") return true;
    start = end + 1;
  }
  return false;
}

}  // namespace

Result<Target> parse_target(std::string_view target) {
  if (target.empty() || target.front() != '/') return ValueError{"the address does not begin with a slash", {}, 0};
  if (target.find('#') != std::string_view::npos) return ValueError{"the address holds a # that is not encoded", {}, 0};
  const std::size_t question = std::min(target.find('?'), target.size());
  const Result<std::string> path = decode(target.substr(0, question), Plus::Itself);
  if (!path) return path.error();
  if (has_dot_segment(*path)) return ValueError{"the address has a segment of dots", {}, 0};
  Target parsed{*path, {}};
  std::string_view rest = target.substr(std::min(question + 1, target.size()));
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find('&'), rest.size());
    const std::string_view pair = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (pair.empty()) continue;
    const std::size_t equals = std::min(pair.find('='), pair.size());
    const Result<std::string> name = decode(pair.substr(0, equals), Plus::Blank);
    const Result<std::string> value = decode(pair.substr(std::min(equals + 1, pair.size())), Plus::Blank);
    if (!name) return name.error();
    if (!value) return value.error();
    parsed.parameters.push_back({*name, *value});
  }
  return parsed;
}

std::string percent_encode(std::string_view text) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string encoded;
  for (const char c : text) {
    const bool letter_or_digit = (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
    if (letter_or_digit || c == '-' || c == '.' || c == '_' || c == '~') {
      encoded += c;
    } else {
      const auto byte = static_cast<unsigned char>(c);
      encoded += {'%', kDigits[byte >> 4], kDigits[byte & 15]};
    }
  }
  return encoded;
}

std::string make_target(std::string_view path, const std::vector<Parameter>& parameters) {
  std::string target(path);
  char divider = '?';
  for (const Parameter& parameter : parameters) {
    if (parameter.value.empty()) continue;
    target += divider + percent_encode(parameter.name) + "=" + percent_encode(parameter.value);
    divider = '&';
  }
  return target;
}

}  // namespace communique::searcher::http
