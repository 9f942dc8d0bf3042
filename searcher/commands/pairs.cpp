// SPDX-License-Identifier: GPL-3.0-or-later
// `pairs`: statements in which two sides tell of one event.
#include <string>

#include "searcher/accounts/account_pairs.h"
#include "searcher/commands/commands.h"
#include "searcher/output.h"
#include "searcher/render/accounts.h"
#include "searcher/request.h"

namespace communique::searcher {

int run_pairs(const Options& options) {
  OpenIndex index(options.index);
  const Result<AccountPairs> pairs = find_pairs(index, options.pairs);
  if (!pairs) {
    report_query_error(request_text(options.pairs.search), pairs.error());
    return exit_codes::kUsage;
  }
  std::string out;
  if (options.format == Format::Json) {
    render_pairs_json(*pairs, out);
  } else {
    for (const Notice& notice : pairs->notices) write_error("note: " + notice.text);
    render_pairs_text(*pairs, options.pairs.offset, terminal_style(), out);
  }
  write_out(out);
  return pairs->total > 0 ? exit_codes::kDone : exit_codes::kNothing;
}

}  // namespace communique::searcher
