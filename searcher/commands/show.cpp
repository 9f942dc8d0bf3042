// SPDX-License-Identifier: GPL-3.0-or-later
// `show`: one statement, or one passage, whole.
#include "searcher/show.h"

#include <optional>
#include <string>

#include "searcher/commands/commands.h"
#include "searcher/output.h"
#include "searcher/render/render.h"

namespace communique::searcher {

int run_show(const Options& options) {
  OpenIndex index(options.index);
  std::string wrong;
  const std::optional<NamedStatement> found = look_up_or_tell(index, options.id, wrong);
  if (!found) {
    write_error(wrong);
    return exit_codes::kNothing;
  }
  const ShownStatement shown = show(index, *found);
  std::string out;
  if (options.format == Format::Json) {
    render_shown_json(shown, options.show.differences, out);
  } else {
    render_shown_text(shown, {terminal_style(), options.show.plain, options.show.differences}, out);
  }
  write_out(out);
  return exit_codes::kDone;
}

}  // namespace communique::searcher
