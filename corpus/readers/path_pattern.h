// SPDX-License-Identifier: GPL-3.0-or-later
// What does a file's path say of its statement? '{country}_{session}_{year}.txt' matched against the end of the path.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "schema/error.h"

namespace communique::corpus {

/// A pattern of one or more path components. {name} takes one or more characters, as many as it can: {year} four
/// digits, {month} one or two digits or a month's name, {day} one or two digits, {speaker} and {country} no digits. '*'
/// takes any characters, also none. Neither goes beyond its component. A final ".gz" or ".zst" is ignored, as it is in
/// paths.
class PathPattern {
 public:
  static Result<PathPattern> parse(std::string_view pattern);

  /// Name -> what it took; nullopt if the end of `path` does not match.
  std::optional<std::map<std::string, std::string>> match(std::string_view path) const;

 private:
  struct Piece {
    enum class Kind { Literal, Name, Any } kind;
    std::string text;  // the literal, or the name
  };
  using Component = std::vector<Piece>;
  using Taken = std::map<std::string, std::string>;

  static Result<Component> parse_component(std::string_view text);
  static bool match_from(const Component& component, std::size_t piece, std::string_view rest, Taken& taken);

  std::vector<Component> components_;
};

/// `name` without a final ".gz" or ".zst".
std::string_view without_compression_suffix(std::string_view name);

}  // namespace communique::corpus
