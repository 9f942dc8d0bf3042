// SPDX-License-Identifier: GPL-3.0-or-later
// A piece of a text.
#pragma once

#include <cstdint>
#include <string_view>

namespace communique::corpus {

/// A span of a text in UTF-8 bytes, end excluded.
struct Span {
  std::uint32_t start = 0;
  std::uint32_t end = 0;
  bool operator==(const Span&) const = default;
  bool empty() const { return start >= end; }
  bool contains(const Span& other) const { return start <= other.start && other.end <= end; }
  bool overlaps(const Span& other) const { return start < other.end && other.start < end; }
};

/// The text of a span; the view lives as long as `text`.
inline std::string_view text_of(std::string_view text, const Span& span) {
  return text.substr(span.start, span.end - span.start);
}

}  // namespace communique::corpus
