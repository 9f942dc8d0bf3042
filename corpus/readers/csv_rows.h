// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of a delimited file after RFC 4180: quoted fields, doubled quotes, line ends within quotes.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/readers/byte_stream.h"

namespace communique::corpus {

struct CsvRow {
  std::vector<std::string> fields;  ///< unquoted; bytes as in the file
  std::uint64_t line = 0;           ///< where it begins, from 1
  std::string fault;                ///< why it can not be used; empty if it can
  std::string head;                 ///< its first bytes as in the file
  bool at_file_end = false;         ///< ended by the end of the file, not of a line
  bool unclosed = false;            ///< the file ended within quotes
};

class CsvRows {
 public:
  /// `limit`: bytes of the longest row to hold; a longer one is skipped to its end and faulty. `lenient`: a quoted
  /// field that goes on after its closing quote is taken as it stands, as in tab-separated files, whose writers often
  /// do not know of quotes; otherwise the row is faulty.
  CsvRows(ByteStream& stream, char separator, std::size_t limit, bool lenient)
      : stream_(stream), separator_(separator), limit_(limit), lenient_(lenient) {}

  /// False at the end of the file. Rows without any character are passed over.
  bool next(CsvRow& row);

 private:
  enum class State { FieldStart, Plain, Quoted, QuoteInQuoted };

  /// Takes one byte; true if it ends the row.
  bool take(char c, CsvRow& row);
  bool take_plain(char c, CsvRow& row);
  void after_closing_quote(char c, CsvRow& row);
  void add(char c);
  void end_field(CsvRow& row);
  bool end_of_file(CsvRow& row);

  ByteStream& stream_;
  char separator_;
  std::size_t limit_;
  bool lenient_;
  State state_ = State::FieldStart;
  std::string field_;
  std::size_t row_bytes_ = 0;
  std::uint64_t line_ = 1;
};

/// Comma, semicolon, tab or bar: the one that occurs most often outside quotes in a header line; comma if none does.
char sniff_separator(std::string_view header_line);

}  // namespace communique::corpus
