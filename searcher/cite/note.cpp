// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/cite/note.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>

#include "schema/record.h"
#include "schema/utf8.h"

namespace communique::searcher {
namespace {

constexpr std::string_view kOpening = "[communique ";
constexpr std::size_t kHashDigits = 64;
/// What ends a value, or means something in BibTeX beyond what a backslash before it mends.
constexpr std::string_view kEncoded = "%;[]{}\\~^$\"<>|`";

std::string encoded(std::string_view value, bool is_id) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string out;
  for (const char c : value) {
    const auto byte = static_cast<unsigned char>(c);
    const bool encode =
        byte < 0x20 || byte == 0x7f || kEncoded.find(c) != std::string_view::npos || (is_id && c == '#');
    if (!encode) {
      out += c;
      continue;
    }
    out += '%';
    out += kDigits[byte >> 4U];
    out += kDigits[byte & 0xfU];
  }
  return out;
}

std::optional<unsigned> hex_digit(char c) {
  if (c >= '0' && c <= '9') return static_cast<unsigned>(c - '0');
  if (c >= 'A' && c <= 'F') return static_cast<unsigned>(c - 'A' + 10);
  if (c >= 'a' && c <= 'f') return static_cast<unsigned>(c - 'a' + 10);
  return std::nullopt;
}

std::string decoded(std::string_view value) {
  std::string out;
  for (std::size_t i = 0; i < value.size(); ++i) {
    const auto high = value[i] == '%' && i + 2 < value.size() ? hex_digit(value[i + 1]) : std::nullopt;
    const auto low = high ? hex_digit(value[i + 2]) : std::nullopt;
    if (low) {
      out += static_cast<char>(*high * 16 + *low);
      i += 2;
    } else {
      out += value[i];
    }
  }
  return out;
}

std::optional<std::size_t> number(std::string_view text) {
  std::size_t value = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
  if (read.ec != std::errc{} || read.ptr != text.data() + text.size()) return std::nullopt;
  return value;
}

bool is_hash(std::string_view text) {
  return text.size() == kHashDigits &&
         std::all_of(text.begin(), text.end(), [](char c) { return hex_digit(c).has_value(); });
}

/// The values by key, still encoded.
std::map<std::string, std::string, std::less<>> fields_of(std::string_view inside) {
  std::map<std::string, std::string, std::less<>> fields;
  while (!inside.empty()) {
    const std::size_t end = std::min(inside.find(';'), inside.size());
    const std::string field = plain_text(inside.substr(0, end));
    const std::size_t equals = field.find('=');
    if (equals != std::string::npos) fields[field.substr(0, equals)] = field.substr(equals + 1);
    inside.remove_prefix(std::min(end + 1, inside.size()));
  }
  return fields;
}

std::optional<std::size_t> read_id(std::string_view id, CitationNote& note) {
  const std::size_t mark = id.find('#');
  note.statement = decoded(id.substr(0, mark));
  if (mark == std::string_view::npos) return std::size_t{0};
  const auto passage = number(id.substr(mark + 1));
  return passage && *passage > 0 && *passage <= UINT32_MAX ? passage : std::nullopt;
}

FoundNote read_note(std::string_view inside) {
  const auto fields = fields_of(inside);
  const auto value = [&](std::string_view key) {
    const auto found = fields.find(key);
    return found == fields.end() ? std::string() : found->second;
  };
  FoundNote found;
  CitationNote& note = found.note;
  const auto passage = read_id(value("id"), note);
  if (note.statement.empty() || !passage) found.damaged = "it names no statement";
  note.place.passage = static_cast<std::uint32_t>(passage.value_or(0));
  note.sha256 = schema::lower_ascii(value("sha256"));
  note.statement_sha256 = schema::lower_ascii(value("statement-sha256"));
  note.quote = decoded(value("quote"));
  const auto length = number(value("length"));
  note.length = length.value_or(0);
  const std::string chars = value("chars");
  const std::size_t dash = std::min(chars.find('-'), chars.size());
  const auto start = number(std::string_view(chars).substr(0, dash));
  const auto end = number(std::string_view(chars).substr(std::min(dash + 1, chars.size())));
  note.place.start = start.value_or(0);
  note.place.end = end.value_or(0);
  if (!found.damaged.empty()) return found;
  if (!is_hash(note.sha256)) found.damaged = "its sha256 is not 64 hexadecimal digits";
  if (note.length == 0) found.damaged = "it does not say how long the cited text is";
  if (note.place.passage > 0 && (!start || !end || note.place.end <= note.place.start)) {
    found.damaged = "its chars are not two ascending numbers";
  }
  return found;
}

/// As it was before a reference manager or BibTeX escaped and broke it: no backslash, no brace, blanks single.
std::string unescaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c != '\\' && c != '{' && c != '}') out += c;
  }
  return plain_text(out);
}

}  // namespace

std::string cited_id(const CitationNote& note) {
  return note.place.passage == 0 ? note.statement : schema::passage_id(note.statement, note.place.passage);
}

std::string to_note(const CitationNote& note) {
  std::string out(kOpening);
  out += "id=" + encoded(note.statement, true);
  if (note.place.passage > 0) {
    out += "#" + std::to_string(note.place.passage);
    out += "; chars=" + std::to_string(note.place.start) + "-" + std::to_string(note.place.end);
  }
  out += "; length=" + std::to_string(note.length) + "; sha256=" + note.sha256;
  if (!note.statement_sha256.empty()) out += "; statement-sha256=" + note.statement_sha256;
  if (!note.quote.empty()) out += "; quote=" + encoded(note.quote, false);
  return out + "]";
}

std::vector<FoundNote> read_notes(std::string_view text) {
  const std::string whole = unescaped(text);
  std::vector<FoundNote> notes;
  for (std::size_t at = whole.find(kOpening); at != std::string::npos; at = whole.find(kOpening, at + 1)) {
    const std::size_t first = at + kOpening.size();
    const std::size_t end = std::min(whole.find(']', first), whole.size());
    const std::size_t next = whole.find(kOpening, first);
    if (end == whole.size() || next < end) {
      notes.emplace_back();
      notes.back().damaged = "its closing bracket is missing";
    } else {
      notes.push_back(read_note(std::string_view(whole).substr(first, end - first)));
    }
  }
  return notes;
}

}  // namespace communique::searcher
