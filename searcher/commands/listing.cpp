// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/commands/listing.h"

#include <memory>
#include <string>

#include "searcher/concordance/concordance.h"
#include "searcher/listing/write_rows.h"
#include "searcher/output.h"
#include "searcher/render/kwic.h"
#include "searcher/render/numbers.h"
#include "searcher/request.h"

namespace communique::searcher {
namespace {

RowFormat row_format(Format format) {
  if (format == Format::Csv) return RowFormat::Csv;
  return format == Format::Tsv ? RowFormat::Tsv : RowFormat::JsonLines;
}

/// Nothing if the query is wrong, which is reported.
std::optional<MatchSet> matches_or_tell(OpenIndex& index, const Options& options) {
  Result<MatchSet> matches = match_all(index, options.request);
  if (!matches) {
    report_query_error(request_text(options.request), matches.error());
    return std::nullopt;
  }
  if (options.format != Format::Json) {
    for (const Notice& notice : matches->notices) write_error("note: " + notice.text);
  }
  return std::move(matches).value();
}

int exit_code_for(std::uint64_t found) {
  if (found == 0) write_error("Nothing matched.");
  return found == 0 ? exit_codes::kNothing : exit_codes::kDone;
}

std::unique_ptr<LineRenderer> renderer_for(const MatchSet& matches, const Options& options, std::size_t width) {
  const std::optional<FacetField> group = options.kwic->request.group;
  if (options.format == Format::Text) {
    return kwic_text({terminal_style().colour, width, options.listing.columns, group});
  }
  const Columns columns = options.listing.columns.value_or(usual_columns(Listing::Lines));
  if (options.format == Format::Json) return kwic_json(matches, options.request.query, columns, group);
  return kwic_rows(row_format(options.format), columns, group);
}

void tell_counts(const ConcordanceCounts& counts, const ConcordanceRequest& request) {
  if (counts.reader_left || counts.lines == 0) return;
  if (!counts.all_counted) {
    write_error("note: the first " + counted(counts.listed, "line") + "; there are more");
  } else if (request.sample > 0 && request.sample < counts.lines) {
    write_error("note: " + counted(request.sample, "line") + " drawn from " + grouped(counts.lines) + ", seed " +
                std::to_string(request.seed));
  } else if (counts.listed == 0) {
    write_error("No lines so far down: there are " + grouped(counts.lines) + "; take a smaller --offset.");
  } else if (counts.listed < counts.lines && !request.group) {
    write_error("note: " + counted(counts.listed, "line") + " of " + grouped(counts.lines));
  }
}

}  // namespace

int run_export(const Options& options) {
  OpenIndex index(options.index);
  const std::optional<MatchSet> matches = matches_or_tell(index, options);
  if (!matches) return exit_codes::kUsage;
  RowsRequest request;
  request.query = options.request.query;
  request.order =
      options.request.sort == SortOrder::DateDescending ? WalkOrder::DateDescending : WalkOrder::DateAscending;
  request.format = row_format(options.format);
  request.columns = options.listing.columns;
  if (!request.columns && options.format != Format::JsonLines) request.columns = usual_columns(Listing::All);
  write_rows(index, *matches, request, write_out);
  return exit_code_for(matches->all.statements);
}

int run_kwic(const Options& options) {
  OpenIndex index(options.index);
  const std::optional<MatchSet> matches = matches_or_tell(index, options);
  if (!matches) return exit_codes::kUsage;
  if (matches->marked.empty()) {
    throw Error(ErrorCode::Query, "a concordance needs words to align on, and this query has filters only",
                "add a word or a phrase, or leave out kwic");
  }
  ConcordanceRequest request = options.kwic->request;
  const std::size_t width = line_width();
  if (options.format == Format::Text && !options.kwic->context_given) request.context = kwic_words(width);
  const auto renderer = renderer_for(*matches, options, width);
  const ConcordanceCounts counts = write_concordance(index, *matches, request, *renderer, write_out);
  if (counts.reader_left) return exit_codes::kDone;
  if (counts.lines == 0 && matches->all.passages > 0) {
    write_error("The words stand in titles only: there are no lines to show.");
    return exit_codes::kNothing;
  }
  if (options.format != Format::Json) tell_counts(counts, request);
  return exit_code_for(counts.lines);
}

}  // namespace communique::searcher
