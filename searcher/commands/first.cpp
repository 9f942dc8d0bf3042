// SPDX-License-Identifier: GPL-3.0-or-later
// `first`: who said it first, and who after.
#include <string>

#include "searcher/commands/commands.h"
#include "searcher/first_use/first_use.h"
#include "searcher/open_index.h"
#include "searcher/output.h"
#include "searcher/render/first_use.h"
#include "searcher/request.h"

namespace communique::searcher {

int run_first(const Options& options) {
  OpenIndex index(options.index);
  const FirstRequest& request = options.first;
  const Result<FirstUse> found = first_use(index, request);
  if (!found) {
    report_query_error(request_text(request.search), found.error());
    return exit_codes::kUsage;
  }
  std::string out;
  if (options.format == Format::Json) {
    render_first_use_json(*found, out);
  } else {
    for (const Notice& notice : found->notices) write_error("note: " + notice.text);
    if (options.format == Format::Csv) {
      render_first_use_csv(*found, out);
    } else {
      render_first_use_text(*found, terminal_style(), out);
    }
  }
  write_out(out);
  return found->statement ? exit_codes::kDone : exit_codes::kNothing;
}

}  // namespace communique::searcher
