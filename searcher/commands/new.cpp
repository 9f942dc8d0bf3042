// SPDX-License-Identifier: GPL-3.0-or-later
// `new`: what matches a saved search and was not reported before.
//
// What is about to be reported is first written down as a batch, then written out, then marked as delivered. So a run
// that is killed on the way loses nothing: the next one reports the same batch again and says so, and nothing else
// twice.
#include <filesystem>
#include <string>
#include <vector>

#include "schema/clock.h"
#include "schema/files.h"
#include "searcher/commands/commands.h"
#include "searcher/output.h"
#include "searcher/render/saved.h"
#include "searcher/request.h"
#include "searcher/saved/additions.h"
#include "searcher/saved/store.h"

namespace communique::searcher {
namespace {

constexpr std::size_t kFeedEntries = 100;
constexpr std::size_t kAllOfThem = static_cast<std::size_t>(-1);

void check_index(const Options& options, const SavedSearch& saved) {
  if (options.index.empty() || std::filesystem::absolute(options.index).lexically_normal() == saved.index) return;
  // $COMMUNIQUE_INDEX may name another index than the one the search was saved for; only --index is a contradiction.
  if (!options.index_given) return;
  throw Error(ErrorCode::Usage, "\"" + saved.name + "\" was saved for the index " + saved.index,
              "leave --index out, or save the search for this index under another name");
}

/// One batch, or nothing if the query is wrong, which is reported.
std::optional<ReportedBatch> batch_of(OpenIndex& index, const SavedSearch& saved, std::uint64_t number, bool repeated) {
  Result<SearchResult> statements = reported(index, saved, number, number, kAllOfThem);
  if (!statements) {
    report_query_error(request_text(request_of(saved)), statements.error());
    return std::nullopt;
  }
  return ReportedBatch{number, saved.asked(number), repeated, *statements};
}

std::string rendered(OpenIndex& index, const Options& options, const SavedSearch& saved,
                     const std::vector<ReportedBatch>& batches) {
  std::string out;
  if (options.format == Format::Json) {
    render_batches_json(saved, batches, out);
  } else if (options.format == Format::Atom) {
    const Result<SearchResult> all = reported(index, saved, 1, saved.last_batch(), kFeedEntries);
    if (all) render_feed(saved, *all, out);
  } else {
    TextStyle style = terminal_style();
    style.full = options.full;
    if (!options.saved.output.empty()) style.colour = false;
    render_batches_text(batches, style, out);
  }
  return out;
}

/// False if the reader has gone before all was written.
bool deliver(const Options& options, const std::string& out) {
  if (options.saved.output.empty()) return write_out(out);
  schema::replace_file_synced(options.saved.output, out);
  return true;
}

void tell_nothing_new(const SavedSearch& saved) {
  const std::string since = saved.asked(saved.last_batch());
  write_error("Nothing new for " + saved.name + " since " + since +
              (saved.seen ? " (the index is at generation " + std::to_string(saved.seen->generation) + ")." : "."));
}

}  // namespace

int run_new(const Options& options) {
  const SavedStore store(options.saved.folder);
  store.load(options.saved.name);  // says so if there is none, before a lock file is made
  const SavedLock lock(store, options.saved.name);
  SavedSearch saved = store.load(options.saved.name);
  check_index(options, saved);
  OpenIndex index(saved.index);
  const std::uint64_t known = saved.last_batch();
  std::uint64_t first = options.saved.again ? known : saved.delivered + 1;
  if (!options.saved.again) {
    const std::optional<IndexState> seen = saved.seen;
    const Result<bool> some = gather_additions(index, saved);
    if (!some) {
      report_query_error(request_text(request_of(saved)), some.error());
      return exit_codes::kUsage;
    }
    if (!options.saved.peek && saved.seen != seen) store.write(saved);
  }
  std::vector<ReportedBatch> batches;
  for (std::uint64_t number = std::max<std::uint64_t>(first, 1); number <= saved.last_batch(); ++number) {
    std::optional<ReportedBatch> batch = batch_of(index, saved, number, !options.saved.again && number <= known);
    if (!batch) return exit_codes::kUsage;
    batches.push_back(std::move(*batch));
  }
  const bool feed = options.format == Format::Atom;  // a feed is there whether or not anything is new
  const bool told = batches.empty() && !feed ? true : deliver(options, rendered(index, options, saved, batches));
  if (batches.empty()) tell_nothing_new(saved);
  if (told && !options.saved.peek && saved.delivered != saved.last_batch()) {
    saved.delivered = saved.last_batch();
    store.write(saved);
  }
  return batches.empty() ? exit_codes::kNothing : exit_codes::kDone;
}

}  // namespace communique::searcher
