// SPDX-License-Identifier: GPL-3.0-or-later
// The state machine that cuts bytes into fields and rows.
#include "corpus/readers/csv_rows.h"

#include <algorithm>
#include <array>

namespace communique::corpus {

void CsvRows::add(char c) {
  // Past the limit the row is only read to its end.
  if (row_bytes_ <= limit_) field_ += c;
}

void CsvRows::end_field(CsvRow& row) {
  if (row_bytes_ <= limit_) row.fields.push_back(std::move(field_));
  field_.clear();
  state_ = State::FieldStart;
}

bool CsvRows::take_plain(char c, CsvRow& row) {
  if (c == separator_) {
    end_field(row);
  } else if (c == '\n') {
    if (field_.ends_with('\r')) field_.pop_back();
    end_field(row);
    return true;
  } else {
    add(c);
    state_ = State::Plain;
  }
  return false;
}

void CsvRows::after_closing_quote(char c, CsvRow& row) {
  if (c == '\r') return;  // of "\r\n"
  if (lenient_) {
    field_.insert(0, 1, '"');
    add('"');
  } else if (row.fault.empty()) {
    row.fault = "field " + std::to_string(row.fields.size() + 1) +
                " goes on after its closing quote (a quote within quotes is written twice)";
  }
  add(c);
  state_ = State::Plain;
}

bool CsvRows::take(char c, CsvRow& row) {
  if (c == '\n') ++line_;
  switch (state_) {
    case State::FieldStart:
      if (c == '"') {
        state_ = State::Quoted;
        return false;
      }
      return take_plain(c, row);
    case State::Plain:
      return take_plain(c, row);
    case State::Quoted:
      if (c == '"')
        state_ = State::QuoteInQuoted;
      else
        add(c);
      return false;
    case State::QuoteInQuoted:
      if (c == '"') {
        add('"');
        state_ = State::Quoted;
        return false;
      }
      if (c == separator_ || c == '\n') {
        end_field(row);
        return c == '\n';
      }
      after_closing_quote(c, row);
      return false;
  }
  return false;
}

bool CsvRows::end_of_file(CsvRow& row) {
  if (row_bytes_ == 0) return false;
  row.at_file_end = true;
  if (state_ == State::Quoted) {
    row.unclosed = true;
    row.fault = "a quote that opens in this row is not closed";
  }
  if (state_ == State::Plain && field_.ends_with('\r')) field_.pop_back();
  end_field(row);
  return true;
}

bool CsvRows::next(CsvRow& row) {
  constexpr std::size_t kHeadBytes = 1024;
  for (;;) {
    row = CsvRow{};
    row.line = line_;
    row_bytes_ = 0;
    bool ended = false;
    while (!ended) {
      if (stream_.view().empty() && !stream_.more()) {
        if (!end_of_file(row)) return false;
        break;
      }
      const std::string_view view = stream_.view();
      std::size_t used = 0;
      while (used < view.size() && !ended) {
        ++row_bytes_;
        ended = take(view[used++], row);
      }
      if (row.head.size() < kHeadBytes) row.head += view.substr(0, std::min(used, kHeadBytes - row.head.size()));
      stream_.consume(used);
    }
    if (row_bytes_ > limit_) row.fault = "the row is longer than " + std::to_string(limit_) + " bytes";
    const bool blank = row.fault.empty() && row.fields.size() == 1 && row.fields[0].empty();
    if (!blank) return true;
  }
}

char sniff_separator(std::string_view header_line) {
  constexpr std::array kSeparators = {',', ';', '\t', '|'};
  std::array<std::size_t, kSeparators.size()> counts{};
  bool quoted = false;
  for (const char c : header_line) {
    if (c == '"') quoted = !quoted;
    if (quoted) continue;
    for (std::size_t i = 0; i < kSeparators.size(); ++i) counts[i] += c == kSeparators[i] ? 1 : 0;
  }
  return kSeparators[static_cast<std::size_t>(std::max_element(counts.begin(), counts.end()) - counts.begin())];
}

}  // namespace communique::corpus
