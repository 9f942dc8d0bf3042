// SPDX-License-Identifier: GPL-3.0-or-later
// Detecting formats.
#include "corpus/readers/detect.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "corpus/readers/clean.h"
#include "corpus/readers/csv_rows.h"
#include "corpus/readers/path_pattern.h"

namespace communique::corpus {
namespace {

struct Ending {
  std::string_view ending;
  Format format;
};

constexpr std::array kEndings = {
    Ending{".jsonl", Format::JsonLines}, Ending{".ndjson", Format::JsonLines}, Ending{".json", Format::Json},
    Ending{".csv", Format::Csv},         Ending{".tsv", Format::Tsv},          Ending{".tab", Format::Tsv},
    Ending{".txt", Format::Text},        Ending{".text", Format::Text},        Ending{".md", Format::Text},
    Ending{".markdown", Format::Text},   Ending{".html", Format::Html},        Ending{".htm", Format::Html},
    Ending{".xhtml", Format::Html},      Ending{".shtml", Format::Html},       Ending{".rss", Format::Feed},
    Ending{".atom", Format::Feed},       Ending{".rdf", Format::Feed},         Ending{".xml", Format::Xml}};

/// The name of the first element, past declarations and comments; empty if the text does not begin with markup.
std::string root_name(std::string_view head) {
  for (;;) {
    head = trimmed(head);
    if (!head.starts_with("<")) return {};
    const std::string_view end = head.starts_with("<!--") ? "-->" : head.starts_with("<?") ? "?>" : ">";
    if (!head.starts_with("<!") && !head.starts_with("<?")) break;
    const std::size_t at = head.find(end);
    if (at == std::string_view::npos) return {};
    head.remove_prefix(at + end.size());
  }
  head.remove_prefix(1);
  return lower_ascii(head.substr(0, head.find_first_of(" \t\r\n/>")));
}

bool is_html_name(std::string_view name) {
  constexpr std::array<std::string_view, 10> kNames = {"html", "head",  "body", "div",   "p",
                                                       "h1",   "title", "meta", "table", "main"};
  return std::find(kNames.begin(), kNames.end(), name) != kNames.end();
}

bool is_feed_name(std::string_view name) {
  return name == "rss" || name == "rdf:rdf" || name == "feed" || name.ends_with(":feed");
}

/// `head` begins with '{'. Several objects, each on a line of its own, are JSON Lines.
Format json_or_lines(std::string_view head, Format otherwise) {
  const std::size_t end = head.find('\n');
  if (end == std::string_view::npos) return otherwise;
  const std::string_view first = head.substr(0, end);
  if (!trimmed(head.substr(end)).starts_with("{")) return otherwise;
  return nlohmann::json::accept(first.begin(), first.end()) ? Format::JsonLines : otherwise;
}

std::optional<Format> format_of_markup(std::string_view head) {
  const std::string start = lower_ascii(head.substr(0, 14));
  if (start == "<!doctype html") return Format::Html;
  const std::string root = root_name(head);
  if (root.empty()) return std::nullopt;
  if (is_feed_name(root)) return Format::Feed;
  if (is_html_name(root)) return Format::Html;
  return start.starts_with("<?xml") ? std::optional(Format::Xml) : std::nullopt;
}

/// A header line that names the text among two or more columns.
bool is_csv_header(std::string_view line, const KeyTable& keys) {
  const char separator = sniff_separator(line);
  std::size_t columns = 0;
  bool named = false;
  while (!line.empty()) {
    const std::size_t end = std::min(line.find(separator), line.size());
    std::string name = one_line(line.substr(0, end));
    std::erase(name, '"');
    named = named || keys.key_of(name) == Key::Text;
    ++columns;
    line.remove_prefix(std::min(end + 1, line.size()));
  }
  return named && columns >= 2;
}

Format format_of_content(std::string_view head, const KeyTable& keys) {
  const std::string_view text = trimmed(head);
  if (text.starts_with("{")) {
    const std::string_view inside = trimmed(text.substr(1, 100));
    // One long line that is not all there to see: as lines, it is read in pieces.
    const bool one_line_only = text.find('\n') == std::string_view::npos && head.size() >= kDetectBytes;
    if (inside.starts_with("\"") || inside.starts_with("}")) {
      return json_or_lines(text, one_line_only ? Format::JsonLines : Format::Json);
    }
  }
  if (text.starts_with("[")) {
    const std::string_view inside = trimmed(text.substr(1, 100));
    if (inside.starts_with("{") || inside.starts_with("]")) return Format::Json;
  }
  if (const auto markup = format_of_markup(text)) return *markup;
  const std::string_view first_line = text.substr(0, std::min<std::size_t>(text.find('\n'), 4096));
  return is_csv_header(first_line, keys) ? Format::Csv : Format::Text;
}

}  // namespace

std::optional<Format> format_of_name(std::string_view name) {
  const std::string lower = lower_ascii(without_compression_suffix(name));
  for (const Ending& known : kEndings) {
    if (lower.ends_with(known.ending)) return known.format;
  }
  return std::nullopt;
}

Format detect_format(std::string_view name, std::string_view head, const KeyTable& keys) {
  const std::optional<Format> named = format_of_name(name);
  if (!named) return format_of_content(head, keys);
  const std::string_view text = trimmed(head);
  switch (*named) {
    case Format::Json:
      return text.starts_with("{") ? json_or_lines(text, Format::Json) : Format::Json;
    case Format::Xml:
    case Format::Feed:
      return format_of_markup(text).value_or(Format::Xml);
    case Format::Text: {
      // Pages saved under .txt are common; a text that only begins with "<" stays one.
      const std::string start = lower_ascii(text.substr(0, 14));
      return start == "<!doctype html" || start.starts_with("<html") ? Format::Html : Format::Text;
    }
    default:
      return *named;
  }
}

}  // namespace communique::corpus
