// SPDX-License-Identifier: GPL-3.0-or-later
// A file of topics: many plain texts to search for, one a line, each with filters of its own if it has any.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

#include "searcher/search.h"

namespace communique::searcher {

struct Topic {
  std::string id;
  std::string text;     ///< words only; no operators, no fields
  std::string filters;  ///< in the query language, as `speaker:trump year:2016`; empty if none
  std::size_t line = 0;
};

/// Reads lines of ID, tab, text and, optionally, tab and filters. Throws Error(Usage) naming file and line.
std::vector<Topic> read_topics(const std::filesystem::path& file);

/// Throws Error(Usage) about one line of the file.
[[noreturn]] void fail_topic(const std::filesystem::path& file, std::size_t line, const ValueError& error);

/// What to search for a topic: `base` with the topic's text, read as plain text, and both their filters; without
/// totals and suggestions, which nobody reads in a run.
SearchRequest topic_request(const SearchRequest& base, const Topic& topic);

/// The answer to a topic; what is to be noted about its own filters goes to standard error. Throws Error(Usage) if they
/// can not be read.
SearchResult search_topic(OpenIndex& index, const SearchRequest& base, const Topic& topic,
                          const std::filesystem::path& file);

}  // namespace communique::searcher
