// SPDX-License-Identifier: GPL-3.0-or-later
// A page of hits as rows, and as TREC runs for scorers.
#include "searcher/eval/run.h"
#include "searcher/listing/row_writer.h"
#include "searcher/render/render.h"

namespace communique::searcher {

void render_rows(const SearchResult& result, RowWriter& writer, std::string& out) {
  writer.append_header(out);
  for (const Hit& hit : result.hits) {
    TableRow row;
    row.query = result.query;
    row.rank = hit.rank;
    row.score = hit.score;
    row.partial = hit.partial;
    row.statement = &hit.statement;
    row.passage_number = hit.passage_id.empty() ? 0 : hit.passage.number;
    row.passage = &hit.passage;
    row.marks = &hit.highlights;
    row.more_passages = hit.more_passages;
    row.duplicates = hit.duplicates;
    writer.append_row(row, out);
  }
}

void render_trec(const SearchResult& result, std::string_view topic, std::string_view tag, std::string& out) {
  for (const Hit& hit : result.hits) {
    const bool statement = result.unit == Unit::Statement || hit.passage_id.empty();
    append_run_line({topic, statement ? hit.statement.id : hit.passage_id, hit.rank, hit.score, tag}, out);
  }
}

}  // namespace communique::searcher
