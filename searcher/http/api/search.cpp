// SPDX-License-Identifier: GPL-3.0-or-later
// /api/v1/search, /export, /kwic: what `find` answers.
#include "searcher/search.h"

#include <memory>
#include <optional>
#include <utility>

#include "searcher/concordance/concordance.h"
#include "searcher/count/timeline_query.h"
#include "searcher/http/answer.h"
#include "searcher/http/api/handlers.h"
#include "searcher/http/parameters.h"
#include "searcher/listing/row_writer.h"
#include "searcher/listing/write_rows.h"
#include "searcher/matches/match_set.h"
#include "searcher/render/kwic.h"
#include "searcher/render/render.h"
#include "searcher/render/timeline.h"

namespace communique::searcher::http::api {
namespace {

const char* media_of(Format format) {
  switch (format) {
    case Format::Csv:
      return media::kCsv;
    case Format::Tsv:
      return media::kTsv;
    case Format::JsonLines:
      return media::kJsonLines;
    case Format::Svg:
      return media::kSvg;
    default:
      return media::kJson;
  }
}

RowFormat row_format(Format format) {
  if (format == Format::Csv) return RowFormat::Csv;
  return format == Format::Tsv ? RowFormat::Tsv : RowFormat::JsonLines;
}

[[noreturn]] void fail_format(const std::string& taken) {
  throw Error(ErrorCode::Usage, "format takes one of " + taken + " here");
}

std::string rendered(const SearchResult& result, const Timeline* timeline, const Options& options) {
  std::string out;
  if (timeline != nullptr && options.format == Format::Svg) {
    render_timeline_svg(*timeline, options.timeline.bars, out);
  } else if (timeline != nullptr && options.format != Format::Json) {
    render_timeline_rows(*timeline, options.format == Format::Csv ? Delimiter::Comma : Delimiter::Tab, out);
  } else if (options.format == Format::Json) {
    render_json(result, timeline, out);
  } else if (options.format == Format::JsonLines && !options.listing.columns) {
    render_jsonl(result, {}, out);
  } else {
    RowWriter writer(row_format(options.format), options.listing.columns.value_or(usual_columns(Listing::Page)));
    render_rows(result, writer, out);
  }
  return out;
}

/// Matches to be listed while they are sent: they live as long as the response.
struct Listed {
  Options options;
  MatchSet matches;
};

std::string file_name(const char* name, Format format) {
  const char* const ending = format == Format::Csv ? "csv" : format == Format::Tsv ? "tsv" : "jsonl";
  return std::string("attachment; filename=\"") + name + "." + ending + "\"";
}

Response kwic_page(const std::shared_ptr<Listed>& listed, OpenIndex& index) {
  const Options& options = listed->options;
  const ConcordanceRequest& request = options.kwic->request;
  const Columns columns = options.listing.columns.value_or(usual_columns(Listing::Lines));
  const std::unique_ptr<LineRenderer> renderer =
      options.format == Format::Json ? kwic_json(listed->matches, options.request.query, columns, request.group)
                                     : kwic_rows(row_format(options.format), columns, request.group);
  std::string out;
  write_concordance(index, listed->matches, request, *renderer, [&](std::string_view bytes) {
    out += bytes;
    return true;
  });
  return answer(media_of(options.format), std::move(out));
}

}  // namespace

Response search(const Request& request, OpenIndex& index) {
  const Options options = read_parameters(request, {Command::Find, "q", {}, {"format", "json"}, {}});
  if (options.format == Format::Text || options.format == Format::Trec) fail_format("json, jsonl, csv, tsv, svg");
  SearchRequest search_request = options.request;
  search_request.count_dates = options.timeline.by.has_value();
  const Result<SearchResult> result = searcher::search(index, search_request);
  if (!result) return answer(problem_of(result.error(), search_request.query));
  if (!options.timeline.by) return answer(media_of(options.format), rendered(*result, nullptr, options));
  const TimelineOptions& wanted = options.timeline;
  const auto counted = count_timeline(index, {*wanted.by, options.request, wanted.compare, wanted.out_of}, &*result);
  if (const auto* wrong = std::get_if<TimelineError>(&counted)) return answer(problem_of(wrong->error, {}));
  return answer(media_of(options.format), rendered(*result, &std::get<Timeline>(counted), options));
}

Response export_all(const Request& request, OpenIndex& index) {
  auto listed = std::make_shared<Listed>();
  listed->options = read_parameters(request, {Command::Find, "q", {{"all", ""}}, {"format", "csv"}, {}});
  const Options& options = listed->options;
  Result<MatchSet> matches = match_all(index, options.request);
  if (!matches) return answer(problem_of(matches.error(), options.request.query));
  listed->matches = std::move(matches).value();
  Response response = answer(media_of(options.format), {});
  response.headers.emplace_back("Content-Disposition", file_name("communique", options.format));
  response.stream = [listed, &index](const ByteSink& sink) {
    const Options& of = listed->options;
    RowsRequest rows;
    rows.query = of.request.query;
    rows.order = of.request.sort == SortOrder::DateDescending ? WalkOrder::DateDescending : WalkOrder::DateAscending;
    rows.format = row_format(of.format);
    rows.columns = of.listing.columns;
    if (!rows.columns && of.format != Format::JsonLines) rows.columns = usual_columns(Listing::All);
    write_rows(index, listed->matches, rows, sink);
  };
  return response;
}

Response kwic(const Request& request, OpenIndex& index) {
  auto listed = std::make_shared<Listed>();
  listed->options =
      read_parameters(request, {Command::Find, "q", {{"kwic", ""}}, {"format", "json", "limit", "100"}, {}});
  const Options& options = listed->options;
  if (options.format == Format::Text) fail_format("json, jsonl, csv, tsv");
  Result<MatchSet> matches = match_all(index, options.request);
  if (!matches) return answer(problem_of(matches.error(), options.request.query));
  if (matches->marked.empty()) {
    throw Error(ErrorCode::Query, "a concordance needs words to align on, and this query has filters only",
                "add a word or a phrase");
  }
  listed->matches = std::move(matches).value();
  return kwic_page(listed, index);
}

}  // namespace communique::searcher::http::api
