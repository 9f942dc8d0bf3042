// SPDX-License-Identifier: GPL-3.0-or-later
// In which form is a quoted text compared and hashed, and where does it stand in a statement? White space does not
// count: another line break, or a blank more, is no change of what was said.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "schema/record.h"

namespace communique::searcher {

/// Each run of white space made one space, none at the ends: the form that is hashed. SHA-256 of its UTF-8 bytes is
/// what anybody gets from the text as printed.
std::string plain_text(std::string_view text);

/// Where a text stands: code points of the passage's text as indexed. `end` is beyond the passage's text where the
/// quoted text goes on in the next one.
struct TextPlace {
  std::uint32_t passage = 0;  ///< from 1
  std::size_t start = 0;
  std::size_t end = 0;
  bool operator==(const TextPlace&) const = default;
};

/// A statement's text in plain form, which knows where each of its characters stands in which passage.
class StatementText {
 public:
  explicit StatementText(const std::vector<schema::PassageRecord>& passages);

  const std::string& plain() const { return plain_; }
  std::size_t code_points() const { return raw_.size(); }

  /// The place of `plain().substr(start, bytes)`, both at code point bounds, `bytes` above 0.
  TextPlace place_of(std::size_t start, std::size_t bytes) const;
  /// The plain text that now stands at a place; empty if the statement has no such passage.
  std::string at(const TextPlace& place) const;
  /// The byte of plain() at which a place starts; 0 if the statement has no such passage.
  std::size_t byte_at(const TextPlace& place) const;
  /// All of a passage but white space at its ends; nullopt if there is none, or nothing in it.
  std::optional<TextPlace> whole_passage(std::uint32_t number) const;

  /// Where a text in plain form stands; the place nearest to `near` if there are several.
  std::optional<TextPlace> find(std::string_view text, const TextPlace& near) const;
  /// The same for a text of which only hash and length (code points, plain form) are known. It begins and ends at the
  /// bounds of words.
  std::optional<TextPlace> find_hash(const std::string& sha256, std::size_t length, const TextPlace& near) const;

 private:
  std::vector<std::size_t> bounded_starts(std::size_t length) const;
  std::size_t byte_of(std::size_t code_point) const;
  std::size_t raw_start(const TextPlace& place) const;

  std::string plain_;
  std::vector<std::uint32_t> bytes_;   ///< byte offset in plain_ of each code point, and the end
  std::vector<std::uint32_t> raw_;     ///< code point offset in the statement's text of each code point of plain_
  std::vector<std::uint32_t> starts_;  ///< code point offset in the statement's text of each passage, and the end
};

}  // namespace communique::searcher
