// SPDX-License-Identifier: GPL-3.0-or-later
// `find --topics`: many plain texts, one ranking each, for evaluation and batch work.
#include <algorithm>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "schema/files.h"
#include "schema/utf8.h"
#include "searcher/commands/commands.h"
#include "searcher/open_index.h"
#include "searcher/output.h"
#include "searcher/search.h"

namespace communique::searcher {
namespace {

/// A topic is a question, a pasted paragraph, a claim: longer than what people type.
constexpr std::size_t kTopicBytes = 16 * 1024;
constexpr std::size_t kTopicTerms = 1024;
constexpr std::size_t kWriteBytes = 1 << 16;

struct Topic {
  std::string_view id;
  std::string_view text;
  std::size_t line = 0;
};

[[noreturn]] void fail(const Options& options, std::size_t line, const std::string& message) {
  throw Error(ErrorCode::Usage, options.topics.string() + ":" + std::to_string(line) + ": " + message,
              "each line is an ID, a tab, and the text to search for");
}

std::vector<Topic> read_topics(const Options& options, std::string_view file) {
  std::vector<Topic> topics;
  std::size_t number = 0;
  for (std::size_t at = 0; at < file.size();) {
    const std::size_t end = std::min(file.find('\n', at), file.size());
    std::string_view line = file.substr(at, end - at);
    at = end + 1;
    ++number;
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.empty()) continue;
    const std::size_t tab = line.find('\t');
    if (tab == std::string_view::npos || tab == 0) fail(options, number, "there is no tab between ID and text");
    if (schema::first_invalid_utf8(line) != std::string_view::npos) fail(options, number, "this is not UTF-8");
    topics.push_back({line.substr(0, tab), line.substr(tab + 1), number});
  }
  return topics;
}

}  // namespace

int run_topics(const Options& options) {
  if (!std::filesystem::exists(options.topics)) {
    throw Error(ErrorCode::Usage, "there is no file " + options.topics.string(),
                "--topics takes a file of lines: ID, tab, text");
  }
  const std::string file = schema::read_file(options.topics);
  const std::vector<Topic> topics = read_topics(options, file);
  OpenIndex index(options.index);
  SearchRequest request = options.request;
  request.parse.plain_text = true;
  request.parse.max_bytes = kTopicBytes;
  request.parse.max_terms = kTopicTerms;
  request.suggest = false;
  request.highlight = options.format != Format::Trec;
  request.totals = Totals::None;
  bool found = false;
  std::string out;
  for (const Topic& topic : topics) {
    request.query = topic.text;
    const Result<SearchResult> result = search(index, request);
    if (!result) fail(options, topic.line, result.error().message);
    found = found || !result->hits.empty();
    if (options.format == Format::Trec) {
      render_trec(*result, topic.id, options.tag, out);
    } else {
      render_jsonl(*result, topic.id, out);
    }
    if (out.size() < kWriteBytes) continue;
    if (!write_out(out)) return exit_codes::kDone;
    out.clear();
  }
  write_out(out);
  return found ? exit_codes::kDone : exit_codes::kNothing;
}

}  // namespace communique::searcher
