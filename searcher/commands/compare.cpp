// SPDX-License-Identifier: GPL-3.0-or-later
// `compare`: two statements side by side.
#include "searcher/accounts/compare.h"

#include <string>

#include "searcher/commands/commands.h"
#include "searcher/output.h"
#include "searcher/render/accounts.h"

namespace communique::searcher {

int run_compare(const Options& options) {
  OpenIndex index(options.index);
  const Result<AccountComparison> comparison = compare(index, options.compare);
  if (!comparison) {
    write_error(comparison.error().message);
    return comparison.error().hint.empty() ? exit_codes::kNothing : exit_codes::kUsage;
  }
  std::string out;
  if (options.format == Format::Json) {
    render_comparison_json(*comparison, out);
  } else {
    render_comparison_text(*comparison, terminal_style(), out);
  }
  write_out(out);
  return exit_codes::kDone;
}

}  // namespace communique::searcher
