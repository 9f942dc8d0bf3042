// SPDX-License-Identifier: GPL-3.0-or-later
// `collocates`: which words stand near the matches of a query.
#include "searcher/count/collocates.h"

#include <string>

#include "searcher/commands/commands.h"
#include "searcher/open_index.h"
#include "searcher/output.h"
#include "searcher/render/collocates.h"
#include "searcher/render/numbers.h"
#include "searcher/request.h"

namespace communique::searcher {

int run_collocates(const Options& options) {
  OpenIndex index(options.index);
  const CollocatesRequest& request = options.collocates;
  const Result<Collocates> found = collocates(index, request);
  if (!found) {
    report_query_error(request_text(request.search), found.error());
    return exit_codes::kUsage;
  }
  std::string out;
  switch (options.format) {
    case Format::Json:
      render_collocates_json(*found, request.search.query, out);
      break;
    case Format::Csv:
    case Format::Tsv:
      render_collocates_rows(*found, options.format == Format::Csv ? Delimiter::Comma : Delimiter::Tab, out);
      break;
    default:
      if (!found->words.empty()) render_collocates_text(*found, line_width(), out);
  }
  if (options.format != Format::Json) {
    for (const Notice& notice : found->notices) write_error("note: " + notice.text);
  }
  if (!write_out(out)) return exit_codes::kDone;
  if (options.format == Format::Text && !found->words.empty()) {
    write_out("\n" + counted(found->words.size(), "word") + " of " + grouped(found->found) + ", near " +
              grouped(found->matches) + " matches in " + counted(found->passages, "passage") + "\n");
  }
  if (!found->words.empty()) return exit_codes::kDone;
  write_error(found->matches == 0 ? "Nothing matched."
                                  : "No word stands near the matches often enough; take --least 1.");
  return exit_codes::kNothing;
}

}  // namespace communique::searcher
