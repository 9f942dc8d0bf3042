// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/topics.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "schema/files.h"
#include "schema/utf8.h"
#include "searcher/output.h"

namespace communique::searcher {
namespace {

/// A topic is a question, a pasted paragraph, a claim: longer than what people type.
constexpr std::size_t kTopicBytes = 16 * 1024;
constexpr std::size_t kTopicTerms = 1024;

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

Topic read_topic(std::string_view line, std::size_t number, const std::filesystem::path& file) {
  const std::size_t tab = line.find('\t');
  if (tab == std::string_view::npos || tab == 0) fail_topic(file, number, {"there is no tab between ID and text", {}});
  if (schema::first_invalid_utf8(line) != std::string_view::npos) fail_topic(file, number, {"this is not UTF-8", {}});
  const std::string_view rest = line.substr(tab + 1);
  const std::size_t second = std::min(rest.find('\t'), rest.size());
  const std::string_view filters = rest.substr(std::min(second + 1, rest.size()));
  if (filters.find('\t') != std::string_view::npos) {
    fail_topic(file, number, {"there is a third tab: write blanks for the tabs in a text", {}});
  }
  return {std::string(line.substr(0, tab)), std::string(rest.substr(0, second)), std::string(filters), number};
}

}  // namespace

std::vector<Topic> read_topics(const std::filesystem::path& file) {
  if (!std::filesystem::exists(file)) {
    throw Error(ErrorCode::Usage, "there is no file " + file.string(), "--topics takes a file of lines: ID, tab, text");
  }
  const std::string bytes = schema::read_file(file);
  std::string_view rest = bytes;
  if (rest.starts_with(kByteOrderMark)) rest.remove_prefix(kByteOrderMark.size());
  std::vector<Topic> topics;
  for (std::size_t number = 1; !rest.empty(); ++number) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    std::string_view line = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (!line.empty()) topics.push_back(read_topic(line, number, file));
  }
  return topics;
}

void fail_topic(const std::filesystem::path& file, std::size_t line, const ValueError& error) {
  throw Error(ErrorCode::Usage, file.string() + ":" + std::to_string(line) + ": " + error.message,
              error.hint.empty()
                  ? "each line is an ID, a tab, the text to search for, and, if wanted, a tab and filters "
                    "(speaker:trump year:2016)"
                  : error.hint);
}

SearchRequest topic_request(const SearchRequest& base, const Topic& topic) {
  SearchRequest request = base;
  request.query = topic.text;
  if (!topic.filters.empty()) {
    // AND between the two: side by side, clauses of one field would be alternatives.
    const std::string& common = base.parse.filters;
    request.parse.filters = common.empty() ? topic.filters : "(" + common + ") AND (" + topic.filters + ")";
  }
  request.parse.plain_text = true;
  request.parse.max_bytes = kTopicBytes;
  request.parse.max_terms = kTopicTerms;
  request.suggest = false;
  request.totals = Totals::None;
  return request;
}

SearchResult search_topic(OpenIndex& index, const SearchRequest& base, const Topic& topic,
                          const std::filesystem::path& file) {
  Result<SearchResult> result = search(index, topic_request(base, topic));
  if (!result) fail_topic(file, topic.line, result.error());
  if (!topic.filters.empty()) {
    for (const Notice& notice : result->notices) {
      if (notice.offset <= topic.text.size()) continue;
      write_error("note: " + file.string() + ":" + std::to_string(topic.line) + ": " + notice.text);
    }
  }
  return std::move(result).value();
}

}  // namespace communique::searcher
