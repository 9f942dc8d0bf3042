// SPDX-License-Identifier: GPL-3.0-or-later
// `find --topics`: many plain texts, one ranking each, for evaluation and batch work.
#include "searcher/topics.h"

#include <string>
#include <vector>

#include "searcher/commands/commands.h"
#include "searcher/open_index.h"
#include "searcher/output.h"

namespace communique::searcher {
namespace {

constexpr std::size_t kWriteBytes = 1 << 16;

}  // namespace

int run_topics(const Options& options) {
  const std::vector<Topic> topics = read_topics(options.topics);
  OpenIndex index(options.index);
  SearchRequest request = options.request;
  request.highlight = options.format != Format::Trec;
  bool found = false;
  std::string out;
  for (const Topic& topic : topics) {
    const SearchResult result = search_topic(index, request, topic, options.topics);
    found = found || !result.hits.empty();
    if (options.format == Format::Trec) {
      render_trec(result, topic.id, options.tag, out);
    } else {
      render_jsonl(result, topic.id, out);
    }
    if (out.size() < kWriteBytes) continue;
    if (!write_out(out)) return exit_codes::kDone;
    out.clear();
  }
  write_out(out);
  return found ? exit_codes::kDone : exit_codes::kNothing;
}

}  // namespace communique::searcher
