// SPDX-License-Identifier: GPL-3.0-or-later
// How many statements and passages match, date by date?
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "schema/date.h"
#include "searcher/open_index.h"
#include "searcher/search.h"

namespace communique::searcher {

struct MatchCounts {
  std::uint64_t statements = 0;
  std::uint64_t passages = 0;

  void add(const MatchCounts& more) {
    statements += more.statements;
    passages += more.passages;
  }
  bool operator==(const MatchCounts&) const = default;
};

struct DateCounts {
  std::string query;   ///< as asked
  std::string parsed;  ///< as understood
  std::vector<Notice> notices;
  schema::DateRange asked;                      ///< dates that the query leaves in
  std::map<schema::Date, MatchCounts> by_date;  ///< as precise as each is known
  MatchCounts undated;
  MatchCounts total;
};

/// Of all that matches a query: all of it, whatever the request's page. An error is about the query.
Result<DateCounts> count_by_date(OpenIndex& index, const SearchRequest& request);

/// Of the whole index. `all_versions`: republished statements count each, not once.
DateCounts count_all_by_date(OpenIndex& index, bool all_versions);

}  // namespace communique::searcher
