// SPDX-License-Identifier: GPL-3.0-or-later
// `show`: one statement, or one passage, whole.
#include <string>

#include "searcher/commands/commands.h"
#include "searcher/open_index.h"
#include "searcher/output.h"
#include "searcher/render/render.h"
#include "searcher/statement_id.h"
#include "searcher/versions.h"

namespace communique::searcher {

int run_show(const Options& options) {
  OpenIndex index(options.index);
  std::string wrong;
  const std::optional<NamedStatement> found = look_up_or_tell(index, options.id, wrong);
  if (!found) {
    write_error(wrong);
    return exit_codes::kNothing;
  }
  ShownStatement shown;
  shown.statement = index.statement(found->head);
  shown.one_passage = found->passage > 0;
  shown.versions = other_version_records(index, found->head);
  const std::uint32_t first = shown.one_passage ? found->passage : 1;
  const std::uint32_t last = shown.one_passage ? found->passage : shown.statement.passages;
  for (std::uint32_t number = first; number <= last; ++number) {
    shown.passages.push_back(index.passage({found->head.shard, found->head.docid + number}));
  }
  std::string out;
  if (options.format == Format::Json) {
    render_shown_json(shown, out);
  } else {
    render_shown_text(shown, terminal_style(), out);
  }
  write_out(out);
  return exit_codes::kDone;
}

}  // namespace communique::searcher
