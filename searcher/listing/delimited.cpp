// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/listing/delimited.h"

#include <algorithm>

namespace communique::searcher {
namespace {

/// RFC 4180 quoting. A cell that begins like a formula would be run by a spreadsheet (and may reach the network):
/// an apostrophe before it makes it text there.
void append_csv(std::string_view cell, std::string& out) {
  const bool formula = !cell.empty() && std::string_view("=+-@\t\r").find(cell.front()) != std::string_view::npos;
  const bool quote = formula || cell.find_first_of(",\"\r\n") != std::string_view::npos;
  if (!quote) {
    out += cell;
    return;
  }
  out += '"';
  if (formula) out += '\'';
  for (std::size_t start = 0; start < cell.size();) {
    const std::size_t sign = std::min(cell.find('"', start), cell.size());
    out += cell.substr(start, sign - start);
    if (sign < cell.size()) out += "\"\"";
    start = sign + 1;
  }
  out += '"';
}

void append_tsv(std::string_view cell, std::string& out) {
  for (const char c : cell) out += c == '\t' || c == '\n' || c == '\r' ? ' ' : c;
}

}  // namespace

void append_cell(std::string_view cell, Delimiter delimiter, std::string& out) {
  if (delimiter == Delimiter::Comma) {
    append_csv(cell, out);
  } else {
    append_tsv(cell, out);
  }
}

void append_row(std::span<const std::string_view> cells, Delimiter delimiter, std::string& out) {
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i > 0) out += delimiter == Delimiter::Comma ? ',' : '\t';
    append_cell(cells[i], delimiter, out);
  }
  out += delimiter == Delimiter::Comma ? "\r\n" : "\n";
}

}  // namespace communique::searcher
