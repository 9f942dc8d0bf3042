// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/listing/write_rows.h"

#include "schema/error.h"
#include "searcher/highlighter.h"
#include "searcher/render/render.h"
#include "searcher/versions.h"

namespace communique::searcher {
namespace {

/// Puts together what a row's columns need, and only that: decoding a text costs more than all else.
class RowMaker {
 public:
  RowMaker(OpenIndex& index, const MatchSet& matches, unsigned wanted)
      : index_(index), wanted_(wanted), highlighter_(matches.marked), marking_(!matches.marked.empty()) {}

  /// What the row views lives until the next one.
  TableRow row_at(MatchWalk& walk) {
    TableRow row;
    row.rank = ++rank_;
    row.statement = &walk.statement();
    const bool has_text = !walk.at_head() || row.statement->passages > 0;
    row.passage_number = walk.at_head() ? (has_text ? 1 : 0) : walk.place().docid - walk.head().docid;
    if ((wanted_ & needs::kPassage) != 0) row.passage = &passage_at(walk, has_text);
    if ((wanted_ & needs::kMarks) != 0) row.marks = &marks_in(*row.passage);
    if ((wanted_ & needs::kVersions) != 0) row.duplicates = duplicates_of(walk);
    return row;
  }

 private:
  const schema::PassageRecord& passage_at(MatchWalk& walk, bool has_text) {
    if (!walk.at_head()) return walk.passage();
    first_ = has_text ? index_.passage({walk.head().shard, walk.head().docid + 1}) : schema::PassageRecord();
    return first_;
  }

  const std::vector<Highlight>& marks_in(const schema::PassageRecord& passage) {
    marks_.clear();
    if (marking_) {
      highlighter_.read(passage.text, passage.sentence_starts);
      marks_ = highlighter_.marks();
    }
    return marks_;
  }

  std::uint64_t duplicates_of(MatchWalk& walk) {
    if (walk.begins_statement()) duplicates_ = other_versions(index_, walk.head());
    return duplicates_;
  }

  OpenIndex& index_;
  unsigned wanted_;
  Highlighter highlighter_;
  bool marking_;
  std::size_t rank_ = 0;
  schema::PassageRecord first_;
  std::vector<Highlight> marks_;
  std::uint64_t duplicates_ = 0;
};

SearchResult one_hit(const TableRow& row, const MatchSet& matches) {
  Hit hit;
  hit.rank = row.rank;
  hit.is_head = matches.heads;
  hit.statement = *row.statement;
  hit.passage = *row.passage;
  if (row.passage_number > 0) hit.passage_id = schema::passage_id(hit.statement.id, row.passage_number);
  hit.highlights = *row.marks;
  hit.duplicates = row.duplicates;
  SearchResult result;
  result.hits.push_back(std::move(hit));
  return result;
}

}  // namespace

bool write_rows(OpenIndex& index, const MatchSet& matches, const RowsRequest& request, const ByteSink& sink) {
  RowWriter writer(request.format, request.columns.value_or(Columns()));
  const bool whole_hits = !request.columns;
  constexpr unsigned kAll = needs::kPassage | needs::kMarks | needs::kVersions;
  RowMaker rows(index, matches, whole_hits ? kAll : needs_of(writer.columns()));
  const bool once_a_statement = matches.unit == Unit::Statement;
  BlockWriter out(sink);
  try {
    if (!whole_hits) writer.append_header(out.block());
    MatchWalk walk(index, matches, request.order);
    while (walk.next()) {
      if (once_a_statement && !walk.begins_statement()) continue;
      TableRow row = rows.row_at(walk);
      row.query = request.query;
      if (whole_hits) {
        render_jsonl(one_hit(row, matches), {}, out.block());
      } else {
        writer.append_row(row, out.block());
      }
      if (!out.row_done()) return false;
    }
    return out.finish();
  } catch (const Error&) {
    out.rethrow_incomplete();
  }
}

}  // namespace communique::searcher
