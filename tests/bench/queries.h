// SPDX-License-Identifier: GPL-3.0-or-later
// How long does a query take? Runs a log of queries several times and reports latencies per type of query.
#pragma once

#include <cstddef>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "searcher/open_index.h"

namespace communique::bench {

/// One query of a log, in the query language.
struct LoggedQuery {
  std::string type;
  std::string text;
};

/// Reads a log: one JSON object a line, {"type", "terms", "year", "from", "to", "country"}. Terms of a type that begins
/// with "or" are alternatives, of one that contains "phrase" a phrase, of any other all wanted; the rest are filters.
/// Throws Error(Input) with file and line.
std::vector<LoggedQuery> read_log(const std::filesystem::path& file);

struct TypeFigures {
  std::vector<double> micros;  ///< one latency per query and counted round
  std::size_t hits = 0;        ///< of one round
};

/// Each query is parsed, compiled and run, and its ten best hits fetched with passage and head. The first of `rounds`
/// warms the page cache and is not counted. Throws Error if a query is not understood.
std::map<std::string, TypeFigures> run_queries(searcher::OpenIndex& index, const std::vector<LoggedQuery>& log,
                                               int rounds);

}  // namespace communique::bench
