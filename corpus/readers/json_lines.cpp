// SPDX-License-Identifier: GPL-3.0-or-later
// JSON Lines: one record a line, read as they come.
#include "corpus/readers/clean.h"
#include "corpus/readers/json_record.h"
#include "corpus/readers/lines.h"
#include "corpus/readers/readers.h"
#include "schema/utf8.h"

namespace communique::corpus {
namespace {

struct ParsedLine {
  JsonFinding finding;
  std::string error;
  bool ended_early = false;
};

ParsedLine parse_line(std::string_view line) {
  ParsedLine parsed;
  JsonRecordSax sax({}, [&](JsonFinding&& finding) {
    parsed.finding = std::move(finding);
    return true;
  });
  // Pointers, not string_view iterators: nlohmann reads those fastest.
  if (!nlohmann::json::sax_parse(line.data(), line.data() + line.size(), &sax)) parsed.error = sax.error();
  parsed.ended_early = sax.ended_early();
  return parsed;
}

/// JSON allows no control characters in texts, but files have them: they are spaces then.
bool blank_controls(std::string& line) {
  bool any = false;
  for (char& c : line) {
    if (static_cast<unsigned char>(c) >= 0x20) continue;
    c = ' ';
    any = true;
  }
  return any;
}

ParsedLine parse_mended(std::string_view line, std::vector<std::string>& notes) {
  if (schema::first_invalid_utf8(line) == std::string_view::npos) {
    ParsedLine parsed = parse_line(line);
    if (parsed.error.empty() || !has_controls(line)) return parsed;
  }
  Result<std::string> text = to_utf8(line, notes);
  if (!text) return {{}, text.error().message + ": " + text.error().hint, false};
  std::string mended = std::move(text).value();
  const bool had_controls = blank_controls(mended);
  ParsedLine parsed = parse_line(mended);
  if (had_controls && parsed.error.empty()) notes.emplace_back("control characters replaced by spaces");
  return parsed;
}

}  // namespace

bool read_json_lines(ByteStream& stream, RecordIntake& intake) {
  LineReader lines(stream, intake.raw_limit());
  std::string_view line;
  std::uint64_t record = 0;
  for (;;) {
    if (intake.stopped()) return false;
    const LineReader::Outcome outcome = lines.next(line);
    if (outcome == LineReader::Outcome::End) return true;
    // The piece of a line that a broken stream ends with is no record.
    if (stream.failed() && !lines.was_ended()) return false;
    if (trimmed(line).empty()) continue;
    const Location location = intake.location(lines.number(), ++record);
    if (outcome == LineReader::Outcome::TooLong) {
      intake.reject(location, "the record is longer than " + std::to_string(intake.raw_limit()) + " bytes", line);
      continue;
    }
    std::vector<std::string> notes;
    ParsedLine parsed = parse_mended(line, notes);
    if (parsed.error.empty()) parsed.error = std::move(parsed.finding.fault);
    if (!parsed.error.empty()) {
      intake.reject(location, parsed.error, line);
      // A last line that ends within its JSON, without a line end: the file has been cut.
      if (parsed.ended_early && !lines.was_ended()) return false;
      continue;
    }
    parsed.finding.record.location = location;
    parsed.finding.record.notes = std::move(notes);
    parsed.finding.record.head = line.substr(0, 1024);
    intake.add(std::move(parsed.finding.record));
  }
}

}  // namespace communique::corpus
