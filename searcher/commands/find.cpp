// SPDX-License-Identifier: GPL-3.0-or-later
// `find`: one query, one page of hits.
#include <string>

#include "searcher/commands/commands.h"
#include "searcher/open_index.h"
#include "searcher/output.h"
#include "searcher/render/render.h"
#include "searcher/request.h"
#include "searcher/search.h"

namespace communique::searcher {
namespace {

std::string rendered(const SearchResult& result, const Options& options) {
  std::string out;
  switch (options.format) {
    case Format::Text: {
      TextStyle style = terminal_style();
      style.full = options.full;
      if (!result.explanation.empty()) out += result.explanation + "\n";
      render_text(result, style, out);
      break;
    }
    case Format::Json:
      render_json(result, out);
      break;
    case Format::JsonLines:
      render_jsonl(result, {}, out);
      break;
    case Format::Csv:
    case Format::Tsv: {
      const Delimiter delimiter = options.format == Format::Csv ? Delimiter::Comma : Delimiter::Tab;
      render_table_header(delimiter, out);
      render_table(result, delimiter, out);
      break;
    }
    case Format::Trec:
      render_trec(result, "1", options.tag, out);
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
  if (result.hits.empty()) {
    write_error(options.request.offset > 0 && result.total_passages > 0
                    ? "No hits so far down; take a smaller --offset."
                    : "Nothing matched.");
  }
  for (const std::string& suggestion : result.suggestions) write_error("Did you mean: " + suggestion);
  if (result.said_by) write_error("Only what " + result.said_by->name + " says: " + result.said_by->query);
}

}  // namespace

int run_find(const Options& options) {
  OpenIndex index(options.index);
  const Result<SearchResult> result = search(index, options.request);
  if (!result) {
    report_query_error(request_text(options.request), result.error());
    return exit_codes::kUsage;
  }
  tell_notices(*result, options);
  if (!write_out(rendered(*result, options))) return exit_codes::kDone;
  tell_suggestions(*result, options);
  return result->hits.empty() ? exit_codes::kNothing : exit_codes::kDone;
}

}  // namespace communique::searcher
