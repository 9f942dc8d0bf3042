// SPDX-License-Identifier: GPL-3.0-or-later
// `why-not`: a search, asked about one statement.
#include <string>

#include "searcher/commands/commands.h"
#include "searcher/open_index.h"
#include "searcher/output.h"
#include "searcher/render/render.h"
#include "searcher/request.h"
#include "searcher/why/why_not.h"

namespace communique::searcher {

int run_why_not(const Options& options) {
  OpenIndex index(options.index);
  std::string wrong;
  const std::optional<NamedStatement> named = look_up_or_tell(index, options.id, wrong);
  if (!named) {
    write_error(wrong);
    return exit_codes::kNothing;
  }
  const Result<WhyNot> answer = why_not(index, *named, options.request);
  if (!answer) {
    report_query_error(request_text(options.request), answer.error());
    return exit_codes::kUsage;
  }
  std::string out;
  if (options.format == Format::Json) {
    render_why_not_json(*answer, out);
  } else {
    for (const Notice& notice : answer->notices) write_error("note: " + notice.text);
    render_why_not_text(*answer, terminal_style(), out);
  }
  write_out(out);
  return answer->verdict == Verdict::Hit ? exit_codes::kDone : exit_codes::kNothing;
}

}  // namespace communique::searcher
