// SPDX-License-Identifier: GPL-3.0-or-later
// `find`: one query, one page of hits.
#include <string>

#include "searcher/commands/commands.h"
#include "searcher/commands/find_timeline.h"
#include "searcher/commands/listing.h"
#include "searcher/listing/row_writer.h"
#include "searcher/open_index.h"
#include "searcher/output.h"
#include "searcher/render/render.h"
#include "searcher/render/timeline.h"
#include "searcher/request.h"
#include "searcher/search.h"

namespace communique::searcher {
namespace {

/// The timeline alone, where its format has no place for hits.
std::string rendered(const Timeline& timeline, const Options& options) {
  std::string out;
  if (options.format == Format::Svg) {
    render_timeline_svg(timeline, options.timeline.bars, out);
  } else {
    render_timeline_rows(timeline, options.format == Format::Csv ? Delimiter::Comma : Delimiter::Tab, out);
  }
  return out;
}

std::string rendered(const SearchResult& result, const Timeline* timeline, const Options& options) {
  std::string out;
  switch (options.format) {
    case Format::Text: {
      TextStyle style = terminal_style();
      style.full = options.full;
      if (!result.explanation.empty()) out += result.explanation + "\n";
      render_text(result, style, out);
      if (timeline != nullptr) {
        out += "\n" + timeline_chart(*timeline, options.timeline.bars, style.width) + timeline_remarks(*timeline);
      }
      break;
    }
    case Format::Json:
      render_json(result, timeline, out);
      break;
    case Format::JsonLines:
      if (options.listing.columns) {
        RowWriter writer(RowFormat::JsonLines, *options.listing.columns);
        render_rows(result, writer, out);
      } else {
        render_jsonl(result, {}, out);
      }
      break;
    case Format::Csv:
    case Format::Tsv: {
      const RowFormat format = options.format == Format::Csv ? RowFormat::Csv : RowFormat::Tsv;
      RowWriter writer(format, options.listing.columns.value_or(usual_columns(Listing::Page)));
      render_rows(result, writer, out);
      break;
    }
    case Format::Trec:
      render_trec(result, "1", options.tag, out);
      break;
    case Format::Svg:
    case Format::Atom:
      break;
  }
  return out;
}

/// What the JSON says inside goes to standard error for the other formats, before the results.
void tell_notices(const SearchResult& result, const Options& options) {
  if (options.format == Format::Json) return;
  for (const Notice& notice : result.notices) write_error("note: " + notice.text);
  const bool explained = options.format != Format::Text && !result.explanation.empty();
  if (explained) write_error(result.explanation);
}

void tell_suggestions(const SearchResult& result, const Options& options) {
  if (options.format == Format::Json) return;
  if (result.hits.empty() && !(options.request.limit == 0 && result.total_passages > 0)) {
    write_error(options.request.offset > 0 && result.total_passages > 0
                    ? "No hits so far down; take a smaller --offset."
                    : "Nothing matched.");
  }
  for (const std::string& suggestion : result.suggestions) write_error("Did you mean: " + suggestion);
  if (result.said_by) write_error("Only what " + result.said_by->name + " says: " + result.said_by->query);
}

/// For formats that show a timeline and no hits.
int write_timeline(const Timeline& timeline, const Options& options) {
  std::uint64_t matching = 0;
  for (const TimelineSeries& series : timeline.series) {
    for (const Notice& notice : series.notices) write_error("note: " + notice.text);
    matching += series.total.statements;
  }
  const std::string remarks = timeline_remarks(timeline);
  if (!remarks.empty()) write_error("note: " + remarks);
  write_out(rendered(timeline, options));
  return matching > 0 ? exit_codes::kDone : exit_codes::kNothing;
}

/// Formats that have no place for hits: the timeline is all that is asked.
int run_timeline(const Options& options) {
  OpenIndex index(options.index);
  const std::optional<Timeline> timeline = count_timeline(index, options, nullptr);
  return timeline ? write_timeline(*timeline, options) : exit_codes::kUsage;
}

}  // namespace

int run_find(const Options& options) {
  if (options.kwic) return run_kwic(options);
  if (options.listing.all) return run_export(options);
  const bool counts_dates = options.timeline.by.has_value();
  if (counts_dates && options.format != Format::Text && options.format != Format::Json) return run_timeline(options);
  OpenIndex index(options.index);
  SearchRequest request = options.request;
  request.count_dates = counts_dates;
  const Result<SearchResult> result = search(index, request);
  if (!result) {
    report_query_error(request_text(options.request), result.error());
    return exit_codes::kUsage;
  }
  std::optional<Timeline> timeline;
  if (counts_dates) {
    timeline = count_timeline(index, options, &*result);
    if (!timeline) return exit_codes::kUsage;
  }
  tell_notices(*result, options);
  if (!write_out(rendered(*result, timeline ? &*timeline : nullptr, options))) return exit_codes::kDone;
  tell_suggestions(*result, options);
  const bool found = !result->hits.empty() || (options.request.limit == 0 && result->total_passages > 0);
  return found ? exit_codes::kDone : exit_codes::kNothing;
}

}  // namespace communique::searcher
