// SPDX-License-Identifier: GPL-3.0-or-later
// CSV and its kin: the first row names the keys, each further row is a record.
#include <algorithm>

#include "corpus/readers/clean.h"
#include "corpus/readers/csv_rows.h"
#include "corpus/readers/readers.h"
#include "schema/utf8.h"

namespace communique::corpus {
namespace {

/// Empty names (a row number's column, as data frames write it) and names that occur twice get names of their own.
std::vector<std::string> header_names(const CsvRow& row, std::vector<std::string>& notes) {
  std::vector<std::string> names;
  for (const std::string& field : row.fields) {
    const Result<std::string> text = to_utf8(field, notes);
    std::string name = one_line(text ? std::string_view(*text) : std::string_view("?"));
    if (name.empty()) name = "column_" + std::to_string(names.size() + 1);
    std::string distinct = name;
    for (int copy = 2; std::find(names.begin(), names.end(), distinct) != names.end(); ++copy) {
      distinct = name + "_" + std::to_string(copy);
    }
    names.push_back(std::move(distinct));
  }
  return names;
}

bool names_the_text(const std::vector<std::string>& names, const KeyTable& keys) {
  return std::any_of(names.begin(), names.end(),
                     [&](const std::string& name) { return keys.key_of(name) == Key::Text; });
}

std::string no_text_column(const std::vector<std::string>& names) {
  std::string reason = "no column holds the text: the header has ";
  for (std::size_t i = 0; i < std::min<std::size_t>(names.size(), 12); ++i) {
    reason += (i == 0 ? "\"" : ", \"") + shown(names[i]) + "\"";
  }
  return reason + (names.size() > 12 ? ", ..." : "") + "; name the one that does: --map text=COLUMN";
}

/// The row as a record; what is wrong with it, or empty.
std::string record_of(CsvRow& row, const std::vector<std::string>& names, RawRecord& record) {
  if (!row.fault.empty()) return row.fault;
  if (row.fields.size() != names.size()) {
    return "the row has " + std::to_string(row.fields.size()) + " fields, the header " + std::to_string(names.size());
  }
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (schema::first_invalid_utf8(row.fields[i]) != std::string_view::npos) {
      std::vector<std::string> notes;
      Result<std::string> text = to_utf8(row.fields[i], notes);
      if (!text) return "\"" + shown(names[i]) + "\" is " + text.error().message;
      row.fields[i] = std::move(text).value();
      if (record.notes.empty()) record.notes = std::move(notes);
    }
    record.add(names[i], std::move(row.fields[i]));
  }
  return {};
}

char separator_of(ByteStream& stream) {
  constexpr std::size_t kHeaderBytes = 64u << 10;
  const std::string_view head = stream.peek(kHeaderBytes);
  return sniff_separator(head.substr(0, head.find('\n')));
}

}  // namespace

bool read_csv(ByteStream& stream, RecordIntake& intake, char separator) {
  if (separator == 0) separator = separator_of(stream);
  CsvRows rows(stream, separator, intake.raw_limit(), /*lenient=*/separator == '\t');
  CsvRow row;
  if (!rows.next(row)) return true;
  std::vector<std::string> header_notes;
  const std::vector<std::string> names = header_names(row, header_notes);
  if (!row.fault.empty() || !names_the_text(names, intake.keys())) {
    intake.reject_file(!row.fault.empty() ? "the header can not be read: " + row.fault : no_text_column(names),
                       row.head);
    return false;
  }
  for (std::uint64_t number = 1; !intake.stopped(); ++number) {
    if (!rows.next(row)) return true;
    if (stream.failed() && row.at_file_end) return false;  // the row that a broken stream ends with is cut
    RawRecord record;
    record.location = intake.location(row.line, number);
    const std::string fault = record_of(row, names, record);
    record.head = row.head;
    if (fault.empty())
      intake.add(std::move(record));
    else
      intake.reject(record.location, fault, row.head);
    if (row.unclosed) return false;
  }
  return false;
}

}  // namespace communique::corpus
