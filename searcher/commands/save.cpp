// SPDX-License-Identifier: GPL-3.0-or-later
// `save`, `saved`, `forget`, and `@NAME` in the place of a query.
#include <unistd.h>

#include <filesystem>
#include <string>

#include "schema/clock.h"
#include "searcher/commands/commands.h"
#include "searcher/output.h"
#include "searcher/render/numbers.h"
#include "searcher/render/saved.h"
#include "searcher/request.h"
#include "searcher/saved/additions.h"
#include "searcher/saved/store.h"
#include "searcher/saved/uuid.h"

namespace communique::searcher {
namespace {

SavedSearch as_asked(const Options& options) {
  const SearchRequest& request = options.request;
  SavedSearch saved;
  saved.name = options.saved.name;
  saved.query = request.query;
  saved.filters = request.parse.filters;
  saved.match = request.parse.match;
  saved.strict = request.parse.strict;
  saved.exact_names = request.compile.exact_names;
  saved.index = std::filesystem::absolute(options.index).lexically_normal().string();
  saved.created = schema::utc_now();
  saved.uuid = uuid_of(saved.name + "\n" + saved.index + "\n" + saved.created + "\n" + std::to_string(::getpid()));
  return saved;
}

}  // namespace

void use_saved_search(Options& options) {
  SearchRequest& request = options.request;
  if (*options.command == Command::Save || !request.query.starts_with('@')) return;
  const std::size_t end = std::min(request.query.find_first_of(" \t\n"), request.query.size());
  const SavedSearch saved = SavedStore(options.saved.folder).load(request.query.substr(1, end - 1));
  const std::string more = request.query.substr(std::min(end + 1, request.query.size()));
  const SearchRequest as_saved = request_of(saved);
  // Alone it must read as it did when it was saved: parentheses would make a question a list of required words.
  const bool alone = more.empty() || as_saved.query.empty();
  request.query = alone ? as_saved.query + more : "(" + as_saved.query + ") " + more;
  if (!as_saved.parse.filters.empty()) request.parse.filters += " " + as_saved.parse.filters;
  if (request.parse.match == MatchMode::Auto) request.parse.match = as_saved.parse.match;
  request.parse.strict = request.parse.strict || as_saved.parse.strict;
  request.compile.exact_names = request.compile.exact_names || as_saved.compile.exact_names;
}

int run_save(const Options& options) {
  check_name(options.saved.name);
  const SavedStore store(options.saved.folder);
  OpenIndex index(options.index);
  SavedSearch saved = as_asked(options);
  const Result<std::vector<std::string>> matches = matching_ids(index, request_of(saved));
  if (!matches) {
    report_query_error(request_text(options.request), matches.error());
    return exit_codes::kUsage;
  }
  if (!options.saved.from_start) {
    for (const std::string& id : *matches) saved.batch_of.emplace(id, 0);
    saved.seen = state_of(index);
  }
  const SavedLock lock(store, saved.name);
  if (store.has(saved.name) && !options.saved.replace) {
    throw Error(ErrorCode::Usage, "a search is already saved as \"" + saved.name + "\"",
                "take another name, or --replace; communique-searcher saved " + saved.name + " shows it");
  }
  store.write(saved);
  write_out("Saved as " + saved.name + ". " + counted(matches->size(), "statement") +
            (matches->size() == 1 ? " matches" : " match") + " now; `communique-searcher new " + saved.name +
            "` tells " +
            (options.saved.from_start ? "of these and of what is added.\n" : "of what is added from now on.\n"));
  return exit_codes::kDone;
}

int run_saved(const Options& options) {
  const SavedStore store(options.saved.folder);
  std::vector<SavedSearch> searches;
  if (!options.saved.name.empty()) searches.push_back(store.load(options.saved.name));
  for (const std::string& name : options.saved.name.empty() ? store.names() : std::vector<std::string>{}) {
    try {
      searches.push_back(store.load(name));
    } catch (const Error& error) {
      report(error);
    }
  }
  std::string out;
  if (options.format == Format::Json) {
    render_saved_json(searches, store.folder().string(), out);
  } else {
    render_saved_text(searches, store.folder().string(), terminal_style(), out);
  }
  write_out(out);
  return searches.empty() ? exit_codes::kNothing : exit_codes::kDone;
}

int run_forget(const Options& options) {
  const SavedStore store(options.saved.folder);
  store.remove(options.saved.name);
  write_out("Forgot " + options.saved.name + ".\n");
  return exit_codes::kDone;
}

}  // namespace communique::searcher
