// SPDX-License-Identifier: GPL-3.0-or-later
// Rows as bytes: CSV for spreadsheets, TSV for scripts, JSON objects for programs.
#pragma once

#include <string>
#include <string_view>

#include "searcher/listing/columns.h"

namespace communique::searcher {

enum class RowFormat {
  Csv,        ///< RFC 4180, CRLF; no cell begins as a spreadsheet's formula does
  Tsv,        ///< tabs and line ends within cells become blanks
  JsonLines,  ///< an object per line; a column without a value is null
};

/// Keeps a buffer between rows.
class RowWriter {
 public:
  RowWriter(RowFormat format, Columns columns) : format_(format), columns_(std::move(columns)) {}

  const Columns& columns() const { return columns_; }
  /// The columns' names; nothing for JSON. `first` is the name of a cell that is put before the rows, if any is.
  void append_header(std::string& out, std::string_view first = {}) const;
  void append_row(const TableRow& row, std::string& out);
  /// A row as made by append_row(), with a cell put before it.
  void append_with_first(std::string_view name, std::string_view cell, std::string_view row, std::string& out) const;

 private:
  void append_object(const TableRow& row, std::string& out);

  RowFormat format_;
  Columns columns_;
  std::string cell_;
};

}  // namespace communique::searcher
