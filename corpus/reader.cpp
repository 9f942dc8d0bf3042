// SPDX-License-Identifier: GPL-3.0-or-later
// Reading one file: opened, its format detected, handed to the reader of that format; and the checks of how to read.
#include "corpus/reader.h"

#include <array>

#include "corpus/readers/byte_stream.h"
#include "corpus/readers/clean.h"
#include "corpus/readers/date_forms.h"
#include "corpus/readers/detect.h"
#include "corpus/readers/intake.h"
#include "corpus/readers/keys.h"
#include "corpus/readers/path_pattern.h"
#include "corpus/readers/readers.h"
#include "schema/countries.h"
#include "schema/utf8.h"

namespace communique::corpus {
namespace {

struct FormatName {
  Format format;
  std::string_view name;
};

constexpr std::array kFormatNames = {
    FormatName{Format::Auto, "auto"}, FormatName{Format::JsonLines, "jsonl"}, FormatName{Format::Json, "json"},
    FormatName{Format::Csv, "csv"},   FormatName{Format::Tsv, "tsv"},         FormatName{Format::Text, "text"},
    FormatName{Format::Html, "html"}, FormatName{Format::Feed, "rss"},        FormatName{Format::Xml, "xml"}};

bool read_as(Format format, ByteStream& stream, RecordIntake& intake) {
  switch (format) {
    case Format::JsonLines:
      return read_json_lines(stream, intake);
    case Format::Json:
      return read_json(stream, intake);
    case Format::Csv:
      return read_csv(stream, intake, 0);
    case Format::Tsv:
      return read_csv(stream, intake, '\t');
    case Format::Html:
      return read_html(stream, intake);
    case Format::Feed:
      return read_feed(stream, intake);
    case Format::Xml:
      return read_xml(stream, intake);
    case Format::Text:
    case Format::Auto:
      break;
  }
  return read_text(stream, intake);
}

[[noreturn]] void refuse(const std::string& flag, const std::string& what, const std::string& hint) {
  throw Error(ErrorCode::Usage, flag + ": " + what, hint);
}

void check_map(const std::map<std::string, std::string>& map) {
  for (const auto& [key, name] : map) {
    const std::string flag = "--map " + key + "=" + name;
    if (!key_named(key)) refuse(flag, "\"" + key + "\" is no key of a statement", "the keys are " + key_names());
    if (name.empty()) refuse(flag, "no name after \"=\"", "--map speaker=author");
    for (const auto& [other_key, other_name] : map) {
      if (other_name == name && other_key != key) {
        refuse(flag, "\"" + name + "\" is given to " + other_key + " too", "a name can mean one key only");
      }
    }
  }
}

void check_default(const std::string& key, const std::string& value) {
  const std::string flag = "--default " + key + "=" + value;
  const auto known = key_named(key);
  if (!known) refuse(flag, "\"" + key + "\" is no key of a statement", "the keys are " + key_names());
  if (*known == Key::Text || *known == Key::Id)
    refuse(flag, "each statement has a " + key + " of its own", "leave it out");
  if (is_blank(value)) refuse(flag, "no value after \"=\"", "--default country=RUS");
  if (schema::first_invalid_utf8(value) != std::string_view::npos)
    refuse(flag, "not valid UTF-8", "check your terminal's locale");
  if (*known == Key::Country && schema::find_country(value) == nullptr) {
    refuse(flag, "no known country", "take its name or its ISO code, as in country=RUS");
  }
  if (*known == Key::Date && !read_date(value))
    refuse(flag, "no date", "take a form such as 2021, 2021-03 or 2021-03-09");
}

/// Why the opened file is not looked at further; empty if it is.
std::string first_look(const ByteStream& stream, std::string_view head, const InputFile& file) {
  if (stream.failed() && head.empty()) return stream.error();
  if (head.empty()) return "the file is empty";
  if (const std::string reason = binary_reason(head.substr(0, 4096)); !reason.empty()) {
    const std::string name = file.path.filename().native();
    const bool misnamed = !stream.was_compressed() && without_compression_suffix(name).size() < name.size();
    return misnamed ? "named as if compressed, but it is neither gzip nor zstd data" : reason;
  }
  return {};
}

}  // namespace

Result<Format> parse_format(std::string_view name) {
  std::string known;
  for (const FormatName& row : kFormatNames) {
    if (row.name == name) return row.format;
    known += (known.empty() ? "" : ", ") + std::string(row.name);
  }
  return ValueError{"\"" + shown(name) + "\" is no input format", "the formats are " + known, 0};
}

std::string_view to_string(Format format) {
  for (const FormatName& row : kFormatNames) {
    if (row.format == format) return row.name;
  }
  return "auto";
}

void check(const ReadOptions& options) {
  check_map(options.map);
  for (const auto& [key, value] : options.defaults) check_default(key, value);
  if (options.path_pattern.empty()) return;
  const Result<PathPattern> pattern = PathPattern::parse(options.path_pattern);
  if (!pattern) {
    refuse("--path-pattern '" + options.path_pattern + "'", pattern.error().message,
           "for example '{country}_{session}_{year}.txt'");
  }
}

bool read_file(const InputFile& file, const ReadOptions& options, const RecordSink& sink) {
  ByteStream stream(file, sink.progress, sink.stop);
  RecordSink until_stopped = sink;
  until_stopped.rejection = [&](Rejection&& rejection) {
    if (!stream.stopped()) sink.rejection(std::move(rejection));  // half a file is no bad file
  };
  RecordIntake intake(file, options, until_stopped);
  const std::string_view head = stream.peek(kDetectBytes);
  if (stream.stopped()) return false;
  if (const std::string reason = first_look(stream, head, file); !reason.empty()) {
    intake.reject_file(reason, head);
    return false;
  }
  if (stream.was_utf16()) intake.note_on_all("UTF-16 made UTF-8");
  const std::string name = file.path == "-" ? std::string() : file.path.filename().native();
  const Format format = options.format == Format::Auto ? detect_format(name, head, intake.keys()) : options.format;
  const bool whole = read_as(format, stream, intake);
  if (!stream.failed()) return whole && !stream.stopped();
  intake.reject_file(stream.error() + "; the records before that were read");
  return false;
}

}  // namespace communique::corpus
