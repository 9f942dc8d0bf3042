// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/listing/row_writer.h"

#include "searcher/listing/delimited.h"
#include "searcher/render/json_values.h"

namespace communique::searcher {
namespace {

Delimiter delimiter_of(RowFormat format) { return format == RowFormat::Csv ? Delimiter::Comma : Delimiter::Tab; }
char sign_of(RowFormat format) { return format == RowFormat::Csv ? ',' : '\t'; }
std::string_view line_end_of(RowFormat format) { return format == RowFormat::Csv ? "\r\n" : "\n"; }

void append_text(std::string_view text, std::string& out) { out += dump(Json(text)); }

}  // namespace

void RowWriter::append_header(std::string& out, std::string_view first) const {
  if (format_ == RowFormat::JsonLines) return;
  if (!first.empty()) {
    out += first;
    out += sign_of(format_);
  }
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    if (i > 0) out += sign_of(format_);
    out += columns_[i]->name;
  }
  out += line_end_of(format_);
}

void RowWriter::append_row(const TableRow& row, std::string& out) {
  if (format_ == RowFormat::JsonLines) return append_object(row, out);
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    if (i > 0) out += sign_of(format_);
    cell_.clear();
    columns_[i]->append(row, cell_);
    append_cell(cell_, delimiter_of(format_), out);
  }
  out += line_end_of(format_);
}

void RowWriter::append_object(const TableRow& row, std::string& out) {
  out += '{';
  for (const Column* column : columns_) {
    if (column != columns_.front()) out += ',';
    append_text(column->name, out);
    out += ':';
    cell_.clear();
    column->append(row, cell_);
    if (cell_.empty()) {
      out += "null";
    } else if (column->literal) {
      out += cell_;
    } else {
      append_text(cell_, out);
    }
  }
  out += "}\n";
}

void RowWriter::append_with_first(std::string_view name, std::string_view cell, std::string_view row,
                                  std::string& out) const {
  if (format_ == RowFormat::JsonLines) {
    out += '{';
    append_text(name, out);
    out += ':';
    append_text(cell, out);
    out += ',';
    out += row.substr(1);
    return;
  }
  append_cell(cell, delimiter_of(format_), out);
  out += sign_of(format_);
  out += row;
}

}  // namespace communique::searcher
