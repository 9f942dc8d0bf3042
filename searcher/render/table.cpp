// SPDX-License-Identifier: GPL-3.0-or-later
// Results as rows: CSV for spreadsheets, TSV for scripts, TREC runs for scorers.
#include <array>

#include "searcher/eval/run.h"
#include "searcher/render/render.h"

namespace communique::searcher {
namespace {

constexpr std::array<std::string_view, 17> kColumns = {
    "rank",  "score",  "partial", "statement_id", "passage_id", "date",          "date_origin", "country", "speaker",
    "title", "source", "url",     "lang",         "type",       "more_passages", "duplicates",  "text"};

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
  for (const char c : cell) {
    if (c == '"') out += '"';
    out += c;
  }
  out += '"';
}

void append_tsv(std::string_view cell, std::string& out) {
  for (const char c : cell) out += c == '\t' || c == '\n' || c == '\r' ? ' ' : c;
}

void append_row(const std::array<std::string_view, kColumns.size()>& cells, Delimiter delimiter, std::string& out) {
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i > 0) out += delimiter == Delimiter::Comma ? ',' : '\t';
    if (delimiter == Delimiter::Comma) {
      append_csv(cells[i], out);
    } else {
      append_tsv(cells[i], out);
    }
  }
  out += delimiter == Delimiter::Comma ? "\r\n" : "\n";
}

}  // namespace

void render_table_header(Delimiter delimiter, std::string& out) { append_row(kColumns, delimiter, out); }

void render_table(const SearchResult& result, Delimiter delimiter, std::string& out) {
  for (const Hit& hit : result.hits) {
    const schema::StatementRecord& of = hit.statement;
    const std::string rank = std::to_string(hit.rank);
    const std::string score = score_text(hit.score);
    const std::string date = of.dated() ? of.date.to_string() : std::string();
    const std::string more = std::to_string(hit.more_passages);
    const std::string duplicates = std::to_string(hit.duplicates);
    append_row(
        {rank, score, hit.partial ? "true" : "false", of.id, hit.passage_id, date, schema::to_string(of.date_origin),
         of.country, of.speaker, of.title, of.source, of.url, of.lang, of.type, more, duplicates, hit.passage.text},
        delimiter, out);
  }
}

void render_trec(const SearchResult& result, std::string_view topic, std::string_view tag, std::string& out) {
  for (const Hit& hit : result.hits) {
    const bool statement = result.unit == Unit::Statement || hit.passage_id.empty();
    append_run_line({topic, statement ? hit.statement.id : hit.passage_id, hit.rank, hit.score, tag}, out);
  }
}

}  // namespace communique::searcher
