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
/// Throws Error(Input), with file and line, also for a log without queries.
std::vector<LoggedQuery> read_log(const std::filesystem::path& file);

/// Parses, compiles and runs one query, and fetches its ten best hits with passage and head; how many there are. Throws
/// Error(Query) if it is not understood.
std::size_t run_query(searcher::OpenIndex& index, const LoggedQuery& logged);

struct TypeFigures {
  std::vector<double> micros;  ///< one latency per query and counted round
  std::size_t hits = 0;        ///< of one round
};

/// Runs the log once and adds to the latencies. Not to be inlined: scripts/count_instructions.sh counts what is
/// executed within it.
[[gnu::noinline]] void time_round(searcher::OpenIndex& index, const std::vector<LoggedQuery>& log,
                                  std::map<std::string, TypeFigures>& figures);

/// By type. The first of `rounds` warms the page cache and is not counted.
std::map<std::string, TypeFigures> time_queries(searcher::OpenIndex& index, const std::vector<LoggedQuery>& log,
                                                unsigned rounds);

}  // namespace communique::bench
