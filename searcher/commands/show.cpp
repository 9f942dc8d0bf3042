// SPDX-License-Identifier: GPL-3.0-or-later
// `show`: one statement, or one passage, whole.
#include <charconv>
#include <string>

#include "searcher/commands/commands.h"
#include "searcher/open_index.h"
#include "searcher/output.h"
#include "searcher/render/render.h"
#include "searcher/versions.h"

namespace communique::searcher {
namespace {

struct Shown {
  DocumentPlace head;
  std::uint32_t passage = 0;  ///< 0: all
};

/// An id may hold '#' itself: the whole is looked up first.
std::optional<Shown> look_up(OpenIndex& index, const std::string& id) {
  if (const auto head = index.find_statement(id)) return Shown{*head, 0};
  const std::size_t mark = id.rfind('#');
  if (mark == std::string::npos) return std::nullopt;
  std::uint32_t number = 0;
  const char* end = id.data() + id.size();
  const auto read = std::from_chars(id.data() + mark + 1, end, number);
  if (read.ec != std::errc{} || read.ptr != end || number == 0) return std::nullopt;
  const auto head = index.find_statement(std::string_view(id).substr(0, mark));
  if (!head) return std::nullopt;
  return Shown{*head, number};
}

}  // namespace

int run_show(const Options& options) {
  OpenIndex index(options.index);
  const std::optional<Shown> found = look_up(index, options.id);
  if (!found) {
    write_error("No statement or passage has the id \"" + options.id + "\".");
    return exit_codes::kNothing;
  }
  ShownStatement shown;
  shown.statement = index.statement(found->head);
  shown.one_passage = found->passage > 0;
  if (found->passage > shown.statement.passages) {
    write_error("The statement has " + std::to_string(shown.statement.passages) + " passages.");
    return exit_codes::kNothing;
  }
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
