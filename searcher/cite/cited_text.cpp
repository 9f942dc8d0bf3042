// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/cite/cited_text.h"

#include <unicode/uchar.h>

#include <algorithm>

#include "schema/files.h"
#include "schema/utf8.h"

namespace communique::searcher {
namespace {

/// Bytes hashed in search of a text of which only the hash is known: about two seconds' work. Passages of a statement
/// of several megabytes stay below it.
constexpr std::size_t kMostHashed = 1'500'000'000;

bool is_space(std::int32_t code_point) { return code_point >= 0 && u_isUWhiteSpace(code_point) != 0; }

/// Yields each code point of `text` that is no white space: its bytes, its number, whether white space came before.
template <class Yield>
std::size_t for_each_visible(std::string_view text, Yield yield) {
  std::size_t number = 0;
  bool blank = false;
  for (std::size_t at = 0; at < text.size(); ++number) {
    const std::size_t start = at;
    if (is_space(schema::next_code_point(text, at))) {
      blank = true;
      continue;
    }
    yield(text.substr(start, at - start), number, blank);
    blank = false;
  }
  return number;
}

/// Where a quoted text may begin or end: never between two letters or digits.
bool is_bound(std::int32_t before, std::int32_t after) {
  return before < 0 || after < 0 || u_isalnum(before) == 0 || u_isalnum(after) == 0 || before > 0x2e7f;
}

}  // namespace

std::string plain_text(std::string_view text) {
  std::string plain;
  plain.reserve(text.size());
  for_each_visible(text, [&](std::string_view bytes, std::size_t, bool blank) {
    if (blank && !plain.empty()) plain += ' ';
    plain += bytes;
  });
  return plain;
}

StatementText::StatementText(const std::vector<schema::PassageRecord>& passages) {
  std::string text;
  std::size_t before = 0;
  for (const schema::PassageRecord& passage : passages) {
    starts_.push_back(static_cast<std::uint32_t>(before));
    before += schema::count_code_points(passage.text);
    text += passage.text;
  }
  starts_.push_back(static_cast<std::uint32_t>(before));
  for_each_visible(text, [&](std::string_view bytes, std::size_t number, bool blank) {
    if (blank && !plain_.empty()) {
      bytes_.push_back(static_cast<std::uint32_t>(plain_.size()));
      raw_.push_back(static_cast<std::uint32_t>(number - 1));
      plain_ += ' ';
    }
    bytes_.push_back(static_cast<std::uint32_t>(plain_.size()));
    raw_.push_back(static_cast<std::uint32_t>(number));
    plain_ += bytes;
  });
  bytes_.push_back(static_cast<std::uint32_t>(plain_.size()));
}

TextPlace StatementText::place_of(std::size_t start, std::size_t bytes) const {
  const auto number = [&](std::size_t byte) {
    return static_cast<std::size_t>(std::lower_bound(bytes_.begin(), bytes_.end(), byte) - bytes_.begin());
  };
  const std::size_t first = raw_[number(start)];
  const std::size_t last = raw_[number(start + bytes) - 1] + std::size_t{1};
  const auto next = std::upper_bound(starts_.begin(), starts_.end() - 1, first);
  const std::size_t passage_start = *(next - 1);
  return {static_cast<std::uint32_t>(next - starts_.begin()), first - passage_start, last - passage_start};
}

std::size_t StatementText::raw_start(const TextPlace& place) const { return starts_[place.passage - 1] + place.start; }

/// The byte in plain_ of the first code point that stands at or behind one of the statement's text.
std::size_t StatementText::byte_of(std::size_t code_point) const {
  const auto found = std::lower_bound(raw_.begin(), raw_.end(), code_point);
  return bytes_[static_cast<std::size_t>(found - raw_.begin())];
}

std::string StatementText::at(const TextPlace& place) const {
  if (place.passage == 0 || place.passage >= starts_.size() || place.end <= place.start) return {};
  const std::size_t start = byte_of(raw_start(place));
  const std::size_t end = byte_of(raw_start(place) + (place.end - place.start));
  return plain_text(std::string_view(plain_).substr(start, end - start));
}

std::size_t StatementText::byte_at(const TextPlace& place) const {
  return place.passage > 0 && place.passage < starts_.size() ? byte_of(raw_start(place)) : 0;
}

std::optional<TextPlace> StatementText::whole_passage(std::uint32_t number) const {
  if (number == 0 || number >= starts_.size()) return std::nullopt;
  std::size_t start = byte_of(starts_[number - 1]);
  std::size_t end = byte_of(starts_[number]);
  // A blank between two passages stands at the end of the first one or, where a passage begins with one, here.
  if (start < end && plain_[start] == ' ') ++start;
  if (start < end && plain_[end - 1] == ' ') --end;
  if (start >= end) return std::nullopt;
  return place_of(start, end - start);
}

std::vector<std::size_t> StatementText::bounded_starts(std::size_t length) const {
  std::vector<std::int32_t> points;
  points.reserve(raw_.size());
  for (std::size_t at = 0; at < plain_.size();) points.push_back(schema::next_code_point(plain_, at));
  const auto bound = [&](std::size_t at) {
    return is_bound(at > 0 ? points[at - 1] : -1, at < points.size() ? points[at] : -1);
  };
  std::vector<std::size_t> starts;
  for (std::size_t first = 0; first + length <= points.size(); ++first) {
    const std::size_t last = first + length;
    if (points[first] != ' ' && points[last - 1] != ' ' && bound(first) && bound(last)) starts.push_back(first);
  }
  return starts;
}

std::optional<TextPlace> StatementText::find_hash(const std::string& sha256, std::size_t length,
                                                  const TextPlace& near) const {
  if (length == 0 || length > raw_.size()) return std::nullopt;
  std::vector<std::size_t> starts = bounded_starts(length);
  const bool known = near.passage > 0 && near.passage < starts_.size();
  const std::size_t wanted = known ? raw_start(near) : 0;
  const auto distance = [&](std::size_t first) {
    return raw_[first] > wanted ? raw_[first] - wanted : wanted - raw_[first];
  };
  std::stable_sort(starts.begin(), starts.end(),
                   [&](std::size_t a, std::size_t b) { return distance(a) < distance(b); });
  std::size_t hashed = 0;
  for (const std::size_t first : starts) {
    const std::size_t start = bytes_[first];
    const std::size_t bytes = bytes_[first + length] - start;
    if (schema::sha256(std::string_view(plain_).substr(start, bytes)) == sha256) return place_of(start, bytes);
    hashed += bytes;
    if (hashed > kMostHashed) return std::nullopt;
  }
  return std::nullopt;
}

std::optional<TextPlace> StatementText::find(std::string_view text, const TextPlace& near) const {
  if (text.empty()) return std::nullopt;
  const std::size_t wanted = byte_at(near);
  const auto distance = [&](std::size_t at) { return at > wanted ? at - wanted : wanted - at; };
  std::size_t best = std::string::npos;
  for (std::size_t at = plain_.find(text); at != std::string::npos; at = plain_.find(text, at + 1)) {
    if (best == std::string::npos || distance(at) < distance(best)) best = at;
  }
  if (best == std::string::npos) return std::nullopt;
  return place_of(best, text.size());
}

}  // namespace communique::searcher
