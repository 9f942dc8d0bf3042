// SPDX-License-Identifier: GPL-3.0-or-later
// Matching paths from their end, component by component, longest match first.
#include "corpus/readers/path_pattern.h"

#include <algorithm>

#include "corpus/readers/clean.h"
#include "corpus/readers/month_names.h"

namespace communique::corpus {
namespace {

/// More names or stars in one component than this could make matching slow, and nobody names files so.
constexpr int kMaxOpenPieces = 8;

bool all_digits(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool fits(std::string_view name, std::string_view value) {
  if (name == "year") return value.size() == 4 && all_digits(value);
  if (name == "day") return value.size() <= 2 && all_digits(value);
  if (name == "month") return all_digits(value) ? value.size() <= 2 : month_of(folded_word(value)) != 0;
  if (name == "speaker" || name == "country") {
    return std::none_of(value.begin(), value.end(), [](char c) { return c >= '0' && c <= '9'; });
  }
  return true;
}

std::vector<std::string_view> split_path(std::string_view path) {
  std::vector<std::string_view> parts;
  while (!path.empty()) {
    const std::size_t slash = std::min(path.find('/'), path.size());
    if (slash > 0) parts.push_back(path.substr(0, slash));
    path.remove_prefix(std::min(slash + 1, path.size()));
  }
  return parts;
}

bool is_name(std::string_view name) {
  return !name.empty() && std::all_of(name.begin(), name.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
  });
}

}  // namespace

std::string_view without_compression_suffix(std::string_view name) {
  for (const std::string_view suffix : {".gz", ".zst"}) {
    if (name.size() > suffix.size() && lower_ascii(name.substr(name.size() - suffix.size())) == suffix) {
      name.remove_suffix(suffix.size());
      break;
    }
  }
  return name;
}

Result<PathPattern::Component> PathPattern::parse_component(std::string_view text) {
  Component component;
  int open_pieces = 0;
  while (!text.empty()) {
    const char first = text.front();
    if (first == '}') return ValueError{"'}' without '{'", {}, 0};
    std::size_t length = 1;
    if (first == '{') {
      const std::size_t end = text.find('}');
      if (end == std::string_view::npos) return ValueError{"'{' without '}'", {}, 0};
      const std::string_view name = text.substr(1, end - 1);
      if (!is_name(name)) return ValueError{"'{" + shown(name) + "}' is no name", {}, 0};
      component.push_back({Piece::Kind::Name, std::string(name)});
      length = end + 1;
    } else if (first == '*') {
      component.push_back({Piece::Kind::Any, {}});
    } else {
      length = std::min(text.find_first_of("{}*"), text.size());
      component.push_back({Piece::Kind::Literal, std::string(text.substr(0, length))});
    }
    open_pieces += first == '{' || first == '*' ? 1 : 0;
    text.remove_prefix(length);
  }
  if (open_pieces > kMaxOpenPieces) return ValueError{"more than 8 names and stars between two slashes", {}, 0};
  return component;
}

Result<PathPattern> PathPattern::parse(std::string_view pattern) {
  PathPattern parsed;
  bool named = false;
  for (const std::string_view part : split_path(without_compression_suffix(pattern))) {
    Result<Component> component = parse_component(part);
    if (!component) return component.error();
    named = named || std::any_of(component->begin(), component->end(),
                                 [](const Piece& piece) { return piece.kind == Piece::Kind::Name; });
    parsed.components_.push_back(std::move(component).value());
  }
  if (!named) return ValueError{"it names nothing, as {year} or {country} would", {}, 0};
  return parsed;
}

bool PathPattern::match_from(const Component& component, std::size_t piece, std::string_view rest, Taken& taken) {
  if (piece == component.size()) return rest.empty();
  const Piece& current = component[piece];
  if (current.kind == Piece::Kind::Literal) {
    return rest.starts_with(current.text) && match_from(component, piece + 1, rest.substr(current.text.size()), taken);
  }
  const std::size_t least = current.kind == Piece::Kind::Name ? 1 : 0;
  for (std::size_t length = rest.size() + 1; length-- > least;) {
    const std::string_view value = rest.substr(0, length);
    if (current.kind == Piece::Kind::Name && !fits(current.text, value)) continue;
    if (!match_from(component, piece + 1, rest.substr(length), taken)) continue;
    if (current.kind == Piece::Kind::Name) taken[current.text] = std::string(value);
    return true;
  }
  return false;
}

std::optional<std::map<std::string, std::string>> PathPattern::match(std::string_view path) const {
  const std::vector<std::string_view> parts = split_path(without_compression_suffix(path));
  if (parts.size() < components_.size()) return std::nullopt;
  Taken taken;
  for (std::size_t i = 0; i < components_.size(); ++i) {
    if (!match_from(components_[i], 0, parts[parts.size() - components_.size() + i], taken)) return std::nullopt;
  }
  return taken;
}

}  // namespace communique::corpus
